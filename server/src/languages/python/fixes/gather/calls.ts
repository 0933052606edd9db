/** Statements that await a call which an executor runs: `a = await asyncio.to_thread(f, x)`. */
import type { Span } from "../../../../core/facts";
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { functionAround, isPrivate } from "../hazards";
import { wrapperOf } from "../library";
import type { Workbench } from "../plan";

export interface WrappedAwait {
  readonly statement: PyNode;
  /** What takes the result; undefined where nobody does. */
  readonly target: PyNode | undefined;
  /** What is awaited. */
  readonly call: PyNode;
  /** What it only runs under; `future`: asyncio too, but it isn't a coroutine. */
  readonly kind: "asyncio" | "future" | "anyio" | "trio" | "any";
  /** The function that is run, and its arguments. */
  readonly given: readonly PyNode[];
}

const KINDS: Readonly<Record<string, WrappedAwait["kind"]>> = {
  "anyio.to_interpreter.run_sync": "anyio",
  "anyio.to_process.run_sync": "anyio",
  "anyio.to_thread.run_sync": "anyio",
  "asyncio.to_thread": "asyncio",
  "fastapi.concurrency.run_in_threadpool": "any",
  "starlette.concurrency.run_in_threadpool": "any",
  "trio.to_thread.run_sync": "trio",
};

/** Such statements in a row, nothing but comments between them, as far as `span` touches the row; `[]` where it doesn't. */
export function rowAt(bench: Workbench, span: Span): readonly WrappedAwait[] {
  for (const block of blocksAt(bench.evaluator.file.root, span).toReversed()) {
    for (const row of rowsOf(bench, block)) if (row.some(({ statement }) => touches(statement, span))) return row;
  }
  return [];
}

export function touches(node: Span, span: Span): boolean {
  return node.start <= span.end && span.start <= node.end;
}

/** Blocks of which a statement touches the span, outer ones first. */
function blocksAt(node: PyNode, span: Span): readonly PyNode[] {
  const below = node.children.filter((child) => touches(child, span)).flatMap((child) => blocksAt(child, span));
  return node.type === "block" ? [node, ...below] : below;
}

function rowsOf(bench: Workbench, block: PyNode): readonly (readonly WrappedAwait[])[] {
  const { text } = bench.evaluator.file;
  const rows: WrappedAwait[][] = [];
  let row: WrappedAwait[] | undefined;
  for (const statement of block.children) {
    if (statement.type === "comment") continue;
    const wrapped = wrappedAwait(bench, statement);
    const last = row?.at(-1)?.statement;
    const between = last === undefined ? "" : text.slice(last.end, statement.start);
    if (wrapped === undefined) row = undefined;
    else if (row !== undefined && !/;|\\/.test(between.replace(/#.*/g, ""))) row.push(wrapped);
    else rows.push((row = [wrapped]));
  }
  return rows;
}

function wrappedAwait(bench: Workbench, statement: PyNode): WrappedAwait | undefined {
  const { evaluator } = bench;
  const [expression] = statement.type === "expression_statement" ? statement.children : [];
  const isBound = expression?.type === "assignment" && childOf(expression, "type") === undefined;
  const awaited = isBound ? childOf(expression, "right") : expression;
  const call = awaited?.type === "await" ? awaited.children[0] : undefined;
  const home = functionAround(statement);
  if (call?.type !== "call" || home === undefined || childOfType(home, "async") === undefined) return undefined;
  const target = isBound ? childOf(expression, "left") : undefined;
  if (target !== undefined && !isPrivate(evaluator, target)) return undefined;
  const list = childOf(call, "arguments");
  const kind = kindOf(bench, call);
  if (kind === undefined || list?.type !== "argument_list") return undefined;
  const given = list.children.filter(({ type }) => type !== "comment").slice(kind === "future" ? 1 : 0);
  const suspends = [...descendants(list)].some(({ type }) => /^(await|yield|named_expression)$/.test(type));
  return given.length === 0 || suspends ? undefined : { statement, target, call, kind, given };
}

/** What a call that is awaited only runs under, where it runs something in an executor; undefined for any other. */
export function kindOf(bench: Workbench, call: PyNode): WrappedAwait["kind"] | undefined {
  const { evaluator, names, project } = bench;
  const callee = childOf(call, "function");
  if (callee === undefined) return undefined;
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  if (name !== undefined && evaluator.text(name) === "run_in_executor") return "future";
  const known = KINDS[textOfPath(evaluator.valueOf(callee)) ?? ""];
  const own = wrapperOf(project);
  if (known !== undefined || own === undefined) return known;
  const { text, needs } = names.access(own.module, [own.name], call, "from");
  return needs.length === 0 && text === evaluator.text(callee) ? "any" : undefined;
}

/** The names that a target binds. */
export function boundNames({ evaluator }: Workbench, target: PyNode | undefined): readonly string[] {
  if (target === undefined) return [];
  return [...descendants(target)].filter(({ type }) => type === "identifier").map((node) => evaluator.text(node));
}
