/** How often a loop goes around, where literals tell. */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import { knownOf, lengthOf, numberOf, unwrap, type Known } from "./constants";
import { bodyOf, conditionOf, exitsOf, targetOf, type LoopNode } from "./loop";

export interface Iterations {
  readonly count: number;
  /** Something in it may end it sooner. */
  readonly isUpperBound: boolean;
  /** The counter, and the middle of its range. */
  readonly counter?: { readonly symbol: ts.Symbol; readonly middle: number };
}

/** Undefined where nobody knows; a loop that has no end isn't counted either. */
export function iterationsOf(evaluator: Evaluator, loop: LoopNode, known: Known): Iterations | undefined {
  const found = count(evaluator, loop, known);
  if (found === undefined || !Number.isFinite(found.count) || found.count < 0) return undefined;
  // A body that always ends runs once at most.
  if (bodyOf(loop).some((statement) => ts.isReturnStatement(statement) || ts.isBreakStatement(statement)))
    return undefined;
  const isLeft = exitsOf(loop).some((exit) => !ts.isThrowStatement(exit));
  return isLeft ? { ...found, isUpperBound: true } : found;
}

function count(evaluator: Evaluator, loop: LoopNode, known: Known): Iterations | undefined {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) {
    const length = knownOf(loop.expression, known) ?? lengthOf(evaluator, loop.expression);
    return length === undefined ? undefined : { count: length, isUpperBound: false };
  }
  const condition = conditionOf(loop);
  if (condition === undefined) return undefined;
  const parts = conjuncts(condition);
  for (const part of parts) {
    const found = counted(evaluator, loop, part, known);
    if (found !== undefined) return parts.length > 1 ? { ...found, isUpperBound: true } : found;
  }
  return undefined;
}

/** `a && b` → a, b. */
export function conjuncts(condition: ts.Expression): readonly ts.Expression[] {
  const node = unwrap(condition);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) return [node];
  return [...conjuncts(node.left), ...conjuncts(node.right)];
}

/** A counter that is compared, and changed once each time around. */
function counted(evaluator: Evaluator, loop: LoopNode, condition: ts.Expression, known: Known): Iterations | undefined {
  const comparison = comparisonOf(condition);
  const counter = comparison && counterOf(comparison.counter);
  if (comparison === undefined || counter === undefined) return undefined;
  const bound = comparison.bound === undefined ? 0 : numberOf(evaluator, comparison.bound, known);
  const start = bound === undefined ? undefined : startOf(evaluator, loop, counter.symbol, known);
  if (bound === undefined || start === undefined) return undefined;
  const step = counter.step ?? stepOf(evaluator, loop, counter.symbol, known);
  const times = step && timesAround(start, bound, comparison.operator, step);
  if (times === undefined) return undefined;
  return { count: times, isUpperBound: false, counter: { symbol: counter.symbol, middle: (start + bound) / 2 } };
}

type Comparison = "<" | "<=" | ">" | ">=" | "!=";

const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, Comparison>>> = {
  [ts.SyntaxKind.LessThanToken]: "<",
  [ts.SyntaxKind.LessThanEqualsToken]: "<=",
  [ts.SyntaxKind.GreaterThanToken]: ">",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">=",
  [ts.SyntaxKind.ExclamationEqualsToken]: "!=",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "!=",
};

const MIRRORED: Readonly<Record<Comparison, Comparison>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!=" };

/** `i < n`, `n > i`, `n--`; a bound that isn't written is zero. */
function comparisonOf(node: ts.Expression):
  | {
      readonly counter: ts.Expression;
      readonly operator: Comparison;
      readonly bound: ts.Expression | undefined;
    }
  | undefined {
  if (!ts.isBinaryExpression(node)) return { counter: node, operator: ">", bound: undefined };
  const operator = OPERATORS[node.operatorToken.kind];
  if (operator === undefined) return undefined;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (counterOf(left) !== undefined && !isConstantName(left)) return { counter: left, operator, bound: right };
  return { counter: right, operator: MIRRORED[operator], bound: left };
}

function isConstantName(node: ts.Expression): boolean {
  const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
  const declaration = symbol?.declarations?.[0];
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    (declaration.parent.flags & ts.NodeFlags.Const) !== 0
  );
}

interface Step {
  readonly kind: "add" | "multiply";
  readonly by: number;
}

/** `i`, `i--`, `--i`: the variable, and how it changes there. */
function counterOf(node: ts.Expression): { readonly symbol: ts.Symbol; readonly step?: Step } | undefined {
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    const by = node.operator === ts.SyntaxKind.MinusMinusToken ? -1 : 1;
    if (by === 1 && node.operator !== ts.SyntaxKind.PlusPlusToken) return undefined;
    const inner = counterOf(node.operand);
    return inner && { symbol: inner.symbol, step: { kind: "add", by } };
  }
  const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
  return symbol && { symbol };
}

/** The value that the counter starts with. */
function startOf(evaluator: Evaluator, loop: LoopNode, symbol: ts.Symbol, known: Known): number | undefined {
  if (ts.isForStatement(loop) && loop.initializer !== undefined && !ts.isVariableDeclarationList(loop.initializer)) {
    for (const part of commaParts(loop.initializer)) {
      const isStart = ts.isBinaryExpression(part) && part.operatorToken.kind === ts.SyntaxKind.EqualsToken;
      if (isStart && counterOf(part.left)?.symbol === symbol) return numberOf(evaluator, part.right, known);
    }
  }
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  // Outside of the loop's own head, what happens before the loop is known only where nothing else assigns.
  const isOwn = declaration.parent.parent === loop;
  if (!isOwn && evaluator.assignmentsTo(symbol).length > 1) return undefined;
  return numberOf(evaluator, declaration.initializer, known);
}

/** How the counter changes each time around, if that is once and always. */
function stepOf(evaluator: Evaluator, loop: LoopNode, symbol: ts.Symbol, known: Known): Step | undefined {
  const heads = ts.isForStatement(loop) && loop.incrementor !== undefined ? commaParts(loop.incrementor) : [];
  const inBody = bodyOf(loop)
    .filter(ts.isExpressionStatement)
    .flatMap(({ expression }) => commaParts(expression));
  const steps = [...heads, ...inBody].map((part) => change(evaluator, part, symbol, known));
  const found = steps.filter((step) => step !== undefined);
  return found.length === 1 && changesIn(loop, symbol) === 1 ? found[0] : undefined;
}

function commaParts(expression: ts.Expression): readonly ts.Expression[] {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.CommaToken)
    return [expression];
  return [...commaParts(expression.left), ...commaParts(expression.right)];
}

/** How an expression changes a variable: `i++`, `i += 2`, `i = i - 1`, `i *= 2`. */
function change(evaluator: Evaluator, node: ts.Expression, symbol: ts.Symbol, known: Known): Step | undefined {
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    const counter = counterOf(node);
    return counter?.symbol === symbol ? counter.step : undefined;
  }
  if (!ts.isBinaryExpression(node) || counterOf(node.left)?.symbol !== symbol) return undefined;
  if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    return stepBy(node.operatorToken.kind, numberOf(evaluator, node.right, known));
  }
  const right = unwrap(node.right);
  if (!ts.isBinaryExpression(right) || counterOf(unwrap(right.left))?.symbol !== symbol) return undefined;
  return stepBy(right.operatorToken.kind, numberOf(evaluator, right.right, known));
}

function stepBy(operator: ts.SyntaxKind, by: number | undefined): Step | undefined {
  if (by === undefined) return undefined;
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.PlusEqualsToken:
      return { kind: "add", by };
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.MinusEqualsToken:
      return { kind: "add", by: -by };
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.AsteriskEqualsToken:
      return { kind: "multiply", by };
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.SlashEqualsToken:
      return { kind: "multiply", by: 1 / by };
    default:
      return undefined;
  }
}

/** How many places in a loop, but for what its head declares, change a variable. */
function changesIn(loop: LoopNode, symbol: ts.Symbol): number {
  let changes = 0;
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target !== undefined && isNamed(target, symbol)) changes += 1;
    ts.forEachChild(node, visit);
  };
  for (const part of ts.isForStatement(loop) ? [loop.incrementor, loop.statement] : [loop.statement])
    if (part !== undefined) visit(part);
  return changes;
}

function isNamed(node: ts.Expression, symbol: ts.Symbol): boolean {
  return ts.isIdentifier(node) && node.text === symbol.name && resolveName(node.text, node) === symbol;
}

function timesAround(start: number, bound: number, operator: Comparison, { kind, by }: Step): number | undefined {
  if (kind === "multiply") {
    const isGrowing = by > 1 && (operator === "<" || operator === "<=") && start > 0;
    const isShrinking = by > 0 && by < 1 && (operator === ">" || operator === ">=") && bound > 0;
    return isGrowing || isShrinking ? Math.max(0, Math.ceil(Math.log(bound / start) / Math.log(by))) : undefined;
  }
  const isUp = by > 0 && operator !== ">" && operator !== ">=";
  const isDown = by < 0 && operator !== "<" && operator !== "<=";
  if (!isUp && !isDown) return undefined;
  const distance = (bound - start) / by;
  return Math.max(0, operator === "<=" || operator === ">=" ? Math.floor(distance) + 1 : Math.ceil(distance));
}
