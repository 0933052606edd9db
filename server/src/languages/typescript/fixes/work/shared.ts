/** What may change between two iterations, once other code runs there. */
import { ts } from "ts-morph";
import { placementOf } from "../../callbacks";
import type { Evaluator } from "../../evaluate";
import { isFunction } from "../../functions";
import { isAssignment, resolveName } from "../../scopes";
import { allNodes } from "./find";

/** Undefined: nothing that matters. `refuse`: what the loop carries on from one iteration to the next may be lost. */
export function boundaryHazard(evaluator: Evaluator, loop: ts.Node): string | undefined {
  const written = new Map<string, { reads: number; writes: number }>();
  for (const node of allNodes(loop)) {
    const target = sharedTarget(evaluator, node, loop);
    if (target === undefined) continue;
    const known = written.get(target) ?? { reads: 0, writes: 0 };
    const use = useOf(node);
    written.set(target, {
      reads: known.reads + (use === "write" ? 0 : 1),
      writes: known.writes + (use === "read" ? 0 : 1),
    });
  }
  const carried = [...written].find(([, { reads, writes }]) => reads > 0 && writes > 0)?.[0];
  if (carried === undefined) return undefined;
  return `\`${carried}\` is read and written in each iteration, and other code may change it in between`;
}

/** `count` of a module, `total` of a function around, `this.count`: what others can write too. */
function sharedTarget(evaluator: Evaluator, node: ts.Node, loop: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword) {
    const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
    return isCalled ? undefined : `this.${node.name.text}`;
  }
  if (!ts.isIdentifier(node) || isMemberName(node)) return undefined;
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || !isVariable(declaration)) return undefined;
  const home = functionAround(declaration);
  if (home !== undefined && home === functionAround(loop)) {
    return writersOf(home, symbol).every((writer) => runsHere(evaluator, writer, home)) ? undefined : node.text;
  }
  const isInside = declaration.pos >= loop.pos && declaration.end <= loop.end;
  return isInside ? undefined : node.text;
}

function isVariable(declaration: ts.Declaration): boolean {
  if (ts.isParameter(declaration)) return true;
  let outer: ts.Node = declaration;
  while (ts.isBindingElement(outer) || ts.isObjectBindingPattern(outer) || ts.isArrayBindingPattern(outer))
    outer = outer.parent;
  return (ts.isVariableDeclaration(outer) || ts.isParameter(outer)) && !isConstant(outer);
}

function isConstant(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) && (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
}

/** Assignments to the variable, wherever in its function. */
function writersOf(home: ts.Node, symbol: ts.Symbol): readonly ts.Node[] {
  return [...allNodes(home)].filter(
    (node) =>
      ts.isIdentifier(node) &&
      node.text === symbol.name &&
      !isMemberName(node) &&
      useOf(node) !== "read" &&
      resolveName(node.text, node) === symbol,
  );
}

/** Whether the assignment happens while its function's own code runs: in it, or in callbacks that it runs at once. */
function runsHere(evaluator: Evaluator, node: ts.Node, home: ts.Node): boolean {
  for (let outer = functionAround(node); outer !== undefined && outer !== home; outer = functionAround(outer))
    if (placementOf(evaluator, outer).placement !== "inline") return false;
  return true;
}

export function functionAround(node: ts.Node): ts.Node | undefined {
  for (let outer = node.parent as ts.Node | undefined; outer !== undefined; outer = outer.parent)
    if (isFunction(outer)) return outer;
  return undefined;
}

/** What is done with a variable or member: `x`, `x = 1`, or both, as `x += 1` and `x++` do. */
export function useOf(node: ts.Node): "read" | "write" | "both" {
  let inner: ts.Node = node;
  while (ts.isParenthesizedExpression(inner.parent) || ts.isNonNullExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isBinaryExpression(parent) && parent.left === inner && isAssignment(parent.operatorToken.kind)) {
    if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return "both";
    return "write";
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const { operator } = parent;
    const changes = operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
    return changes ? "both" : "read";
  }
  if (ts.isDeleteExpression(parent)) return "write";
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === inner) return "write";
  return isPatternTarget(inner) ? "write" : "read";
}

/** `[a, b] = …`, `({ a, b: c } = …)`. */
function isPatternTarget(node: ts.Node): boolean {
  let inner = node;
  for (let outer = node.parent; ; inner = outer, outer = outer.parent) {
    if (ts.isPropertyAssignment(outer) && outer.initializer !== inner) return false;
    if (ts.isBinaryExpression(outer)) {
      const isPattern = ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner);
      if (outer.operatorToken.kind === ts.SyntaxKind.EqualsToken && outer.left === inner && isPattern) return true;
      // A default value in the pattern: `[a = 1] = …`.
      if (outer.operatorToken.kind !== ts.SyntaxKind.EqualsToken || outer.left !== inner) return false;
      continue;
    }
    const goesOn =
      ts.isArrayLiteralExpression(outer) ||
      ts.isObjectLiteralExpression(outer) ||
      ts.isPropertyAssignment(outer) ||
      ts.isShorthandPropertyAssignment(outer) ||
      ts.isSpreadElement(outer) ||
      ts.isSpreadAssignment(outer);
    if (!goesOn) return false;
  }
}

/** The name behind a dot, of a property, a member or a label. */
export function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  if (ts.isMetaProperty(parent)) return true;
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
}
