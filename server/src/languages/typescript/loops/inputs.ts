/**
 * Which collections the text shows to come from outside, in any number: what a function is given, what was waited for, what was
 * parsed, the lines of a text. What else has no known size may be as short as the columns of a table: fields of `this`, keys of
 * an object, elements' own lists.
 */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { isFunction } from "../functions";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { collectionOf, isUnboundedValue, walkedBy, type Collection } from "./collections";
import { constantOf, unwrap } from "./constants";
import { inlineCall } from "./inline";
import { isLoop } from "./loop";
import { outerWalks, type Walk } from "./quadratic";

/** Members of a parameter that are still input: `request.body.rows`. */
const MOST_MEMBERS = 2;

const DEEPEST = 6;

/** Methods that give elements of what they are called on, or one for each. */
const PASSING: ReadonlySet<string> = new Set(
  "concat entries filter flat flatMap map reverse slice sort splice toReversed toSorted values".split(" "),
);

/** Whether a collection is input. */
export function isInput(evaluator: Evaluator, { root, path, node }: Collection, depth = 0): boolean {
  const [declaration] = root?.declarations ?? [];
  if (declaration === undefined || depth > DEEPEST || isKeysOf(evaluator, node)) return false;
  const members = path.split(".").length - 1;
  if (members > MOST_MEMBERS) return false;
  const owner = ownerOf(declaration);
  if (ts.isParameter(owner)) return isGiven(evaluator, owner);
  if (!ts.isVariableDeclaration(owner) || isElement(owner)) return false;
  const { initializer } = owner;
  if (initializer === undefined) return false;
  const isGrown = members === 0 && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
  return isGrown ? growsByInput(evaluator, root, owner, depth) : isInputValue(evaluator, initializer, depth);
}

/** Whether a loop, or a call with a callback, goes through input. */
export function isWalkOfInput(evaluator: Evaluator, walk: Walk): boolean {
  if (ts.isForOfStatement(walk)) return isInputValue(evaluator, walk.expression, 0);
  if (isLoop(walk)) {
    const over = walkedBy(evaluator, walk);
    return over !== undefined && isInput(evaluator, over);
  }
  const callee = unwrap(walk.expression);
  return ts.isPropertyAccessExpression(callee) && isInputValue(evaluator, callee.expression, 0);
}

/** The parameter or the variable that a pattern takes apart. */
function ownerOf(declaration: ts.Declaration): ts.Node {
  let owner: ts.Node = declaration;
  while (ts.isBindingElement(owner)) owner = owner.parent.parent;
  return owner;
}

/** What a callback is given that runs for each element is an element. */
function isGiven(evaluator: Evaluator, { parent }: ts.ParameterDeclaration): boolean {
  return !isFunction(parent) || inlineCall(evaluator, parent) === undefined;
}

/** `for (const row of rows)`. */
function isElement({ parent }: ts.VariableDeclaration): boolean {
  return ts.isForOfStatement(parent.parent) || ts.isForInStatement(parent.parent);
}

function isInputValue(evaluator: Evaluator, expression: ts.Expression, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > DEEPEST) return false;
  const isSo = (part: ts.Expression): boolean => isInputValue(evaluator, part, depth + 1);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const named = collectionOf(evaluator, node);
    return named !== undefined && isInput(evaluator, named, depth + 1);
  }
  if (ts.isAwaitExpression(node)) return isUnboundedValue(evaluator, node);
  if (ts.isConditionalExpression(node)) return isSo(node.whenTrue) || isSo(node.whenFalse);
  if (ts.isBinaryExpression(node)) return isSo(node.left);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some((part) => ts.isSpreadElement(part) && isSo(part.expression));
  if (!ts.isCallExpression(node)) return false;
  const path = pathText(evaluator.calleeOf(node));
  if (path === "JSON.parse") return true;
  const [first] = node.arguments;
  if (path === "Array.from") return first !== undefined && isSo(first);
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return isLines(callee, node) || (PASSING.has(callee.name.text) && isSo(callee.expression));
}

/** `text.split("\n")`. */
function isLines({ name }: ts.PropertyAccessExpression, { arguments: [separator] }: ts.CallExpression): boolean {
  return name.text === "split" && separator?.getText().includes("\\n") === true;
}

/** `const items = []; for (const row of rows) items.push(row.item);` */
function growsByInput(
  evaluator: Evaluator,
  root: ts.Symbol | undefined,
  declaration: ts.VariableDeclaration,
  depth: number,
): boolean {
  const grows = (node: ts.Node): boolean => {
    const callee = ts.isCallExpression(node) ? unwrap(node.expression) : undefined;
    if (callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === "push") {
      const target = unwrap(callee.expression);
      const isIt = ts.isIdentifier(target) && target.text === root?.name && resolveName(target.text, target) === root;
      if (isIt)
        return outerWalks(evaluator, node).some(
          ({ over }) => over !== undefined && over.root !== root && isInput(evaluator, over, depth + 1),
        );
    }
    return ts.forEachChild(node, (child) => (grows(child) ? true : undefined)) === true;
  };
  return grows(declaration.parent.parent.parent);
}

/** `rows` of `Object.keys(rows)` and `for (const key in rows)`: an object's keys. */
function isKeysOf(evaluator: Evaluator, node: ts.Expression): boolean {
  let whole: ts.Node = node;
  while (!ts.isStatement(whole.parent) && unwrap(whole.parent as ts.Expression) === node) whole = whole.parent;
  const { parent } = whole;
  if (ts.isForInStatement(parent)) return true;
  return (
    ts.isCallExpression(parent) && /^Object\.(keys|values|entries)$/.test(pathText(evaluator.calleeOf(parent)) ?? "")
  );
}

/** Whether a collection surely has so many elements that searching it for each of them takes long: the lines of a file. */
export function isLarge(evaluator: Evaluator, { root, path }: Collection): boolean {
  const value = root && path === "" ? constantOf(evaluator, root) : undefined;
  return value !== undefined && isLargeValue(evaluator, value);
}

/** As `isLarge`, for what has no name. */
export function isLargeValue(evaluator: Evaluator, expression: ts.Expression, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > DEEPEST) return false;
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    const value = symbol && constantOf(evaluator, symbol);
    return value !== undefined && isLargeValue(evaluator, value, depth + 1);
  }
  const callee = ts.isCallExpression(node) ? unwrap(node.expression) : undefined;
  if (callee === undefined || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(callee)) return false;
  if (isLines(callee, node)) return isReadText(evaluator, callee.expression);
  return PASSING.has(callee.name.text) && isLargeValue(evaluator, callee.expression, depth + 1);
}

/** What a file or a response holds. */
function isReadText(evaluator: Evaluator, expression: ts.Expression, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > DEEPEST) return false;
  if (ts.isAwaitExpression(node)) return isReadText(evaluator, node.expression, depth + 1);
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    const value = symbol && constantOf(evaluator, symbol);
    return value !== undefined && isReadText(evaluator, value, depth + 1);
  }
  if (!ts.isCallExpression(node)) return false;
  if (/^fs(\/promises)?\.(promises\.)?readFile(Sync)?$/.test(pathText(evaluator.calleeOf(node)) ?? "")) return true;
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === "text" && node.arguments.length === 0) return ts.isAwaitExpression(node.parent);
  return TEXT_PASSING.has(callee.name.text) && isReadText(evaluator, callee.expression, depth + 1);
}

const TEXT_PASSING: ReadonlySet<string> = new Set("replace replaceAll toString trim trimEnd trimStart".split(" "));
