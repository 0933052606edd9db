/** `path.read_text()` → `await anyio.Path(path).read_text()`, and the same of trio. */
import { childOf } from "../../tree";
import { textOfPath } from "../../values";
import { suspensionHazard } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Job, LocalEdit, Plan } from "../plan";
import { awaitSite, needsParentheses } from "../site";
import { closing, startOf } from "../wrap";
import { libraryCautions, type NativePlans } from "./atHand";

/** Methods of both libraries' `Path` whose result is the same: not a path, and not an iterator. */
const METHODS =
  /^(chmod|exists|group|hardlink_to|is_(block_device|char_device|dir|fifo|file|mount|socket|symlink)|lchmod|lstat|mkdir|owner|read_bytes|read_text|rmdir|samefile|stat|symlink_to|touch|unlink|write_bytes|write_text)$/;

/** Plans of a method of `pathlib.Path`, behind the thread. */
export function pathPlans(job: Job): NativePlans {
  const { evaluator, call, names } = job;
  const callee = childOf(call, "function");
  const receiver = callee?.type === "attribute" ? childOf(callee, "object") : undefined;
  const method = callee === undefined ? undefined : childOf(callee, "attribute");
  const none = { first: [], second: [] };
  if (job.target.module !== "pathlib" || call.type !== "call" || receiver === undefined || method === undefined)
    return none;
  if (!METHODS.test(evaluator.text(method)) || receiver.type === "list_splat") return none;
  const site = awaitSite(evaluator, call, minorOf(job));
  const hazard = suspensionHazard(evaluator, call);
  if ("refusal" in site || (hazard !== undefined && "refuse" in hazard)) return none;
  const second: Plan[] = [];
  for (const library of librariesOf(job).libraries) {
    if (library === "asyncio") continue;
    const { text, needs } = names.access(library, ["Path"], call);
    const isFollowed = needsParentheses(call);
    const start = startOf(evaluator.file.text, call);
    const constructor = receiver.type === "call" ? childOf(receiver, "function") : undefined;
    const isMade = constructor !== undefined && textOfPath(evaluator.valueOf(constructor)) === "pathlib.Path";
    const before = `${isFollowed ? "(" : ""}await ${text}`;
    // `(a / b).stat()` has its parentheses already.
    const isBracketed = receiver.type === "parenthesized_expression";
    const edits: LocalEdit[] =
      isMade && constructor.start === start
        ? [{ start, end: constructor.end, text: before }]
        : isBracketed
          ? [{ start, end: start, text: before }]
          : [{ start, end: start, text: `${before}(` }, closing(receiver.end, ")")];
    if (isFollowed) edits.push(closing(call.end, ")"));
    second.push({
      title: `Await it by \`${text}\``,
      cautions: [...(hazard === undefined ? [] : [hazard.caution]), ...libraryCautions(job, library)],
      edits: [...site.edits, ...edits],
      needs,
      range: { start: call.start, end: call.end },
      moves: false,
    });
  }
  return { first: [], second };
}
