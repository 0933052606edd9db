/** Loops and walks through a parameter, or as often as it says: how heavy they are is for who calls the function to say. */
import { ts } from "ts-morph";
import type { ArgumentFacts, WorkFacts } from "../../../core/facts";
import type { Evaluator } from "../evaluate";
import { colourOf, isFunction } from "../functions";
import { resolveName } from "../scopes";
import { lengthOf, NOTHING_KNOWN, numberOf, unwrap } from "./constants";
import { iterationsOf } from "./iterations";
import { conditionOf, isLoop, type LoopNode } from "./loop";
import { times, type Counter, type Operations } from "./operations";
import { eachOfWalk, isWholeWalk } from "./walks";

/** Operations of one element of what a function is given, and which parameter that is. */
export type Through = Required<Pick<WorkFacts, "through" | "operations">>;

/** As if the parameter were so large: from how often a loop then goes around, its share of each element is known. */
const SAMPLE = 1e6;

/** Undefined where it goes through no parameter of `owner`, or may end sooner. */
export function throughOf(
  evaluator: Evaluator,
  counter: Counter,
  node: LoopNode | ts.CallExpression,
  owner: ts.Node | undefined,
): Through | undefined {
  if (owner === undefined || !isFunction(owner) || colourOf(owner) !== "sync") return undefined;
  const name = isLoop(node) ? boundOf(node) : receiverOf(node);
  const symbol = name && parameterOf(evaluator, name, owner);
  if (name === undefined || symbol === undefined) return undefined;
  const index = owner.parameters.filter(isGiven).findIndex((parameter) => parameter.name.getText() === name.text);
  if (index < 0) return undefined;
  const operations = isLoop(node)
    ? ofLoop(evaluator, counter, node, symbol)
    : eachOfWalk(counter, node.expression, node.arguments[0]);
  return operations && { through: { index, name: name.text }, operations };
}

function ofLoop(evaluator: Evaluator, counter: Counter, loop: LoopNode, symbol: ts.Symbol): Operations | undefined {
  const iterations = iterationsOf(evaluator, loop, new Map([[symbol, SAMPLE]]));
  if (iterations === undefined || iterations.isUpperBound) return undefined;
  return times(counter.ofLoop(loop, NOTHING_KNOWN), iterations.count / SAMPLE);
}

/** `rows` of `for (… of rows)`, `i < rows.length`; `n` of `i < n`. */
function boundOf(loop: LoopNode): ts.Identifier | undefined {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return nameOf(loop.expression);
  const condition = conditionOf(loop);
  const comparison = condition && unwrap(condition);
  if (comparison === undefined || !ts.isBinaryExpression(comparison)) return undefined;
  const bound = unwrap(comparison.right);
  return nameOf(ts.isPropertyAccessExpression(bound) && bound.name.text === "length" ? bound.expression : bound);
}

/** `rows` of `rows.map(…)`. */
function receiverOf({ expression }: ts.CallExpression): ts.Identifier | undefined {
  const callee = unwrap(expression);
  return ts.isPropertyAccessExpression(callee) && isWholeWalk(callee.name.text) ? nameOf(callee.expression) : undefined;
}

function nameOf(expression: ts.Expression): ts.Identifier | undefined {
  const node = unwrap(expression);
  return ts.isIdentifier(node) ? node : undefined;
}

/** A name for a parameter of `owner` that is never anything else. */
function parameterOf(evaluator: Evaluator, name: ts.Identifier, owner: ts.Node): ts.Symbol | undefined {
  const symbol = resolveName(name.text, name);
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (symbol === undefined || declaration === undefined || others.length > 0) return undefined;
  const isOwn = ts.isParameter(declaration) && declaration.parent === owner && declaration.dotDotDotToken === undefined;
  return isOwn && evaluator.assignmentsTo(symbol).length === 0 ? symbol : undefined;
}

/** TypeScript's `this` is given by nobody. */
function isGiven({ name }: ts.ParameterDeclaration): boolean {
  return !ts.isIdentifier(name) || name.text !== "this";
}

/** Nobody notices a loop over fewer, whatever its body does. */
const LEAST_SIZE = 10_000;

const LARGE_NUMBER = /\d{5}|\d_\d{3}|\d[eE]\+?\d|\*\*\s*\d|<<\s*\d|\d\s*\*\s*\d/;

/** Whether a text has any number that can make something large. A cache of a pure function. */
function namesLargeNumber({ file: { tree } }: Evaluator): boolean {
  let known = large.get(tree);
  if (known === undefined) large.set(tree, (known = LARGE_NUMBER.test(tree.text)));
  return known;
}

const large = new WeakMap<ts.SourceFile, boolean>();

/** How many elements an argument has, or the number that it is, where literals tell that it is large. */
export function sizeFacts(evaluator: Evaluator, argument: ts.Expression): Pick<ArgumentFacts, "size"> {
  if (!namesLargeNumber(evaluator)) return {};
  const node = unwrap(argument);
  if (ts.isStringLiteralLike(node) || ts.isObjectLiteralExpression(node) || isFunction(node)) return {};
  const size = numberOf(evaluator, node) ?? lengthOf(evaluator, node);
  return size !== undefined && size >= LEAST_SIZE && Number.isFinite(size) ? { size: Math.floor(size) } : {};
}
