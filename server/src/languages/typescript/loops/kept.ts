/** What is made and stays, which costs more than what is forgotten at once. */
import { ts } from "ts-morph";
import { unwrap } from "./constants";

/** Something made that is handed on: given to a call, put into something, given back by a callback. */
export function isKept(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node) && !ts.isNewExpression(node))
    return false;
  let made: ts.Expression = node;
  while (ts.isParenthesizedExpression(made.parent)) made = made.parent;
  const { parent } = made;
  if (ts.isCallExpression(parent)) return parent.expression !== made;
  if (ts.isArrowFunction(parent) || ts.isReturnStatement(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (ts.isElementAccessExpression(parent.left) || ts.isPropertyAccessExpression(parent.left))
  );
}

/** `map.set(key, …)`, `seen.add(key)`, as far as the key may be another one each time: `i % 10` isn't. */
export function growsTable({ expression, arguments: [key, value] }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  if (!ts.isPropertyAccessExpression(callee) || key === undefined) return false;
  const isEntry = callee.name.text === "set" ? value !== undefined : callee.name.text === "add" && value === undefined;
  return isEntry && ts.isIdentifier(unwrap(key));
}

/** `String(i)`, `i.toString()`, `i.toFixed(2)`. */
export function makesText({ expression, arguments: given }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  if (ts.isIdentifier(callee)) return callee.text === "String" && given.length === 1;
  return ts.isPropertyAccessExpression(callee) && /^to(?:String|Fixed|Precision)$/.test(callee.name.text);
}

export function isPush({ expression }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  return ts.isPropertyAccessExpression(callee) && callee.name.text === "push";
}
