/** Wrapped calls in a row → one statement that runs them together, as text. */
import { childOf, type PyNode } from "../../tree";
import { indented, indentOf } from "../block";
import { functionAround } from "../hazards";
import type { Need, Workbench } from "../plan";
import type { WrappedAwait } from "./calls";

export interface Rewritten {
  readonly text: string;
  readonly needs: readonly Need[];
}

/** White space of the file, as its first statement has it. */
interface Layout {
  readonly newline: string;
  readonly base: string;
  readonly unit: string;
}

function layoutOf({ evaluator }: Workbench, { statement }: WrappedAwait): Layout {
  const { text } = evaluator.file;
  const base = indentOf(text, statement.start);
  const header = statement.parent?.parent;
  const outer = header === undefined ? "" : indentOf(text, header.start);
  const isDeeper = base.startsWith(outer) && base.length > outer.length;
  const unit = isDeeper ? base.slice(outer.length) : base.startsWith("\t") ? "\t" : "    ";
  return { newline: text.includes("\r\n") ? "\r\n" : "\n", base, unit };
}

/** `a, b = await asyncio.gather(…)`, a call a line. */
export function gatherForm(bench: Workbench, calls: readonly WrappedAwait[]): Rewritten {
  const [first] = calls;
  const { evaluator } = bench;
  if (first === undefined) return { text: "", needs: [] };
  const { newline, base, unit } = layoutOf(bench, first);
  const { text, needs } = bench.names.access("asyncio", ["gather"], first.call);
  const lines = withComments(bench, calls, ({ call }) => `${indented(evaluator.file.text, call, unit)},`);
  const targets = targetsOf(bench, calls);
  const body = lines.map((line) => base + unit + line).join(newline);
  return {
    text: `${targets === "" ? "" : `${targets} = `}await ${text}(${newline}${body}${newline}${base})`,
    needs,
  };
}

/** `a, (b, c), _`; empty where nobody takes a result. */
function targetsOf(bench: Workbench, calls: readonly WrappedAwait[]): string {
  if (calls.every(({ target }) => target === undefined)) return "";
  const home = homeOf(calls);
  const nobody = (): string => (home === undefined ? "_" : bench.names.freshIn(home, "_", "discarded"));
  return calls.map(({ target }) => (target === undefined ? nobody() : targetText(bench, target))).join(", ");
}

function targetText({ evaluator }: Workbench, target: PyNode): string {
  const text = evaluator.text(target);
  return target.type === "pattern_list" ? `(${text})` : text;
}

function homeOf(calls: readonly WrappedAwait[]): PyNode | undefined {
  const [first] = calls;
  return first === undefined ? undefined : functionAround(first.statement);
}

/** `async with asyncio.TaskGroup() as tasks:`, and the results of its tasks. */
export function taskGroupForm(bench: Workbench, calls: readonly WrappedAwait[]): Rewritten {
  const [first] = calls;
  const home = homeOf(calls);
  if (first === undefined || home === undefined) return { text: "", needs: [] };
  const { newline, base, unit } = layoutOf(bench, first);
  const { text, needs } = bench.names.access("asyncio", ["TaskGroup"], first.call);
  const group = bench.names.freshIn(home, "tasks", "task group");
  const results: string[] = [];
  const lines = withComments(bench, calls, ({ call, target, statement }) => {
    const started = `${group}.create_task(${indented(bench.evaluator.file.text, call, unit)})`;
    if (target === undefined) return started;
    const base = target.type === "identifier" ? `${bench.evaluator.text(target)}_task` : "task";
    const name = bench.names.freshIn(home, base, `task ${String(statement.start)}`);
    results.push(`${bench.evaluator.text(target)} = ${name}.result()`);
    return `${name} = ${started}`;
  });
  const body = lines.map((line) => newline + base + unit + line).join("");
  const after = results.map((line) => newline + base + line).join("");
  return { text: `async with ${text}() as ${group}:${body}${after}`, needs };
}

/** The same with a task group of anyio or a nursery of trio; a small function keeps the results. */
export function structuredForm(
  bench: Workbench,
  calls: readonly WrappedAwait[],
  library: "anyio" | "trio",
): Rewritten | { readonly refusal: string } {
  const [first] = calls;
  const home = homeOf(calls);
  if (first === undefined || home === undefined) return { refusal: "there is nothing to run" };
  const bound = calls.filter(({ target }) => target !== undefined);
  const callees = new Set(bound.map((one) => calleeText(bench, one)));
  if (callees.size > 1) return { refusal: "their results come from different functions" };
  const named = calls
    .flatMap(({ given }) => given)
    .find(({ type }) => /^(keyword_argument|dictionary_splat)$/.test(type));
  if (named !== undefined)
    return { refusal: `\`start_soon\` has no keyword arguments, and \`${bench.evaluator.text(named)}\` is one` };
  const { newline, base, unit } = layoutOf(bench, first);
  const opener = library === "anyio" ? "create_task_group" : "open_nursery";
  const { text, needs } = bench.names.access(library, [opener], first.call);
  const fresh = (name: string): string => bench.names.freshIn(home, name, `gather ${name}`);
  const group = fresh(library === "anyio" ? "tasks" : "nursery");
  const [results, keep] = bound.length === 0 ? ["", ""] : [fresh("results"), fresh("keep")];
  const lines = withComments(bench, calls, (one) => {
    const given = givenText(bench, one, unit);
    if (one.target === undefined) return `${group}.start_soon(${calleeText(bench, one)}, ${given})`;
    return `${group}.start_soon(${keep}, ${String(bound.indexOf(one))}, ${given})`;
  });
  const before = [
    `${results} = [None] * ${String(bound.length)}`,
    "",
    `async def ${keep}(index, function, *arguments):`,
    `${unit}${results}[index] = await ${[...callees].join("")}(function, *arguments)`,
    "",
  ];
  const targets = bound.map(({ target }) => (target === undefined ? "" : targetText(bench, target)));
  const after = targets.length === 1 ? `${targets.join("")} = ${results}[0]` : `${targets.join(", ")} = ${results}`;
  const opening = `async with ${text}() as ${group}:`;
  const body = lines.map((line) => unit + line);
  const all = bound.length === 0 ? [opening, ...body] : [...before, opening, ...body, after];
  return { text: all.map((line, index) => (index === 0 || line === "" ? line : base + line)).join(newline), needs };
}

function calleeText({ evaluator }: Workbench, { call }: WrappedAwait): string {
  const callee = childOf(call, "function");
  return callee === undefined ? "" : evaluator.text(callee);
}

/** The function and its arguments as they are written, one level deeper. */
function givenText({ evaluator }: Workbench, { given, call }: WrappedAwait, unit: string): string {
  const [first, last] = [given[0] ?? call, given.at(-1) ?? call];
  return indented(evaluator.file.text, { ...call, start: first.start, end: last.end }, unit);
}

/** A line for each call, with the comments that stand between them. */
function withComments(
  { evaluator }: Workbench,
  calls: readonly WrappedAwait[],
  render: (call: WrappedAwait) => string,
): readonly string[] {
  const { text } = evaluator.file;
  const lines: string[] = [];
  for (const [index, call] of calls.entries()) {
    const next = calls[index + 1];
    const between = next === undefined ? "" : text.slice(call.statement.end, next.statement.start);
    const [same = "", ...others] = between.split(/\r\n|\n|\r/);
    const behind = same.trim();
    lines.push(render(call) + (behind === "" ? "" : `  ${behind}`));
    lines.push(...others.map((line) => line.trim()).filter((line) => line !== ""));
  }
  return lines;
}
