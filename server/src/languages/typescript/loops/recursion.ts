/** Functions that call themselves several times each time, with one more or one less of something: exponential work. */
import { ts } from "ts-morph";
import { isFunction } from "../functions";
import { argumentOf } from "../given";
import type { Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import type { FunctionNode } from "../values";
import { numberOf, unwrap } from "./constants";
import { isLoop, someOwn, targetOf, visitOwn } from "./loop";

/** How often a function calls itself on one way through it; undefined where that isn't exponential. */
export function branchingOf(evaluator: Evaluator, node: FunctionNode): number | undefined {
  // What is made from it (`memoize(…)`) may keep results.
  if (node.body === undefined || argumentOf(node) !== undefined) return undefined;
  const { body } = node;
  const calls = ownCalls(evaluator, node, body);
  if (calls.size < 2 || keepsResults(body)) return undefined;
  const most = waysThrough(body, (call) => calls.has(call)).most;
  return most >= 2 ? most : undefined;
}

/** Calls of itself with a number that is one step further; none where some call goes on with a part of what it was given. */
function ownCalls(evaluator: Evaluator, node: FunctionNode, body: ts.Node): ReadonlySet<ts.Node> {
  const calls: ts.CallExpression[] = [];
  visitOwn(body, (inner) => {
    if (ts.isCallExpression(inner) && mayCall(inner, node)) {
      const callee = evaluator.calleeOf(inner);
      if (callee.kind === "function" && callee.node === node) calls.push(inner);
    }
    return !isLoop(inner);
  });
  if (calls.some((call) => call.arguments.some(isPart))) return new Set();
  return new Set(calls.filter((call) => call.arguments.some((argument) => isStep(evaluator, argument, node))));
}

/** By the name alone: most calls are of others. */
function mayCall(call: ts.CallExpression, node: FunctionNode): boolean {
  const callee = unwrap(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && name.text === nameOf(node)?.text;
}

/** The name that a function is called by. */
export function nameOf(node: FunctionNode): ts.Identifier | undefined {
  const { parent } = node;
  const name =
    node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
  return name !== undefined && ts.isIdentifier(name) ? name : undefined;
}

/** `node.left`, `children[0]`: what is walked through so ends with what there is. */
function isPart(argument: ts.Expression): boolean {
  const node = unwrap(argument);
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isSpreadElement(node);
}

/** `n - 1`, `index + 1` of a parameter. */
function isStep(evaluator: Evaluator, argument: ts.Expression, node: FunctionNode): boolean {
  const step = unwrap(argument);
  if (!ts.isBinaryExpression(step)) return false;
  const { kind } = step.operatorToken;
  if (kind !== ts.SyntaxKind.MinusToken && kind !== ts.SyntaxKind.PlusToken) return false;
  const left = unwrap(step.left);
  if (!ts.isIdentifier(left) || numberOf(evaluator, step.right) === undefined) return false;
  return node.parameters.some((parameter) => resolveName(left.text, left)?.declarations?.includes(parameter) === true);
}

/** It writes into something, or looks something up: results that are kept, places that were visited. */
function keepsResults(body: ts.Node): boolean {
  return someOwn(body, (node) => {
    const target = targetOf(node);
    if (target !== undefined) return ts.isElementAccessExpression(target) || ts.isPropertyAccessExpression(target);
    const callee = ts.isCallExpression(node) ? unwrap(node.expression) : undefined;
    if (callee === undefined || !ts.isPropertyAccessExpression(callee)) return false;
    return /^(add|get|has|includes|set)$/.test(callee.name.text);
  });
}

interface Ways {
  /** Calls on the way with the most of them. */
  readonly most: number;
  /** Those on the way that goes on behind it; undefined where none does. */
  readonly through: number | undefined;
}

const NONE: Ways = { most: 0, through: 0 };

/** Branches exclude each other, and what comes behind a `return` runs without it. */
function waysThrough(node: ts.Node, isCounted: (node: ts.Node) => boolean): Ways {
  const of = (part: ts.Node | undefined): Ways => (part === undefined ? NONE : waysThrough(part, isCounted));
  if (isFunction(node)) return NONE;
  if (ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) return inTurn(node.statements.map(of));
  if (ts.isIfStatement(node))
    return inTurn([of(node.expression), either([of(node.thenStatement), of(node.elseStatement)])]);
  if (ts.isConditionalExpression(node))
    return inTurn([of(node.condition), either([of(node.whenTrue), of(node.whenFalse)])]);
  if (ts.isSwitchStatement(node))
    return inTurn([of(node.expression), either([...node.caseBlock.clauses.map(of), NONE])]);
  const children: Ways[] = [];
  ts.forEachChild(node, (child) => {
    children.push(of(child));
  });
  const inside = inTurn(children);
  const own = isCounted(node) ? 1 : 0;
  const ends = ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node);
  return { most: inside.most + own, through: ends || inside.through === undefined ? undefined : inside.through + own };
}

function inTurn(parts: readonly Ways[]): Ways {
  let most = 0;
  let through = 0;
  for (const part of parts) {
    most = Math.max(most, through + part.most);
    if (part.through === undefined) return { most, through: undefined };
    through += part.through;
  }
  return { most: Math.max(most, through), through };
}

function either(parts: readonly Ways[]): Ways {
  const through = parts.map((part) => part.through).filter((count) => count !== undefined);
  return {
    most: Math.max(...parts.map(({ most }) => most)),
    through: through.length === 0 ? undefined : Math.max(...through),
  };
}
