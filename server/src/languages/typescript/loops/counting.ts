/** A loop's own counting, which is in what an iteration costs: `i < n`, `i++`. */
import { ts } from "ts-morph";
import { unwrap } from "./constants";
import { bodyOf, conditionOf, steppedBy, type LoopNode } from "./loop";

/** The condition and the step of a loop that counts, where they are plain; nothing of any other. */
export function countingOf(loop: LoopNode): readonly ts.Node[] {
  const condition = conditionOf(loop);
  const counters = condition === undefined ? [] : comparedNames(unwrap(condition));
  if (condition === undefined || counters.length === 0) return [];
  const isStep = (node: ts.Node): boolean => counters.includes(steppedName(node) ?? "");
  if (ts.isForStatement(loop) && loop.incrementor !== undefined)
    return isStep(loop.incrementor) ? [condition, loop.incrementor] : [condition];
  const step = bodyOf(loop).find((statement) => ts.isExpressionStatement(statement) && isStep(statement.expression));
  return step === undefined ? [condition] : [condition, step];
}

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Names in a comparison of plain operands: names, numbers, lengths. */
function comparedNames(node: ts.Expression): readonly string[] {
  if (!ts.isBinaryExpression(node) || !COMPARISONS.has(node.operatorToken.kind)) return [];
  const sides = [unwrap(node.left), unwrap(node.right)];
  return sides.every(isPlain) ? sides.filter(ts.isIdentifier).map(({ text }) => text) : [];
}

function isPlain(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.expression);
  return ts.isIdentifier(node) || ts.isNumericLiteral(node) || ts.isBigIntLiteral(node);
}

/** `i++`, `i += 2`: the variable. */
function steppedName(node: ts.Node): string | undefined {
  const isAdded =
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken ||
      node.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken) &&
    ts.isNumericLiteral(node.right);
  const target = isAdded ? node.left : steppedBy(node);
  return target !== undefined && ts.isIdentifier(target) ? target.text : undefined;
}
