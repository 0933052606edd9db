/** A loop that computes → the same loop, which lets others have a turn as soon as some milliseconds have passed. */
import type { WorkFacts } from "../../../../core/facts";
import { childOf, type PyNode } from "../../tree";
import { indentOf, indentUnit } from "../block";
import { storeHolder } from "../blockNames";
import { changeableRead, suspensionHazard } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { AsyncLibrary } from "../library";
import type { Access } from "../names";
import type { Job, LocalEdit, Plan, Planned } from "../plan";
import { awaitSite, ownNodes } from "../site";

/**
 * In seconds. asyncio wakes who sleeps in the third turn at the latest (the timer, its future, the task): 12 ms with what a turn takes beyond, less than a frame of an
 * animation has.
 */
const SLICE = "0.003";

/**
 * Asking the clock costs about what ten operations do: where one time around costs less than these many operations, the clock is asked
 * each 1,024 times around, which is a millisecond at the most.
 */
const OPERATIONS_PER_CLOCK = 20;
const ROUNDS = 1024;

export function yieldPlans(job: Job, work: WorkFacts): Planned {
  const { evaluator, call: loop } = job;
  if (!/^(for|while)_statement$/.test(loop.type)) return { refusal: "it isn't a loop that could await" };
  const site = awaitSite(evaluator, loop, minorOf(job));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, loop);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const shared = changeableRead(evaluator, loop);
  const caution =
    shared === undefined
      ? "other code runs between the iterations"
      : `other code may change \`${shared}\` between the iterations`;
  const { libraries, isSure } = librariesOf(job);
  const plans = libraries.map((library): Plan => {
    const checkpoint = checkpointOf(job, library);
    const clock = job.names.access("time", ["monotonic"], loop);
    return {
      kind: "yield",
      title: `Give others a turn each 3 ms: \`await ${checkpoint.text}\``,
      cautions: [caution, ...(isSure ? [] : [`only where it runs under ${library}`])],
      edits: [...site.edits, ...editsOf(job, work, clock.text, checkpoint.text)],
      needs: [...checkpoint.needs, ...clock.needs],
      range: { start: loop.start, end: loop.end },
      moves: false,
    };
  });
  return { plans };
}

/** What lets others run, and does nothing else. */
function checkpointOf({ names, call }: Job, library: AsyncLibrary): Access {
  if (library === "asyncio") {
    const { text, needs } = names.access("asyncio", ["sleep"], call);
    return { text: `${text}(0)`, needs };
  }
  const { text, needs } = names.access(`${library}.lowlevel`, ["checkpoint"], call, "from");
  return { text: `${text}()`, needs };
}

function editsOf(job: Job, work: WorkFacts, clock: string, checkpoint: string): readonly LocalEdit[] {
  const { evaluator, call: loop, names } = job;
  const { text } = evaluator.file;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const base = indentOf(text, loop.start);
  const last = names.fresh("last_yield", `yield ${String(loop.start)}`);
  const edits: LocalEdit[] = [{ start: loop.start, end: loop.start, text: `${last} = ${clock}()${newline}${base}` }];
  // Loops inside may take longer than a slice: the innermost ones look at the clock.
  for (const inner of innermost(loop)) {
    const body = childOf(inner, "body");
    const first = body?.children[0];
    if (first === undefined) continue;
    const outer = indentOf(text, inner.start);
    const unit = indentUnit(text, inner);
    const isOnHeadsLine = !/[\r\n]/.test(text.slice(inner.start, first.start));
    const indent = isOnHeadsLine ? outer + unit : indentOf(text, first.start);
    const rounds = counterCheck(job, work, inner);
    const check = [
      `if ${rounds}${clock}() - ${last} > ${SLICE}:`,
      `${indent}${unit}await ${checkpoint}`,
      `${indent}${unit}${last} = ${clock}()`,
    ].join(newline);
    const head = isOnHeadsLine ? `${newline}${indent}` : "";
    const start = isOnHeadsLine
      ? first.start - (/[ \t]*$/.exec(text.slice(0, first.start))?.[0].length ?? 0)
      : first.start;
    edits.push({ start, end: first.start, text: `${head}${check}${newline}${indent}` });
  }
  return edits;
}

function innermost(loop: PyNode): readonly PyNode[] {
  const loops = ownNodes(loop).filter(({ type }) => /^(for|while)_statement$/.test(type));
  return loops.filter(
    (one) => !loops.some((other) => other !== one && one.start <= other.start && other.end <= one.end),
  );
}

/** `i % 1024 == 0 and `, where the loop counts by itself and goes around too fast to ask the clock each time. */
function counterCheck({ evaluator }: Job, { operations }: WorkFacts, loop: PyNode): string {
  const [left, right] = [childOf(loop, "left"), childOf(loop, "right")];
  if (left?.type !== "identifier" || right?.type !== "call") return "";
  const isFast = Object.values(operations).reduce((sum, count) => sum + count, 0) < OPERATIONS_PER_CLOCK;
  const callee = childOf(right, "function");
  const isRange =
    callee !== undefined &&
    evaluator.text(callee) === "range" &&
    evaluator.bindingOf("range", callee) === undefined &&
    (childOf(right, "arguments")?.children.length ?? 3) < 3;
  const name = evaluator.text(left);
  const body = childOf(loop, "body");
  const isSet = (body === undefined ? [] : ownNodes(body)).some(
    (node) => node.type === "identifier" && evaluator.text(node) === name && storeHolder(node) !== undefined,
  );
  return isFast && isRange && !isSet ? `${name} % ${String(ROUNDS)} == 0 and ` : "";
}
