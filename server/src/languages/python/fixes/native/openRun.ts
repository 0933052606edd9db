/** `f = open(p)` … `f.close()` in one block: what a `with` around the statements between them is. */
import type { Span } from "../../../../core/facts";
import type { PyEvaluator } from "../../evaluate";
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { functionAround } from "../hazards";
import type { Job, LocalEdit } from "../plan";
import { deepened, hasOwnLines, withoutLine } from "./lines";

export interface OpenRun {
  /** The statement that opens. */
  readonly opening: PyNode;
  readonly call: PyNode;
  /** Its name where it is given its value. */
  readonly name: PyNode;
  /** The statement that closes; the one before it is the last that can use the name. */
  readonly closing: PyNode;
  /** From the opening to the last statement before the closing. */
  readonly region: PyNode;
  /** The `try` between them whose `finally` closes. */
  readonly attempt?: PyNode;
}

/**
 * The run that a call belongs to, as the one that opens or as a use of what is opened; undefined when there is none.
 * `opens` says which calls open.
 */
export function openRun(job: Job, opens: (call: PyNode) => boolean): OpenRun | undefined {
  const { evaluator, call } = job;
  const home = functionAround(call);
  if (home === undefined) return undefined;
  const own = opens(call) ? runFrom(job, call) : undefined;
  if (own !== undefined) return own;
  const names = new Set(
    [...descendants(call)].filter(({ type }) => type === "identifier").map((one) => evaluator.text(one)),
  );
  for (const node of descendants(home)) {
    if (node.type !== "assignment" || node.start >= call.start) continue;
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    if (left?.type !== "identifier" || right?.type !== "call" || !names.has(evaluator.text(left))) continue;
    const run = opens(right) ? runFrom(job, right) : undefined;
    if (run !== undefined && run.region.start <= call.start && call.end <= run.region.end) return run;
  }
  return undefined;
}

function runFrom({ evaluator }: Job, call: PyNode): OpenRun | undefined {
  const assignment = call.parent;
  const opening = assignment?.parent;
  const block = opening?.parent;
  const name = assignment?.type === "assignment" ? childOf(assignment, "left") : undefined;
  if (opening?.type !== "expression_statement" || block?.type !== "block" || name?.type !== "identifier")
    return undefined;
  if (childOf(assignment ?? call, "type") !== undefined) return undefined;
  const statements = block.children.filter(({ type }) => type !== "comment");
  const close = `${evaluator.text(name)}.close()`;
  const at = statements.indexOf(opening);
  const attempt = attemptAt(evaluator, statements[at + 1], close);
  if (attempt !== undefined) {
    const region: PyNode = { ...opening, end: attempt.body.end, children: [opening, attempt.body] };
    return { opening, call, name, closing: attempt.closing, region, attempt: attempt.statement };
  }
  const end = statements.findIndex((one, index) => index > at && evaluator.text(one) === close);
  const [closing, last] = [statements[end], statements[end - 1]];
  if (end < at + 2 || closing === undefined || last === undefined) return undefined;
  const children = statements.slice(at, end);
  if (![...children, closing].every((one) => hasOwnLines(evaluator, one))) return undefined;
  const region: Span & PyNode = { ...opening, start: opening.start, end: last.end, children };
  return { opening, call, name, closing, region };
}

/** `try: … finally: f.close()` and nothing else. */
function attemptAt(
  evaluator: PyEvaluator,
  statement: PyNode | undefined,
  close: string,
): { readonly statement: PyNode; readonly body: PyNode; readonly closing: PyNode } | undefined {
  if (statement?.type !== "try_statement") return undefined;
  const [body, last, ...others] = statement.children;
  const [closing, ...more] = last?.type === "finally_clause" ? (childOfType(last, "block")?.children ?? []) : [];
  const isWhole = others.length === 0 && more.length === 0 && last?.children.length === 1;
  if (body?.type !== "block" || !isWhole || closing === undefined || evaluator.text(closing) !== close)
    return undefined;
  return hasOwnLines(evaluator, closing) ? { statement, body, closing } : undefined;
}

/** The `async with`, the lines in it one level deeper, and no `close`. */
export function runEdits({ evaluator }: Job, run: OpenRun): readonly LocalEdit[] {
  const { opening, call, name, closing, region, attempt } = run;
  const { text } = evaluator.file;
  const header: LocalEdit[] = [
    { start: opening.start, end: call.start, text: "async with " },
    { start: call.end, end: call.end, text: ` as ${evaluator.text(name)}:`, closes: true },
  ];
  if (attempt === undefined) {
    const deeper = deepened(evaluator, opening, { start: opening.start, end: region.end });
    return [...header, ...deeper, withoutLine(evaluator, closing)];
  }
  // `try:` goes, its body stays where it is.
  const tryLine = withoutLine(evaluator, { start: attempt.start, end: attempt.start + "try:".length });
  const [rest = ""] = /^[^\r\n]*(\r\n|\n|\r)?/.exec(text.slice(region.end)) ?? [];
  const after = withoutLine(evaluator, closing);
  return [...header, tryLine, { start: region.end + rest.length, end: after.end, text: "" }];
}
