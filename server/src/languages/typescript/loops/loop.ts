/** The statements that go around, their parts, and the ways out of them. */
import { ts } from "ts-morph";
import { isFunction } from "../functions";
import { isAssignment } from "../scopes";
import { unwrap } from "./constants";

export type LoopNode = ts.IterationStatement;

export function isLoop(node: ts.Node): node is LoopNode {
  return ts.isIterationStatement(node, false);
}

/** `for`, `while`, `do`: how people call it. */
export function keywordOf(loop: LoopNode): string {
  if (ts.isWhileStatement(loop)) return "while";
  if (ts.isDoStatement(loop)) return "do";
  if (ts.isForInStatement(loop)) return "for…in";
  return ts.isForOfStatement(loop) ? "for…of" : "for";
}

/** Ends where its body begins: what a finding underlines. */
export function headEnd(loop: LoopNode, tree: ts.SourceFile): number {
  const start = loop.getStart(tree);
  if (ts.isDoStatement(loop)) return start + "do".length;
  const head = tree.text.slice(start, loop.statement.getStart(tree));
  return start + head.replace(/\s*(\/\*[^]*?\*\/\s*|\/\/[^\n]*\n\s*)*$/, "").length;
}

/** What decides whether it goes around again; undefined where it walks through something, or nothing decides. */
export function conditionOf(loop: LoopNode): ts.Expression | undefined {
  if (ts.isForStatement(loop)) return loop.condition;
  return ts.isWhileStatement(loop) || ts.isDoStatement(loop) ? loop.expression : undefined;
}

/** What runs each time around, in the order in which it runs. */
export function repeatedParts(loop: LoopNode): readonly ts.Node[] {
  if (ts.isForStatement(loop))
    return [loop.condition, loop.statement, loop.incrementor].filter((part) => part !== undefined);
  if (ts.isWhileStatement(loop)) return [loop.expression, loop.statement];
  return ts.isDoStatement(loop) ? [loop.statement, loop.expression] : [loop.statement];
}

/** Its condition holds always: `while (true)`, `for (;;)`. */
export function isUnconditional(loop: LoopNode): boolean {
  if (ts.isForInStatement(loop) || ts.isForOfStatement(loop)) return false;
  const condition = conditionOf(loop);
  if (condition === undefined) return true;
  const node = unwrap(condition);
  return node.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(node) && Number(node.text) !== 0);
}

/** A loop's body as a list. */
export function bodyOf({ statement }: LoopNode): readonly ts.Statement[] {
  return ts.isBlock(statement) ? statement.statements : [statement];
}

/** Walks what the function around runs itself, in the order of the text; `visit` says whether to go in. */
export function visitOwn(node: ts.Node, visit: (node: ts.Node) => boolean): void {
  const go = (inner: ts.Node): void => {
    if (!isFunction(inner) && visit(inner)) ts.forEachChild(inner, go);
  };
  go(node);
}

/** Whether something that the function around runs itself in `node` is so. */
export function someOwn(node: ts.Node, isSo: (node: ts.Node) => boolean): boolean {
  // Undefined, not false, for "no": that is how `forEachChild` goes on.
  const find = (inner: ts.Node): true | undefined => {
    if (isFunction(inner)) return undefined;
    return isSo(inner) || ts.forEachChild(inner, find);
  };
  return find(node) === true;
}

/** `++` or `--` on something, and what on. */
export function steppedBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isPostfixUnaryExpression(node) && !ts.isPrefixUnaryExpression(node)) return undefined;
  const isStep = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  return isStep ? node.operand : undefined;
}

/** What an assignment, `++` or `--` writes to. */
export function targetOf(node: ts.Node): ts.Expression | undefined {
  const isSet = ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind);
  return isSet ? node.left : steppedBy(node);
}

export type Exit = ts.BreakStatement | ts.ContinueStatement | ts.ReturnStatement | ts.ThrowStatement;

/** Statements in a loop that end it, or leave it for a loop around it. */
export function exitsOf(loop: LoopNode): readonly Exit[] {
  const exits: Exit[] = [];
  visitOwn(loop.statement, (node) => {
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) exits.push(node);
    else if (ts.isBreakStatement(node) && leaves(node, loop)) exits.push(node);
    else if (ts.isContinueStatement(node) && node.label !== undefined && leaves(node, loop)) exits.push(node);
    return true;
  });
  return exits;
}

/** Whether a `break`, or a `continue` of another loop, goes out of `loop`. */
function leaves(node: ts.BreakOrContinueStatement, loop: LoopNode): boolean {
  for (let outer: ts.Node = node.parent; outer !== loop; outer = outer.parent) {
    if (node.label !== undefined) {
      if (ts.isLabeledStatement(outer) && outer.label.text === node.label.text) return false;
    } else if (isLoop(outer) || ts.isSwitchStatement(outer)) return false;
  }
  const isItsOwn = ts.isLabeledStatement(loop.parent) && loop.parent.label.text === node.label?.text;
  return ts.isBreakStatement(node) || !isItsOwn;
}

/** Whether something in `node` may skip the rest of a time around. */
export function mayContinue(node: ts.Node): boolean {
  if (ts.isContinueStatement(node)) return true;
  if (isFunction(node) || isLoop(node)) return false;
  return ts.forEachChild(node, (child) => (mayContinue(child) ? true : undefined)) === true;
}
