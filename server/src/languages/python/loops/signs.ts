/** Loops whose form says that they go around for long: those that wait for something by looking at it, and those without an end. */
import type { WorkSign } from "../../../core/facts";
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { contentOf } from "./content";

const CLOCKS =
  /^(time\.(time|monotonic|perf_counter|process_time|thread_time)(_ns)?|datetime\.datetime\.(now|utcnow|today)|asyncio\.get_(running|event)_loop\(\)\.time)$/;

/** Methods and functions that look whether something has happened elsewhere. */
const LOOKS =
  /^(is_set|done|cancelled|is_alive|poll|locked|running|empty|exists|is_file|is_connected|ready|time|get_running_loop|get_event_loop)$/;

const ENDLESS_ITERATORS = /^itertools\.(count|cycle|repeat)$/;

/** What in the form of a `while` or `for` statement keeps the loop going; undefined where it ends like any other. */
export function loopSign(evaluator: PyEvaluator, loop: PyNode): WorkSign | undefined {
  if (loop.type === "for_statement") return isEndlessFor(evaluator, loop) ? { kind: "endless" } : undefined;
  const condition = childOf(loop, "condition");
  if (condition === undefined) return undefined;
  if (!/^(True|1)$/.test(evaluator.text(skipParentheses(condition)))) return busyWait(evaluator, loop, condition);
  return spin(evaluator, loop) ?? (isEndless(evaluator, loop) ? { kind: "endless" } : undefined);
}

function isEndlessFor(evaluator: PyEvaluator, loop: PyNode): boolean {
  const right = childOf(loop, "right");
  const callee = right?.type === "call" ? childOf(right, "function") : undefined;
  const path = callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
  if (right === undefined || !ENDLESS_ITERATORS.test(path)) return false;
  const given = childOf(right, "arguments")?.children ?? [];
  return (path !== "itertools.repeat" || given.length === 1) && isEndless(evaluator, loop);
}

/** Nothing leaves it, not even an exception that something around it catches. */
function isEndless(evaluator: PyEvaluator, loop: PyNode): boolean {
  const { mayWait, leaves, raises } = contentOf(evaluator, loop);
  return !mayWait && !leaves && !raises && !isCaught(evaluator, loop);
}

function isCaught(evaluator: PyEvaluator, loop: PyNode): boolean {
  for (let inner = loop, outer = loop.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.type === "function_definition") return false;
    // `with suppress(StopIteration):`, `with pytest.raises(…):`
    if (outer.type === "with_statement" && inner.field === "body") return true;
    if (outer.type !== "try_statement" || inner.field !== "body") continue;
    const clauses = outer.children.filter(({ type }) => /^except_(group_)?clause$/.test(type));
    const isInterrupt = (clause: PyNode): boolean =>
      /^(\(?\s*(asyncio\.)?(KeyboardInterrupt|CancelledError|SystemExit|GeneratorExit)\b[,\s]*)+\)?/.test(
        evaluator.text(clause.children[0] ?? clause),
      );
    if (clauses.some((clause) => !isInterrupt(clause))) return true;
  }
  return false;
}

/** `while time.time() < deadline: pass`, `while not done: pass`: nothing that it does brings its end nearer. */
function busyWait(evaluator: PyEvaluator, loop: PyNode, condition: PyNode): WorkSign | undefined {
  const body = childOf(loop, "body");
  if (body === undefined || contentOf(evaluator, loop).mayWait) return undefined;
  const calls = callsIn(condition);
  const isClock = calls.some((call) => readsClock(evaluator, call));
  const isIdle = isClock ? onlyReadsClocks(evaluator, body) : doesNothing(body);
  const parts = [...descendants(condition)];
  const isLook = calls.every((call) => looks(evaluator, call)) && !parts.some(({ type }) => changes(type));
  const isNamed = parts.some(({ type }) => type === "identifier");
  return isIdle && isLook && isNamed ? { kind: "busy-wait", until: shown(evaluator, condition) } : undefined;
}

/** `while True:` that a look at the clock ends, and that does nothing else. */
function spin(evaluator: PyEvaluator, loop: PyNode): WorkSign | undefined {
  const body = childOf(loop, "body");
  if (body === undefined || contentOf(evaluator, loop).mayWait || !onlyReadsClocks(evaluator, body)) return undefined;
  if (!callsIn(body).some((call) => readsClock(evaluator, call))) return undefined;
  const exit = body.children.find(
    (child) => child.type === "if_statement" && [...descendants(child)].some(({ type }) => isExit(type)),
  );
  const condition = exit && childOf(exit, "condition");
  return condition === undefined ? undefined : { kind: "busy-wait", until: shown(evaluator, condition) };
}

function isExit(type: string): boolean {
  return type === "break_statement" || type === "return_statement";
}

function changes(type: string): boolean {
  return type === "named_expression" || type === "await" || type === "yield";
}

function doesNothing(body: PyNode): boolean {
  return body.children.every((statement) => {
    const { type, children } = statement;
    if (type === "expression_statement") return children.every((child) => child.type === "ellipsis");
    return type === "pass_statement" || type === "continue_statement" || type === "comment";
  });
}

/** It computes with names, and calls nothing but clocks. */
function onlyReadsClocks(evaluator: PyEvaluator, body: PyNode): boolean {
  const isPlain = [...descendants(body)].every(
    ({ type }) => !/^(for_statement|while_statement|with_statement|try_statement|subscript)$/.test(type),
  );
  return isPlain && callsIn(body).every((call) => looks(evaluator, call));
}

function callsIn(node: PyNode): readonly PyNode[] {
  return [...descendants(node)].filter(({ type }) => type === "call");
}

function readsClock(evaluator: PyEvaluator, call: PyNode): boolean {
  const callee = childOf(call, "function");
  return callee !== undefined && CLOCKS.test(textOfPath(evaluator.valueOf(callee)) ?? "");
}

function looks(evaluator: PyEvaluator, call: PyNode): boolean {
  if (readsClock(evaluator, call)) return true;
  const callee = childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : callee;
  return name !== undefined && LOOKS.test(evaluator.text(name));
}

/** On one line, and not too long. */
function shown(evaluator: PyEvaluator, condition: PyNode): string {
  const text = evaluator.text(skipParentheses(condition)).replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
