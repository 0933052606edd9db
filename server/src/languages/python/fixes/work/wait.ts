/** `while time.time() < deadline: pass` → the same loop, which waits for what it asks about. */
import { childOf, childOfType, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { suspensionHazard } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { AsyncLibrary } from "../library";
import type { Access } from "../names";
import type { Job, Plan, Planned } from "../plan";
import { awaitSite } from "../site";

/** Clocks that count in seconds. */
const CLOCKS = /^time\.(time|monotonic|perf_counter)\(\)$/;

/** How often something is asked that no clock tells, in seconds. */
const STEP = "0.01";

/** Undefined where the loop does more than to wait. */
export function waitPlan(job: Job): Planned | undefined {
  const { evaluator, call: loop } = job;
  const [condition, body] = [childOf(loop, "condition"), childOf(loop, "body")];
  const only = body?.children.filter(({ type }) => type !== "comment") ?? [];
  const idle = only.length === 1 ? only[0] : undefined;
  const isIdle = idle !== undefined && /^(pass|continue|\.\.\.)$/.test(evaluator.text(idle).trim());
  if (loop.type !== "while_statement" || condition === undefined || !isIdle) return undefined;
  if (childOfType(loop, "else_clause") !== undefined) return undefined;
  const site = awaitSite(evaluator, loop, minorOf(job));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, loop);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const left = timeLeft(job, condition);
  const { libraries, isSure } = librariesOf(job);
  const plans = libraries.map((library): Plan => {
    const sleep = sleepOf(job, library);
    const seconds = left === undefined ? STEP : `max(0, ${left})`;
    return {
      title: left === undefined ? `Ask again each 10 ms: \`${sleep.text}\`` : `Wait until then: \`${sleep.text}\``,
      cautions: [
        ...(left === undefined ? ["it goes on up to 10 ms later"] : []),
        ...(isSure ? [] : [`only where it runs under ${library}`]),
      ],
      edits: [...site.edits, { start: idle.start, end: idle.end, text: `await ${sleep.text}(${seconds})` }],
      needs: sleep.needs,
      range: { start: loop.start, end: loop.end },
      moves: false,
    };
  });
  return { plans };
}

export function sleepOf({ names, call }: Job, library: AsyncLibrary): Access {
  return names.access(library, ["sleep"], call);
}

/** `clock() < end` → `end - clock()`; `clock() - start < seconds` → `seconds - (clock() - start)`. */
function timeLeft({ evaluator }: Job, condition: PyNode): string | undefined {
  const inner = condition.type === "parenthesized_expression" ? (condition.children[0] ?? condition) : condition;
  if (inner.type !== "comparison_operator") return undefined;
  const operands = inner.children.filter(({ field }) => field !== "operators");
  const [first, second, ...others] = operands;
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  const operator = evaluator.file.text.slice(first.end, second.start).trim();
  if (!/^[<>]=?$/.test(operator)) return undefined;
  const [now, end] = operator.startsWith("<") ? [first, second] : [second, first];
  const isElapsed = now.type === "binary_operator" && /^[^-]*-[^-]*$/.test(evaluator.text(now));
  const clock = isElapsed ? childOf(now, "left") : now;
  const path = clock === undefined ? undefined : textOfPath(evaluator.valueOf(clock));
  if (path === undefined || !CLOCKS.test(path)) return undefined;
  const elapsed = isElapsed ? `(${evaluator.text(now)})` : evaluator.text(now);
  const isSimple = /^(identifier|attribute|integer|float|call|subscript)$/.test(end.type);
  return `${isSimple ? evaluator.text(end) : `(${evaluator.text(end)})`} - ${elapsed}`;
}
