/** Independent calls that wait one after the other for an executor → calls that wait together. */
import type { Span } from "../../../../core/facts";
import { childOfType, descendants, type PyNode } from "../../tree";
import { functionAround, withValues } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Plan, Workbench } from "../plan";
import { boundNames, rowAt, touches, type WrappedAwait } from "./calls";
import { comprehensionPlans } from "./comprehension";
import { gatherForm, structuredForm, taskGroupForm, type Rewritten } from "./forms";
import { dependence, sharedArgument } from "./independence";

/** The first version with `asyncio.TaskGroup`. */
const MINOR_WITH_TASK_GROUP = 11;

export interface GatherPlans {
  /** Best first. */
  readonly plans: readonly Plan[];
  readonly refused: readonly { readonly title: string; readonly reason: string }[];
}

/** Ways to run the calls at `span` together: those that it selects, or the independent ones around a cursor. */
export function gatherPlans(bench: Workbench, span: Span): GatherPlans {
  const repeated = comprehensionPlans(bench, span);
  if (repeated.plans.length > 0 || repeated.refused.length > 0) return repeated;
  const row = rowAt(bench, span);
  const selected = row.filter(({ statement }) => touches(statement, span));
  const isSelection = selected.length > 1;
  const { group, reason } = isSelection ? together(bench, selected) : around(bench, row, selected[0]);
  if (group.length < 2) {
    const title = isSelection ? titleOf(selected) : "Run these calls together";
    return { plans: [], refused: reason === undefined ? [] : [{ title, reason }] };
  }
  return planGroup(bench, group);
}

interface Group {
  readonly group: readonly WrappedAwait[];
  /** Why there is none, or no larger one. */
  readonly reason?: string;
}

/** All of them, if none depends on one before. */
function together(bench: Workbench, calls: readonly WrappedAwait[]): Group {
  for (const [index, later] of calls.entries()) {
    const reason = dependenceOn(bench, calls.slice(0, index), later);
    if (reason !== undefined) return { group: [], reason };
  }
  return { group: calls };
}

function dependenceOn(bench: Workbench, earlier: readonly WrappedAwait[], later: WrappedAwait): string | undefined {
  return earlier.map((one) => dependence(bench, one, later)).find((reason) => reason !== undefined);
}

/** The row is cut where a call depends on one of its group; the group with `call` counts. */
function around(bench: Workbench, row: readonly WrappedAwait[], call: WrappedAwait | undefined): Group {
  const groups: WrappedAwait[][] = [];
  let reason: string | undefined;
  for (const one of row) {
    const last = groups.at(-1);
    const cut = last === undefined ? undefined : dependenceOn(bench, last, one);
    if (last !== undefined && cut === undefined) last.push(one);
    else {
      if (last !== undefined && call !== undefined && (one === call || last.includes(call))) reason ??= cut;
      groups.push([one]);
    }
  }
  const group = groups.find((calls) => call !== undefined && calls.includes(call)) ?? [];
  return { group, ...(reason === undefined ? {} : { reason }) };
}

function titleOf(calls: readonly WrappedAwait[]): string {
  return `Run these ${String(calls.length)} calls together`;
}

function planGroup(bench: Workbench, calls: readonly WrappedAwait[]): GatherPlans {
  const title = titleOf(calls);
  const [first] = calls;
  const last = calls.at(-1);
  if (first === undefined || last === undefined) return { plans: [], refused: [] };
  const failure = neededOnFailure(bench, calls);
  if (failure !== undefined) return { plans: [], refused: [{ title, reason: failure }] };
  const plans: Plan[] = [];
  const refused: { title: string; reason: string }[] = [];
  const shared = sharedArgument(bench, calls);
  const add = (name: string, errors: string, { text, needs }: Rewritten): void => {
    plans.push({
      title: `${title} with \`${name}\``,
      cautions: ["in any order", errors, ...(shared === undefined ? [] : [shared])],
      edits: [{ start: first.statement.start, end: last.statement.end, text }],
      needs,
      range: { start: first.statement.start, end: last.statement.end },
      moves: true,
    });
  };
  const handler = handlerAround(bench, first.statement);
  const inGroup = "errors come in an `ExceptionGroup`";
  for (const library of librariesFor(bench, calls)) {
    if (library === "asyncio") {
      add("asyncio.gather", "the first error is raised while the others go on", gatherForm(bench, calls));
      const areCoroutines = calls.every(({ kind }) => kind !== "future");
      if (minorOf(bench) < MINOR_WITH_TASK_GROUP || !areCoroutines || handler !== undefined) continue;
      add("asyncio.TaskGroup", inGroup, taskGroupForm(bench, calls));
      continue;
    }
    const name = library === "anyio" ? "anyio.create_task_group" : "trio.open_nursery";
    const form = handler === undefined ? structuredForm(bench, calls, library) : { refusal: handler };
    if ("refusal" in form) refused.push({ title: `${title} with \`${name}\``, reason: form.refusal });
    else add(name, inGroup, form);
  }
  return { plans, refused };
}

/** The libraries under which all of the calls run, best first. */
function librariesFor(bench: Workbench, calls: readonly WrappedAwait[]): readonly ("asyncio" | "anyio" | "trio")[] {
  const { libraries } = librariesOf(bench);
  const kinds = new Set(calls.map(({ kind }) => kind));
  if (kinds.has("trio")) return kinds.size === 1 ? ["trio"] : [];
  if (kinds.has("asyncio") || kinds.has("future")) return ["asyncio"];
  const known = libraries.filter((library) => library !== "trio");
  return kinds.has("anyio") && !known.includes("anyio") ? ["anyio", ...known] : known;
}

/** What an error leaves unset afterwards, where somebody may look at it. */
function neededOnFailure(bench: Workbench, calls: readonly WrappedAwait[]): string | undefined {
  const [first] = calls;
  const home = first === undefined ? undefined : functionAround(first.statement);
  if (first === undefined || home === undefined) return undefined;
  // What the last one gives isn't set either way when it fails.
  const bound = calls.slice(0, -1).flatMap(({ target }) => boundNames(bench, target));
  for (const guarded of guardsAround(bench, first.statement)) {
    for (const node of descendants(home)) {
      const name = bench.evaluator.text(node);
      if (node.type !== "identifier" || node.field === "attribute" || !bound.includes(name)) continue;
      const isInside = guarded.body.start <= node.start && node.end <= guarded.body.end;
      const isAfter = node.start >= guarded.statement.end;
      if (!isInside && !(isAfter && guarded.leaves) && !isElse(node, guarded.statement))
        return `\`${name}\` may be used after one of the others failed`;
    }
  }
  return undefined;
}

interface Guarded {
  readonly statement: PyNode;
  readonly body: PyNode;
  /** After an error nothing behind the statement runs. */
  readonly leaves: boolean;
}

/** Statements around `node` that go on after an error in it. */
function guardsAround({ evaluator }: Workbench, node: PyNode): readonly Guarded[] {
  const found: Guarded[] = [];
  for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.type === "function_definition") break;
    if (inner.field !== "body") continue;
    if (outer.type === "try_statement") {
      const handlers = outer.children.filter(({ type }) => /^except(_group)?_clause$/.test(type));
      const leaves = handlers.every((handler) => {
        const last = childOfType(handler, "block")?.children.findLast(({ type }) => type !== "comment");
        return last !== undefined && /^(return|raise)_statement$/.test(last.type);
      });
      found.push({ statement: outer, body: inner, leaves });
    }
    const isSuppressing =
      outer.type === "with_statement" && withValues(outer).some((value) => evaluator.text(value).includes("suppress"));
    if (isSuppressing) found.push({ statement: outer, body: inner, leaves: false });
  }
  return found;
}

function isElse(node: PyNode, statement: PyNode): boolean {
  return statement.children.some(
    ({ type, start, end }) => type === "else_clause" && start <= node.start && node.end <= end,
  );
}

/** Why a task group changes what is caught: a clause; undefined where nothing is caught around `node`. */
export function handlerAround(bench: Workbench, node: PyNode): string | undefined {
  const catches = guardsAround(bench, node).some(
    ({ statement }) => statement.type === "with_statement" || childOfType(statement, "except_clause") !== undefined,
  );
  return catches ? "what is caught around them wouldn't be: a task group raises an `ExceptionGroup`" : undefined;
}
