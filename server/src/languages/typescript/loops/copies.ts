/** What is copied whole for each element: `[...all, row]`, `{ ...all, [key]: row }`, `all.concat(row)`. */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { isUnbounded, isUnboundedValue } from "./collections";
import { unwrap } from "./constants";
import { isLoop } from "./loop";
import { found, isLargeWalk, nameOf, written, type Outer, type Quadratic } from "./quadratic";

/** `node`, a call that isn't a search, as a copy that grows with a walk around it. */
export function copiesOf(
  evaluator: Evaluator,
  node: ts.CallExpression,
  around: readonly Outer[],
): Quadratic | undefined {
  const [outer] = around;
  if (outer === undefined) return undefined;
  const callee = unwrap(node.expression);
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === "concat")
    return copyOf(evaluator, callee.expression, node, "concat", outer);
  if (pathText(evaluator.calleeOf(node)) !== "Object.assign") return undefined;
  const [target, source] = node.arguments;
  const isNew = target !== undefined && ts.isObjectLiteralExpression(target);
  return isNew && source !== undefined ? copyOf(evaluator, source, node, "Object.assign", outer) : undefined;
}

/** A spread, as a copy that grows with the innermost walk around it. */
export function spreadCopy(
  evaluator: Evaluator,
  node: ts.SpreadElement | ts.SpreadAssignment,
  outer: Outer,
): Quadratic | undefined {
  return copyOf(evaluator, node.expression, node.parent, `...${written(node.expression)}`, outer);
}

/** `copied` grows: it is what a reducer gives back, or what the copy is assigned to. */
function copyOf(
  evaluator: Evaluator,
  copied: ts.Expression,
  copy: ts.Expression,
  how: string,
  outer: Outer,
): Quadratic | undefined {
  const { walk, over, callback } = outer;
  const name = unwrap(copied);
  if (!ts.isIdentifier(name)) return undefined;
  const symbol = resolveName(name.text, name);
  const [declaration] = symbol?.declarations ?? [];
  if (symbol === undefined || declaration === undefined) return undefined;
  if (!isLoop(walk) && callback !== undefined && isReduce(walk)) {
    if (declaration !== callback.parameters[0] || !isGivenBack(copy, callback)) return undefined;
    // Something to copy from the start is no growing list: `options.reduce((all, one) => one(all), text)`.
    const walked = (unwrap(walk.expression) as ts.PropertyAccessExpression).expression;
    return isUnboundedValue(evaluator, walked) && isEmptyStart(walk)
      ? found(outer, copy, written(walked), how, true, isLargeWalk(evaluator, outer))
      : undefined;
  }
  if (over === undefined || !isUnbounded(evaluator, over)) return undefined;
  const { parent } = copy;
  const isAssigned =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(parent.left) &&
    parent.left.text === name.text;
  const isOutside = declaration.pos < walk.pos || declaration.end > walk.end;
  const isList =
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined && isEmpty(declaration.initializer);
  return isAssigned && isOutside && isList && mayGrow(copy)
    ? found(outer, copy, nameOf(walk, over), how, true, isLargeWalk(evaluator, outer))
    : undefined;
}

/** Something is put into it each time. Objects that are merged, `all = { ...all, ...one }`, may have the same few keys. */
function mayGrow(copy: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(copy))
    return copy.properties.some(({ name }) => name !== undefined && ts.isComputedPropertyName(name));
  const isAssign =
    ts.isCallExpression(copy) &&
    ts.isPropertyAccessExpression(copy.expression) &&
    copy.expression.name.text === "assign";
  return !isAssign;
}

function isReduce({ expression }: ts.CallExpression): boolean {
  const callee = unwrap(expression);
  return ts.isPropertyAccessExpression(callee) && callee.name.text.startsWith("reduce");
}

/** It starts with nothing: what it gives back grows with each element. */
function isEmptyStart({ arguments: [, start] }: ts.CallExpression): boolean {
  return start !== undefined && isEmpty(start);
}

function isEmpty(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  return ts.isObjectLiteralExpression(node) && node.properties.length === 0;
}

/** The callback's result, or one of them. */
function isGivenBack(copy: ts.Expression, callback: ts.Node): boolean {
  let outer: ts.Node = copy;
  while (
    ts.isParenthesizedExpression(outer.parent) ||
    ts.isConditionalExpression(outer.parent) ||
    ts.isAsExpression(outer.parent)
  )
    outer = outer.parent;
  return outer.parent === callback || ts.isReturnStatement(outer.parent);
}
