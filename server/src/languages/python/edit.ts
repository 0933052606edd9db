/**
 * Facts after an edit in the body of one function of the module: its statement is looked at again, all others have the
 * facts of before, moved. The answer is that of a file looked at as a whole; where that isn't sure, there is none.
 */
import { changeBetween, type Change } from "../../core/change";
import type { CallFacts, FunctionFacts, Span } from "../../core/facts";
import { collectCalls, type Collected } from "./calls";
import { wrapsOf } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import type { Extracted } from "./facts";
import { keyOf } from "./keys";
import { namesLargeNumber } from "./loops/given";
import { resultOf } from "./results";
import { childOf, type PyNode } from "./tree";
import type { Value } from "./values";

/** A statement of the module that is a function, with or without decorators. */
interface EditedFunction {
  readonly statement: PyNode;
  /** What a call gives, as others can see it. */
  readonly result: string;
}

/** What has to be known of the text before the edit. */
export interface PreparedEdit {
  readonly change: Change;
  readonly index: number;
  readonly statements: readonly PyNode[];
  readonly span: Span;
  readonly result: string;
  /** Without a large number anywhere in the text no sizes are told. */
  readonly namesLargeNumber: boolean;
  readonly extracted: Extracted;
}

/** Names of other scopes, and what makes facts of the text as a whole. */
const SEEN_OUTSIDE = /\b(global|nonlocal|__all__|next)\b/;

/** To be asked before the text is parsed again; undefined where the file has to be looked at as a whole. */
export function prepareEdit(evaluator: PyEvaluator, extracted: Extracted, text: string): PreparedEdit | undefined {
  const change = changeBetween(evaluator.file.text, text);
  const statements = evaluator.file.root.children;
  const index = statements.findIndex(({ start, end }) => start < change.start && change.oldEnd <= end);
  const edited = editedFunction(evaluator, statements[index], change.start);
  if (edited === undefined) return undefined;
  const { start, end } = edited.statement;
  const { result } = edited;
  return {
    change,
    index,
    statements,
    span: { start, end },
    result,
    namesLargeNumber: namesLargeNumber(evaluator),
    extracted,
  };
}

/** The facts of the text after the edit. */
export function extractAfterEdit(edit: PreparedEdit, evaluator: PyEvaluator): Extracted | undefined {
  const { change, index, span, extracted } = edit;
  const { children } = evaluator.file.root;
  const haveStayed =
    children.length === edit.statements.length &&
    children.every((node, at) => at === index || node === edit.statements[at]);
  const edited = haveStayed ? editedFunction(evaluator, children[index], change.start) : undefined;
  if (edited?.statement.start !== span.start || edited.result !== edit.result) return undefined;
  if (namesLargeNumber(evaluator) !== edit.namesLargeNumber) return undefined;
  const inside = collectCalls(evaluator, [edited.statement]);
  const former = extracted.collected.calls.filter((call) => isIn(call.span, span));
  const { statement } = edited;
  const areOwn = [...evaluator.cycles].every((node) => statement.start <= node.start && node.end <= statement.end);
  if (!areOwn || [...former, ...inside.calls].some(isToldOnce)) return undefined;
  return { collected: replaced(extracted.collected, inside, edit), exports: extracted.exports };
}

/** Undefined where something outside of the function may see what is in it. */
function editedFunction(
  evaluator: PyEvaluator,
  statement: PyNode | undefined,
  changedAt: number,
): EditedFunction | undefined {
  const definition = statement?.type === "decorated_definition" ? childOf(statement, "definition") : statement;
  if (statement === undefined || definition?.type !== "function_definition") return undefined;
  const { text } = evaluator.file;
  if (!isBehindColon(definition, text, changedAt)) return undefined;
  if (SEEN_OUTSIDE.test(text.slice(statement.start, statement.end)) || wrapsOf(evaluator, definition) !== undefined)
    return undefined;
  const result = outsideView(resultOf(evaluator, definition), definition);
  return result === undefined ? undefined : { statement, result };
}

/** Whether an offset is in the body of a function, or in the white space before it. */
function isBehindColon(definition: PyNode, text: string, offset: number): boolean {
  const header = definition.children.filter(({ field, type }) => field !== "body" && type !== "comment");
  const end = header.at(-1)?.end ?? definition.end;
  return end < offset && /^\s*:/.test(text.slice(end, offset));
}

/** A value as JSON, nodes by their keys; undefined where it has something that is in the function itself. */
function outsideView(value: Value, definition: PyNode): string | undefined {
  const nodes: PyNode[] = [];
  const text = JSON.stringify(value, (name, part: unknown) => {
    if (name !== "node") return part;
    const node = part as PyNode;
    nodes.push(node);
    return keyOf(node) ?? "";
  });
  const areOutside = nodes.every(({ start, end }) => end <= definition.start || definition.end <= start);
  return areOutside ? text : undefined;
}

/** What is told once for all of the module: whether it is depends on other statements. */
function isToldOnce({ owner, form, givenTo }: CallFacts): boolean {
  return owner === "" && (form === "get" || givenTo !== undefined);
}

/** The facts of all statements, with others for the edited one. */
function replaced(before: Collected, inside: Collected, { change, span }: PreparedEdit): Collected {
  const delta = change.newEnd - change.oldEnd;
  const moved = ({ start, end }: Span): Span => ({ start: start + delta, end: end + delta });
  const movedCall = (call: CallFacts): CallFacts => ({
    ...call,
    span: moved(call.span),
    nameSpan: moved(call.nameSpan),
  });
  const put = <T extends { readonly span: Span }>(
    all: readonly T[],
    news: readonly T[],
    move: (one: T) => T,
  ): readonly T[] => [
    ...all.filter((one) => one.span.end <= span.start),
    ...news,
    ...all.filter((one) => span.end <= one.span.start).map(move),
  ];
  return {
    functions: put(before.functions, inside.functions, (one: FunctionFacts) => ({ ...one, span: moved(one.span) })),
    classes: put(before.classes, inside.classes, (one) => ({ ...one, span: moved(one.span) })),
    calls: put(before.calls, inside.calls, movedCall),
    work: put(before.work, inside.work, movedCall),
  };
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
