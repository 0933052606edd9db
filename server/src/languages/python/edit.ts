/**
 * Facts after an edit: the statements of the module that it touches are looked at again, all others have the facts of
 * before, moved. The answer is that of a file looked at as a whole; where that isn't sure, there is none.
 */
import { changeBetween, type Change } from "../../core/change";
import type { CallFacts, Reference, Span } from "../../core/facts";
import { collectCalls, type Collected } from "./calls";
import type { Source } from "./bindings";
import type { PyEvaluator } from "./evaluate";
import type { Extracted } from "./facts";
import { namesLargeNumber } from "./loops/given";
import { isClass, outsideView, writesElsewhere } from "./outsideView";
import type { PyNode } from "./tree";
import { toReference } from "./values";

/** What has to be known of the text before the edit. */
export interface PreparedEdit {
  readonly change: Change;
  readonly before: PyEvaluator;
  readonly statements: readonly PyNode[];
  /** What others can see of the statements that the edit touches, where that is known. */
  readonly views: ReadonlyMap<PyNode, string | undefined>;
  /** Without a large number anywhere in the text no sizes are told. */
  readonly namesLargeNumber: boolean;
  readonly extracted: Extracted;
}

/** To be asked before the text is parsed again. */
export function prepareEdit(evaluator: PyEvaluator, extracted: Extracted, text: string): PreparedEdit {
  const change = changeBetween(evaluator.file.text, text);
  const statements = evaluator.file.root.children;
  const touched = statements.filter(({ start, end }) => start <= change.oldEnd && change.start <= end);
  const views = new Map(touched.map((statement) => [statement, outsideView(evaluator, statement)]));
  return { change, before: evaluator, statements, views, namesLargeNumber: namesLargeNumber(evaluator), extracted };
}

/** The facts of the text after the edit; undefined where the file has to be looked at as a whole. */
export function extractAfterEdit(edit: PreparedEdit, evaluator: PyEvaluator): Extracted | undefined {
  const { change, before, statements, extracted } = edit;
  const { children } = evaluator.file.root;
  const first = sameAtStart(statements, children);
  const last = sameAtStart(statements.toReversed(), children.toReversed(), first);
  const former = regionOf(before, statements.slice(first, statements.length - last), change.start, change.oldEnd);
  const edited = regionOf(evaluator, children.slice(first, children.length - last), change.start, change.newEnd);
  if (former === undefined || edited === undefined || namesLargeNumber(evaluator) !== edit.namesLargeNumber)
    return undefined;
  const exports = exportsAfter(edit, former, edited, evaluator);
  if (exports === undefined) return undefined;
  const inside = collectCalls(evaluator, edited.statements);
  if (![...evaluator.cycles].every((node) => isIn(node, edited.span))) return undefined;
  const calls = extracted.collected.calls.filter((call) => isIn(call.span, former.span));
  if ([...calls, ...inside.calls].some(isToldOnce)) return undefined;
  const delta = change.newEnd - change.oldEnd;
  return {
    collected: exchanged(extracted.collected, inside, former.span, delta),
    exports,
    hasCycles: extracted.hasCycles,
  };
}

/** Statements of the module that stand together, without comments; those before the edit are where they were. */
interface Region {
  readonly statements: readonly PyNode[];
  readonly span: Span;
}

/** Undefined where something in it may change what is outside, other than by the names that it binds. */
function regionOf(
  evaluator: PyEvaluator,
  nodes: readonly PyNode[],
  changeStart: number,
  changeEnd: number,
): Region | undefined {
  const statements = nodes.filter(({ type }) => type !== "comment");
  if (statements.some((one) => writesElsewhere(evaluator, one))) return undefined;
  const start = Math.min(changeStart, statements[0]?.start ?? changeStart);
  const end = Math.max(changeEnd, statements.at(-1)?.end ?? changeEnd);
  return { statements, span: { start, end } };
}

/**
 * What the module gives to others; undefined where other statements may see that something has changed. They don't see
 * what looks as before, nor what they don't name.
 */
function exportsAfter(
  { before, views, extracted }: PreparedEdit,
  former: Region,
  edited: Region,
  evaluator: PyEvaluator,
): Readonly<Record<string, Reference>> | undefined {
  const looksAsBefore = (statement: PyNode, index: number): boolean => {
    const view = views.get(former.statements[index] ?? statement);
    return view !== undefined && view === outsideView(evaluator, statement);
  };
  const areSame = former.statements.length === edited.statements.length && edited.statements.every(looksAsBefore);
  if (areSame && !(extracted.hasCycles && edited.statements.some(isClass))) return extracted.exports;
  const { text, root } = evaluator.file;
  const others = `${text.slice(0, edited.span.start)} ${text.slice(edited.span.end)}`;
  const own = new Set([...namesIn(before, former), ...namesIn(evaluator, edited)]);
  if ([...own].some((name) => isNamedIn(others, name))) return undefined;
  const exports: Record<string, Reference> = {};
  for (const name of evaluator.scopes.module.names.keys()) {
    const known = own.has(name) ? undefined : extracted.exports[name];
    exports[name] = known ?? toReference(evaluator.valueOfName(name, root));
  }
  return exports;
}

/** Names of the module that are bound in some of its statements. */
function namesIn({ scopes }: PyEvaluator, { statements }: Region): readonly string[] {
  const all = new Set(statements);
  const isHere = (source: Source): boolean => all.has(statementAround("node" in source ? source.node : source.at));
  return [...scopes.module.names].flatMap(([name, sources]) => (sources.some(isHere) ? [name] : []));
}

function statementAround(node: PyNode): PyNode {
  let statement = node;
  while (statement.parent?.parent !== undefined) statement = statement.parent;
  return statement;
}

function isNamedIn(text: string, name: string): boolean {
  return /^\w+$/.test(name) ? new RegExp(`\\b${name}\\b`).test(text) : text.includes(name);
}

/** How many nodes two lists have in common at their start, but for so many at their ends. */
function sameAtStart(before: readonly PyNode[], after: readonly PyNode[], taken = 0): number {
  const most = Math.min(before.length, after.length) - taken;
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  return same;
}

/** What is told once for all of the module: whether it is depends on other statements. */
function isToldOnce({ owner, form, givenTo }: CallFacts): boolean {
  return owner === "" && (form === "get" || givenTo !== undefined);
}

/** The facts of all statements, with others for what was in `span`; those behind it are moved. */
function exchanged(before: Collected, inside: Collected, span: Span, delta: number): Collected {
  const moved = ({ start, end }: Span): Span => ({ start: start + delta, end: end + delta });
  const movedOne = <T extends { readonly span: Span }>(one: T): T => ({ ...one, span: moved(one.span) });
  const movedCall = (call: CallFacts): CallFacts => ({ ...movedOne(call), nameSpan: moved(call.nameSpan) });
  const put = <T extends { readonly span: Span }>(
    all: readonly T[],
    news: readonly T[],
    move: (one: T) => T,
  ): readonly T[] => {
    const behind = all.filter((one) => span.end <= one.span.start);
    return [...all.filter((one) => one.span.end <= span.start), ...news, ...(delta === 0 ? behind : behind.map(move))];
  };
  return {
    functions: put(before.functions, inside.functions, movedOne),
    classes: put(before.classes, inside.classes, movedOne),
    calls: put(before.calls, inside.calls, movedCall),
    work: put(before.work, inside.work, movedCall),
  };
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
