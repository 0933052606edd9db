/** What runs each time around of a loop, whatever the element is. */
import { ts } from "ts-morph";
import { isFunction } from "../functions";
import { isLoop } from "./loop";

/** Whether nothing between `inner` and `walk`, a loop or a call with a callback around it, may leave it out. */
export function isAlways(inner: ts.Node, walk: ts.Node): boolean {
  for (let node = inner, outer = node.parent; node !== walk; node = outer, outer = outer.parent) {
    if (isChoice(outer, node) || ts.isCatchClause(outer)) return false;
    if (!ts.isBlock(outer)) continue;
    if (outer.statements.slice(0, outer.statements.indexOf(node as ts.Statement)).some((before) => mayLeaveOut(before)))
      return false;
  }
  return true;
}

/** `part` is one of what `node` chooses from. */
function isChoice(node: ts.Node, part: ts.Node): boolean {
  if (ts.isIfStatement(node)) return part !== node.expression;
  if (ts.isConditionalExpression(node)) return part !== node.condition;
  if (ts.isCaseOrDefaultClause(node)) return true;
  return ts.isBinaryExpression(node) && CHOOSING.has(node.operatorToken.kind) && part === node.right;
}

const CHOOSING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** `if (row.done) continue;`, `if (row.done) return;` */
function mayLeaveOut(node: ts.Node, isInLoop = false): boolean {
  if (ts.isReturnStatement(node) || (ts.isContinueStatement(node) && !isInLoop)) return true;
  if (isFunction(node)) return false;
  const isInner = isInLoop || isLoop(node);
  return ts.forEachChild(node, (child) => (mayLeaveOut(child, isInner) ? true : undefined)) === true;
}
