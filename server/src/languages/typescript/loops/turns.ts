/** Whether code gives the event loop a turn: by waiting for something that isn't there yet. */
import { ts } from "ts-morph";
import type { Reference } from "../../../core/facts";
import { isFunction } from "../functions";
import { mayBeOurs } from "../given";
import type { Evaluator } from "../evaluate";
import type { References } from "../references";
import { isInert, resolveName } from "../scopes";
import { pathText } from "../values";
import { isClock } from "./clock";
import { unwrap } from "./constants";
import { isLoop, mayContinue, repeatedParts, someOwn, steppedBy, visitOwn, type LoopNode } from "./loop";

/** `always`: it gives control back; else only if one of `awaits` does, asynchronous functions of ours. */
export type Turn = { readonly always: true } | { readonly always: false; readonly awaits: readonly Reference[] };

const ALWAYS: Turn = { always: true };
const NEVER: Turn = { always: false, awaits: [] };

/** What each time around of a loop surely waits for, or what it waits for now and then by a counter or a clock. */
export function turnOfLoop(references: References, loop: LoopNode): Turn {
  if (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined) return ALWAYS;
  return turnOf(references, sureWaits(references.evaluator, repeatedParts(loop)).waits);
}

/** What statements, each of which runs or may be the next that does, surely wait for. */
export function turnOfEach(references: References, statements: readonly ts.Statement[]): Turn {
  const waits = statements.flatMap((statement) => sureWaits(references.evaluator, [statement]).waits);
  return turnOf(references, waits);
}

/** What anything in `nodes` may wait for, under whatever condition. */
export function anyTurn(references: References, nodes: readonly ts.Node[]): Turn {
  const waits: Wait[] = [];
  for (const part of nodes) {
    visitOwn(part, (node) => {
      if (isWait(node)) waits.push(node);
      return true;
    });
  }
  return turnOf(references, waits);
}

/**
 * What awaiting a call of an asynchronous function waits for, where that is functions of ours alone; undefined where it may
 * give control back.
 */
export function awaitsOf(references: References, body: ts.ConciseBody): readonly Reference[] | undefined {
  const waits: Wait[] = [];
  const returned: ts.Expression[] = ts.isBlock(body) ? [] : [body];
  visitOwn(body, (node) => {
    if (isWait(node)) waits.push(node);
    // What an asynchronous function gives back is awaited, too.
    if (ts.isReturnStatement(node) && node.expression !== undefined) returned.push(node.expression);
    return true;
  });
  const turn = combine([
    () => turnOf(references, waits),
    ...returned.map((value) => () => (isValue(value) ? NEVER : turnOfValue(references, value))),
  ]);
  return turn.always ? undefined : turn.awaits;
}

type Wait = ts.AwaitExpression | ts.YieldExpression | ts.ForOfStatement | ts.VariableDeclarationList;

/** What may give control back. */
export function isWait(node: ts.Node): node is Wait {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isVariableDeclarationList(node)) return isAwaitUsing(node);
  return ts.isForOfStatement(node) && node.awaitModifier !== undefined;
}

/** Its flag has those of `const` and `using`. */
function isAwaitUsing({ flags }: ts.VariableDeclarationList): boolean {
  const both: number = ts.NodeFlags.AwaitUsing;
  return (flags & both) === both;
}

function turnOf(references: References, waits: readonly Wait[]): Turn {
  return combine(
    waits.map((wait) => () => (ts.isAwaitExpression(wait) ? turnOfValue(references, wait.expression) : ALWAYS)),
  );
}

function combine(turns: readonly (() => Turn)[]): Turn {
  const awaits: Reference[] = [];
  for (const of of turns) {
    const turn = of();
    if (turn.always) return turn;
    awaits.push(...turn.awaits);
  }
  return { always: false, awaits };
}

/** What awaiting a value waits for. */
function turnOfValue(references: References, expression: ts.Expression): Turn {
  const node = unwrap(expression);
  if (isSettled(node)) return NEVER;
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    if (symbol === undefined) return node.text === "undefined" ? NEVER : ALWAYS;
    return holdsValue(references.evaluator, symbol) ? NEVER : ALWAYS;
  }
  if (ts.isConditionalExpression(node))
    return combine([node.whenTrue, node.whenFalse].map((part) => () => turnOfValue(references, part)));
  if (ts.isAwaitExpression(node)) return turnOfValue(references, node.expression);
  return ts.isCallExpression(node) ? turnOfCall(references, node) : ALWAYS;
}

function turnOfCall(references: References, node: ts.CallExpression): Turn {
  const callee = references.evaluator.calleeOf(node);
  const path = pathText(callee);
  const [argument] = node.arguments;
  if (path === "Promise.resolve" || path === "Promise.reject")
    return argument === undefined ? NEVER : turnOfValue(references, argument);
  if (path === "Promise.all" && argument !== undefined && ts.isArrayLiteralExpression(argument))
    return combine(argument.elements.map((element) => () => turnOfValue(references, element)));
  const reference = references.of(callee);
  return mayBeOurs(reference) ? { always: false, awaits: [reference] } : ALWAYS;
}

/** Awaiting it takes a microtask: nothing else gets a turn. */
function isSettled(node: ts.Expression): boolean {
  if (ts.isLiteralExpression(node) || ts.isTemplateExpression(node) || isFunction(node)) return true;
  if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node) || ts.isVoidExpression(node)) return true;
  return KEYWORDS.has(node.kind);
}

const KEYWORDS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
]);

/** No promise: what operators give, literals, and names for them. */
function isValue(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (isSettled(node) || ts.isPrefixUnaryExpression(node) || ts.isNewExpression(node)) return !isPromise(node);
  if (ts.isIdentifier(node)) return isNameOfValue(node);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true;
  if (ts.isConditionalExpression(node)) return isValue(node.whenTrue) && isValue(node.whenFalse);
  if (ts.isBinaryExpression(node)) return isValue(node.left) && isValue(node.right);
  if (!ts.isCallExpression(node)) return ts.isAwaitExpression(node);
  const callee = unwrap(node.expression);
  return ts.isPropertyAccessExpression(callee) && VALUE_METHODS.has(callee.name.text);
}

/** Methods of arrays, strings, `JSON`, `Math` and `Object` that give no promise, if nothing that has them else does. */
const VALUE_METHODS: ReadonlySet<string> = new Set(
  (
    "ceil concat entries filter flat floor fromEntries includes indexOf join keys map max min parse reverse round slice sort " +
    "split stringify substring toFixed toLowerCase toString toUpperCase trim trunc values"
  ).split(" "),
);

function isPromise(node: ts.Expression): boolean {
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && /Promise|Deferred/.test(node.expression.text);
}

/** Everything that a variable is given is a value. */
function holdsValue(evaluator: Evaluator, symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return false;
  // What isn't a plain assignment counts.
  const assigned = evaluator.assignmentsTo(symbol).filter((value) => value !== undefined);
  return [declaration.initializer, ...assigned].every(isValue);
}

/** A variable that holds no promise, as its initialiser tells; a parameter is taken for a value. */
function isNameOfValue(node: ts.Identifier): boolean {
  const [declaration] = resolveName(node.text, node)?.declarations ?? [];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return true;
  return declaration.initializer === undefined || isValue(declaration.initializer);
}

interface SureWaits {
  readonly waits: readonly Wait[];
  /** The time around ends there for good: `break`, `return`, `throw`. */
  readonly ends: boolean;
}

const NO_WAITS: SureWaits = { waits: [], ends: false };

/** What surely is waited for when `nodes` run, one after the other. */
function sureWaits(evaluator: Evaluator, nodes: readonly ts.Node[]): SureWaits {
  const waits: Wait[] = [];
  for (const node of nodes) {
    const found = sureIn(evaluator, node);
    waits.push(...found.waits);
    if (found.ends) return { waits, ends: true };
    // Times around that go on from here don't wait for what comes.
    if (waits.length === 0 && mayContinue(node)) return { waits, ends: false };
  }
  return { waits, ends: false };
}

function sureIn(evaluator: Evaluator, node: ts.Node): SureWaits {
  if (isInert(node.kind) || isFunction(node)) return NO_WAITS;
  if (ts.isBlock(node)) return sureWaits(evaluator, node.statements);
  if (ts.isIfStatement(node)) {
    const head = sureIn(evaluator, node.expression);
    const then = sureIn(evaluator, node.thenStatement);
    const otherwise = node.elseStatement === undefined ? NO_WAITS : sureIn(evaluator, node.elseStatement);
    const either = isNowAndThen(evaluator, node) ? then : eitherOf(then, otherwise);
    return { waits: [...head.waits, ...either.waits], ends: either.ends };
  }
  if (ts.isConditionalExpression(node)) {
    const either = eitherOf(sureIn(evaluator, node.whenTrue), sureIn(evaluator, node.whenFalse));
    return { waits: [...sureIn(evaluator, node.condition).waits, ...either.waits], ends: false };
  }
  if (ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind)) return sureIn(evaluator, node.left);
  if (ts.isSwitchStatement(node)) return sureIn(evaluator, node.expression);
  if (ts.isTryStatement(node)) {
    const parts = [node.tryBlock, node.finallyBlock].filter((part) => part !== undefined);
    return sureWaits(evaluator, parts);
  }
  // A loop that waits and isn't entered is one in which there was nothing to do.
  if (isLoop(node) && isWait(node)) return { waits: [node], ends: false };
  const inside: Wait[] = isWait(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    inside.push(...sureIn(evaluator, child).waits);
  });
  return { waits: inside, ends: ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node) };
}

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** One of two runs. One that ends everything needn't wait. */
function eitherOf(a: SureWaits, b: SureWaits): SureWaits {
  if (a.ends && b.ends) return { waits: [...a.waits, ...b.waits], ends: true };
  if (a.ends) return b;
  if (b.ends) return a;
  return a.waits.length > 0 && b.waits.length > 0 ? { waits: [...a.waits, ...b.waits], ends: false } : NO_WAITS;
}

/** The condition depends on how often, how much or how long: `i % 1000 === 0`, `batch.length >= 500`, a clock. */
function isNowAndThen(evaluator: Evaluator, { expression, parent }: ts.IfStatement): boolean {
  let loop: ts.Node = parent;
  while (!isLoop(loop)) loop = loop.parent;
  return someOwn(expression, (node) => {
    if (ts.isPropertyAccessExpression(node)) return /^(length|size)$/.test(node.name.text);
    if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.PercentToken;
    if (ts.isIdentifier(node)) return isCountedIn(loop, node.text);
    return steppedBy(node) !== undefined || isClock(evaluator, node);
  });
}

/** A variable that the loop counts up or down. */
function isCountedIn(loop: ts.Node, name: string): boolean {
  return someOwn(loop, (node) => {
    const isAdded =
      ts.isBinaryExpression(node) && ADDING.has(node.operatorToken.kind) && ts.isNumericLiteral(node.right);
    const target = isAdded ? node.left : steppedBy(node);
    return target !== undefined && ts.isIdentifier(target) && target.text === name;
  });
}

const ADDING: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken]);
