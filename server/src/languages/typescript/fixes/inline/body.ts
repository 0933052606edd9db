/** The body of a callback → the body of a loop: `return` becomes what the loop does with the value, and goes on. */
import { ts } from "ts-morph";
import { isFunction } from "../../functions";
import type { LocalEdit, Workbench } from "../plan";
import type { InlineCallback, Method } from "./callback";
import { giving, type Giving, type LoopNames } from "./given";
import { indentAt, newlineOf } from "./hoist";

export interface LoopBody {
  /** Where the body starts and ends in the text: what is before and after it goes. */
  readonly start: number;
  readonly end: number;
  /** Between the loop's head and `start`, and between `end` and what follows the loop. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly LocalEdit[];
}

/** Undefined where the body can't be that of a loop. `indent`: that of the loop. */
export function loopBody(
  bench: Workbench,
  inline: InlineCallback,
  names: LoopNames,
  indent: string,
): LoopBody | undefined {
  const { body } = inline.callback;
  return ts.isBlock(body) ? ofBlock(bench, inline, body, names) : ofExpression(bench, inline, body, names, indent);
}

function ofExpression(
  { file: { tree, text } }: Workbench,
  { method }: InlineCallback,
  expression: ts.Expression,
  names: LoopNames,
  indent: string,
): LoopBody | undefined {
  const { value, given } = givenBy(method, expression, names);
  const { open, close } = given;
  if (open === undefined || value === undefined) return undefined;
  const newline = newlineOf(text);
  const inside = newline + indent + names.unit;
  const before = ` {${inside}${open}`;
  const after = `${close.join(inside)}${newline}${indent}}`;
  return { start: value.getStart(tree), end: value.end, before, after, edits: [] };
}

function ofBlock(bench: Workbench, { method }: InlineCallback, body: ts.Block, names: LoopNames): LoopBody | undefined {
  const { tree } = bench.file;
  const found = returnsOf(body);
  if (found === undefined) return undefined;
  const needsValue = names.result !== undefined && /^(map|flatMap|reduce|every)$/.test(method);
  if (needsValue && !neverFallsThrough(body)) return undefined;
  const edits: LocalEdit[] = [];
  for (const statement of found) {
    const { value, given } = givenBy(method, statement.expression, names);
    const rewritten = returnEdits(bench, statement, value, given, names, isAtEnd(statement, body));
    if (rewritten === undefined) return undefined;
    edits.push(...rewritten);
  }
  return { start: body.getStart(tree), end: body.end, before: " ", after: "", edits };
}

/** Statements for what is returned, and the part of it that stays in them. */
function givenBy(
  method: Method,
  expression: ts.Expression | undefined,
  names: LoopNames,
): { readonly value: ts.Expression | undefined; readonly given: Giving } {
  const value = expression === undefined ? undefined : valueOf(expression);
  if (isResult(method, value, names)) return { value, given: { close: [] } };
  const given = giving(method, value, names);
  const isNegated =
    value !== undefined && ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken;
  if (!isNegated || given.open !== "if (!(") return { value, given };
  // Twice negated is not negated.
  const close = given.close.map((line, index) => (index === 0 ? line.slice(1) : line));
  return { value: valueOf(value.operand), given: { ...given, open: "if (", close } };
}

/** Nothing of the body runs after it. */
function isAtEnd(statement: ts.Statement, body: ts.Block): boolean {
  for (let inner: ts.Node = statement, outer = inner.parent; inner !== body; inner = outer, outer = outer.parent) {
    if (ts.isBlock(outer) && outer.statements.at(-1) !== inner) return false;
    const goesOn = ts.isBlock(outer) || ts.isIfStatement(outer) || ts.isCatchClause(outer) || ts.isTryStatement(outer);
    if (!goesOn) return false;
    if (outer === body) return true;
  }
  return false;
}

/** `return sum` of what `reduce` has collected. */
function isResult(method: Method, value: ts.Expression | undefined, { collected }: LoopNames): boolean {
  return method === "reduce" && value !== undefined && ts.isIdentifier(value) && value.text === collected;
}

function returnEdits(
  { file: { tree, text } }: Workbench,
  statement: ts.ReturnStatement,
  value: ts.Expression | undefined,
  { open, close, breaks }: Giving,
  { unit, semicolon }: LoopNames,
  isLast: boolean,
): readonly LocalEdit[] | undefined {
  const newline = newlineOf(text);
  const start = statement.getStart(tree);
  const jump = isLast || breaks === true ? [] : [`continue${semicolon}`];
  // Brackets and comments around the value go, or stay, with it.
  const head = value === undefined ? "" : text.slice(start, value.getStart(tree));
  const tail = value === undefined ? "" : text.slice(value.end, statement.end);
  if (/\/[/*]/.test(head + tail)) return undefined;
  const isAlone = !ts.isBlock(statement.parent) && !ts.isCaseOrDefaultClause(statement.parent);
  const lines = [...close, ...jump];
  const count = (open === undefined ? close.length : 1) + jump.length;
  const wraps = isAlone && (count !== 1 || open?.startsWith("if") === true);
  const indent = newline + indentAt(text, start) + (wraps ? unit : "");
  const opening = wraps ? `{${indent}` : "";
  const closing = wraps ? `${newline}${indentAt(text, start)}}` : "";
  if (open === undefined || value === undefined) {
    if (count > 0) return [{ start, end: statement.end, text: opening + lines.join(indent) + closing }];
    if (isAlone) return [{ start, end: statement.end, text: "{}" }];
    // With nothing left of it, its line goes too.
    const [space = ""] = /(?:\r?\n[ \t]*)+$/.exec(text.slice(0, start)) ?? [];
    return [{ start: start - space.length, end: statement.end, text: "" }];
  }
  return [
    { start, end: value.getStart(tree), text: opening + open },
    { start: value.end, end: statement.end, text: lines.join(indent) + closing, closes: true },
  ];
}

/** All `return` of the body; undefined where one stands in a loop or a `switch` of its own, or a `var` would leave the loop. */
export function returnsOf(body: ts.Block): readonly ts.ReturnStatement[] | undefined {
  const found: ts.ReturnStatement[] = [];
  /** Gives true where the search ends in vain. */
  const visit = (node: ts.Node, isInside: boolean): true | undefined => {
    if (isFunction(node) || ts.isClassLike(node)) return undefined;
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) return true;
    if (ts.isReturnStatement(node)) {
      if (isInside) return true;
      found.push(node);
    }
    const jumps = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    return ts.forEachChild(node, (child) => visit(child, isInside || jumps));
  };
  return ts.forEachChild(body, (child) => visit(child, false)) === true ? undefined : found;
}

function neverFallsThrough(statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true;
  if (ts.isBlock(statement)) return neverFallsThrough(statement.statements.at(-1));
  if (ts.isTryStatement(statement)) {
    const { tryBlock, catchClause } = statement;
    return neverFallsThrough(tryBlock) && (catchClause === undefined || neverFallsThrough(catchClause.block));
  }
  return (
    ts.isIfStatement(statement) &&
    neverFallsThrough(statement.thenStatement) &&
    neverFallsThrough(statement.elseStatement)
  );
}

/** Without the brackets around it, which an arrow function's object and a long `return` have; those of a comma stay. */
export function valueOf(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (ts.isParenthesizedExpression(node)) {
    const inner = node.expression;
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.CommaToken) return node;
    node = inner;
  }
  return node;
}
