/** A callback that runs inline → a `for` loop in front of its statement: same order, same results, same first error. */
import { ts } from "ts-morph";
import { calledName } from "../site";
import { changeableRead, checkHazard } from "../hazards";
import type { Form, LocalEdit, Workbench } from "../plan";
import { arrayKind } from "./arrays";
import { loopBody } from "./body";
import { isChangedElsewhere, type InlineCallback } from "./callback";
import { hoistOf, newlineOf, type Hoist } from "./hoist";
import { isAlone, isUnused, nameLoop, type NamedLoop } from "./loopNames";

type Outcome = Form | { readonly refusal: string };

/** The loop, or why there is none. */
export function loopForm(bench: Workbench, inline: InlineCallback): Outcome {
  const { call, callee, method } = inline;
  const name = calledName(call);
  const hoist = hoistOf(bench, call);
  if (hoist === undefined || isAnswer(bench, call, hoist))
    return { refusal: `the callback of ${name} can't await, and there is no place for a loop` };
  if (isOptional(inline) && !(isUnused(inline, hoist) && isDirectlyOptional(callee)))
    return { refusal: `${name} is in an optional chain` };
  const kind = arrayKind(bench.evaluator, callee.expression);
  const names = nameLoop(bench, inline, hoist);
  if (names === undefined)
    return {
      refusal: method === "reduce" ? reduceRefusal(call) : `the callback of ${name} isn't simple enough for a loop`,
    };
  const edits = loopEdits(bench, inline, hoist, names);
  if (edits === undefined) return { refusal: `the callback of ${name} isn't simple enough for a loop` };
  const cautions = [
    kind === "array" ? undefined : `${described(callee.expression)} must be an array`,
    changed(bench, callee.expression),
    checkHazard(bench, call),
  ].filter((text) => text !== undefined);
  const bare = names.hasIndex ? undefined : skipParentheses(callee.expression);
  const title = "in a `for` loop";
  const form: Form = { kind: "loop", call, title, cautions, edits, needs: [], released: [] };
  return bare === undefined ? form : { ...form, bare };
}

function reduceRefusal(call: ts.CallExpression): string {
  return call.arguments.length < 2
    ? "`reduce` has no value to start with"
    : "the callback of `reduce` isn't simple enough for a loop";
}

/** What a callback gives that becomes a loop itself: its `return` is no place for a statement. */
function isAnswer({ madeAsync }: Workbench, call: ts.Node, { statement }: Hoist): boolean {
  let outer = call.parent;
  while (!ts.isFunctionLike(outer)) outer = outer.parent;
  const isAsync =
    ts.canHaveModifiers(outer) && outer.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  if (isAsync === true || madeAsync.has(outer)) return false;
  return statement === undefined || ts.isReturnStatement(statement);
}

export function isOptional({ call }: InlineCallback): boolean {
  return (call.flags & ts.NodeFlags.OptionalChain) !== 0;
}

/** `files?.forEach(…)` of a plain `files`. */
function isDirectlyOptional({ questionDotToken }: ts.PropertyAccessExpression): boolean {
  return questionDotToken !== undefined;
}

function changed(bench: Workbench, array: ts.Expression): string | undefined {
  const node = skipParentheses(array);
  if (ts.isCallExpression(node)) return undefined;
  const isShared = ts.isIdentifier(node) && isChangedElsewhere(bench, node);
  const read = isShared ? node.text : changeableRead(bench, array);
  return read === undefined ? undefined : `\`${read}\` may change while it waits`;
}

function described(node: ts.Expression): string {
  const text = node.getText();
  return text.length <= 40 && !text.includes("\n") ? `\`${text}\`` : "what it goes through";
}

function skipParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? skipParentheses(node.expression) : node;
}

function loopEdits(
  bench: Workbench,
  inline: InlineCallback,
  hoist: Hoist,
  names: NamedLoop,
): readonly LocalEdit[] | undefined {
  const { tree, text } = bench.file;
  const { call, callee, callback, method } = inline;
  const newline = newlineOf(text);
  const { semicolon, unit } = names;
  const isStatement = names.isDirect || (hoist.statement !== undefined && isAlone(inline, hoist));
  const indent = hoist.indent + (hoist.wraps ? unit : "");
  const body = loopBody(bench, inline, names, indent);
  if (body === undefined) return undefined;
  const array = names.hasIndex ? callee.expression : skipParentheses(callee.expression);
  const last = isStatement ? hoist.end : call.end;
  const parts = [text.slice(callee.expression.end, body.start), text.slice(body.end, last)];
  const dropped = isStatement ? text.slice(hoist.start, callee.expression.getStart(tree)) : "";
  const parameters = callback.parameters.map((parameter) => parameter.getText(tree)).join("");
  if (/\/[/*]/.test(parts.join(" ") + dropped + parameters)) return undefined;
  const line = newline + indent;
  const declared = names.declaration === "" ? "" : names.declaration + semicolon + line;
  const fallback = isOptional(inline) ? " ?? []" : "";
  const opening = (hoist.wraps ? `{${newline}${indent}` : "") + declared + `for (${names.head} of `;
  const isBracketed = names.hasIndex && fallback !== "";
  const entries = names.hasIndex ? ".entries()" : "";
  const middle = `${fallback}${isBracketed ? ")" : ""}${entries})${body.before}`;
  const closing = hoist.wraps ? `${newline}${hoist.indent}}` : "";
  const own = [
    { start: hoist.start, end: array.getStart(tree), text: opening + (isBracketed ? "(" : "") },
    { start: array.end, end: body.start, text: middle },
    ...body.edits,
    ...renames(names, body.edits),
  ];
  if (isStatement) return [...own, { start: body.end, end: last, text: body.after + closing, closes: true }];
  const result = names.result === undefined ? "" : names.result + (method === "flatMap" ? ".flat()" : "");
  const isBody = hoist.statement === undefined;
  const end = isBody && names.result !== undefined ? semicolon + closing : closing;
  const after: LocalEdit = { start: body.end, end: call.end, text: body.after, closes: true };
  const lead = body.after + line + (isBody ? "return " : "");
  const moved = { start: hoist.start, end: call.getStart(tree), lead };
  return [
    ...own,
    names.result === undefined ? after : { ...after, text: result, moved },
    { start: hoist.end, end: hoist.end, text: end, closes: true },
  ];
}

/** Names inside of what goes anyway aren't renamed. */
function renames({ renamed, result }: NamedLoop, edits: readonly LocalEdit[]): readonly LocalEdit[] {
  const isInside = (node: ts.Node): boolean =>
    edits.some((edit) => edit.start <= node.getStart() && node.end <= edit.end && edit.start < edit.end);
  return renamed
    .filter((node) => !isInside(node))
    .map((node) => ({ start: node.getStart(), end: node.end, text: result ?? "" }));
}
