/** What loops walk through: which expressions mean the same collection, and which may hold any number of elements. */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { nameText } from "../members";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { constantOf, lengthOf, unwrap } from "./constants";
import { conjuncts } from "./iterations";
import { conditionOf, type LoopNode } from "./loop";

/** A variable, or a member of one or of `this`: `rows`, `this.rows`, `data.rows`. */
export interface Collection {
  /** Undefined for `this`. */
  readonly root: ts.Symbol | undefined;
  /** `.rows` */
  readonly path: string;
  /** Where it is written so. */
  readonly node: ts.Expression;
}

const DEEPEST = 6;

/** Methods that give as many elements again. */
const SAME_ELEMENTS: ReadonlySet<string> = new Set(
  "concat entries keys map reverse slice sort toReversed toSorted values".split(" "),
);

/** The collection whose number of elements `expression` has; undefined for what has no name. */
export function collectionOf(evaluator: Evaluator, expression: ts.Expression, depth = 0): Collection | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return { root: undefined, path: "", node };
  if (ts.isIdentifier(node)) return ofName(evaluator, node, depth);
  if (ts.isPropertyAccessExpression(node))
    return member(collectionOf(evaluator, node.expression, depth + 1), node.name.text, node);
  // `rows ?? []`
  if (ts.isBinaryExpression(node) && isEmptyArray(node.right)) return collectionOf(evaluator, node.left, depth + 1);
  const source = sourceOf(evaluator, node);
  return source && collectionOf(evaluator, source, depth + 1);
}

function ofName(evaluator: Evaluator, node: ts.Identifier, depth: number): Collection | undefined {
  const root = resolveName(node.text, node);
  if (root === undefined) return undefined;
  const own: Collection = { root, path: "", node };
  const [declaration] = root.declarations ?? [];
  if (declaration !== undefined && ts.isBindingElement(declaration))
    return ofBinding(evaluator, declaration, depth) ?? own;
  const value = constantOf(evaluator, root);
  if (value === undefined) return own;
  const target = unwrap(value);
  const isName = ts.isIdentifier(target) || ts.isPropertyAccessExpression(target);
  return (
    (isName || sourceOf(evaluator, target) !== undefined ? collectionOf(evaluator, target, depth + 1) : own) ?? own
  );
}

/** `const { rows } = data` is `data.rows`. */
function ofBinding(evaluator: Evaluator, node: ts.BindingElement, depth: number): Collection | undefined {
  const owner = node.parent.parent;
  if (!ts.isObjectBindingPattern(node.parent) || !ts.isVariableDeclaration(owner) || !ts.isIdentifier(node.name))
    return undefined;
  const name = node.propertyName === undefined ? node.name.text : nameText(node.propertyName);
  const { initializer } = owner;
  if (initializer === undefined || name === undefined || node.dotDotDotToken !== undefined) return undefined;
  const whole = collectionOf(evaluator, initializer, depth + 1);
  return member(whole, name, node.name);
}

function member(of: Collection | undefined, name: string, node: ts.Expression): Collection | undefined {
  return of && { root: of.root, path: `${of.path}.${name}`, node };
}

/** What has the same elements: `[...rows]`, `rows.slice()`, `Object.keys(rows)`. */
function sourceOf(evaluator: Evaluator, node: ts.Expression): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const [only] = node.elements;
    return only !== undefined && node.elements.length === 1 && ts.isSpreadElement(only) ? only.expression : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const [first] = node.arguments;
  if (
    first !== undefined &&
    /^(Array\.from|Object\.(keys|values|entries))$/.test(pathText(evaluator.calleeOf(node)) ?? "")
  )
    return first;
  if (!SAME_ELEMENTS.has(callee.name.text)) return undefined;
  // `rows.slice(at, at + size)`
  const isPart = callee.name.text === "slice" && node.arguments.length > 1;
  return isPart ? undefined : callee.expression;
}

function isEmptyArray(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

export function isSame(a: Collection, b: Collection): boolean {
  return a.root === b.root && a.path === b.path && (a.root !== undefined || thisOwner(a.node) === thisOwner(b.node));
}

/** The class or the function that `this` belongs to. */
function thisOwner(node: ts.Node): ts.Node {
  let outer = node;
  while (!ts.isSourceFile(outer) && (!ts.isFunctionLike(outer) || ts.isArrowFunction(outer))) outer = outer.parent;
  return outer;
}

/** Whether nothing in the text says that there are few: no literal, no constant of a module, no type of known size. */
export function isUnbounded(evaluator: Evaluator, { root, path, node }: Collection): boolean {
  if (root === undefined) return !isTableOfClass(evaluator, node);
  const [declaration] = root.declarations ?? [];
  if (declaration === undefined) return false;
  if (ts.isParameter(declaration)) return !(path === "" && isSmallType(declaration.type));
  if (ts.isBindingElement(declaration)) return true;
  if (!ts.isVariableDeclaration(declaration) || (path === "" && isSmallType(declaration.type))) return false;
  const { initializer } = declaration;
  if (initializer === undefined || isEmptyArray(unwrap(initializer))) return true;
  if (path !== "")
    return !ts.isObjectLiteralExpression(unwrap(initializer)) && isUnboundedValue(evaluator, initializer);
  return isUnboundedValue(evaluator, initializer);
}

/** As `isUnbounded`, for what has no name. */
export function isUnboundedValue(evaluator: Evaluator, expression: ts.Expression, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > DEEPEST) return true;
  if (lengthOf(evaluator, node) !== undefined || ts.isLiteralExpression(node)) return false;
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some(
      (part) => ts.isSpreadElement(part) && isUnboundedValue(evaluator, part.expression, depth + 1),
    );
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const named = collectionOf(evaluator, node, depth);
    return named !== undefined && isUnbounded(evaluator, named);
  }
  if (ts.isNewExpression(node)) {
    const [first] = node.arguments ?? [];
    return first === undefined || isUnboundedValue(evaluator, first, depth + 1);
  }
  if (ts.isCallExpression(node)) {
    const source = sourceOf(evaluator, node);
    if (source !== undefined) return isUnboundedValue(evaluator, source, depth + 1);
    // What was waited for one by one took longer than to go through all of it for each.
    if (/^Promise\.(all|allSettled)$/.test(pathText(evaluator.calleeOf(node)) ?? "")) return false;
    const callee = unwrap(node.expression);
    if (!ts.isPropertyAccessExpression(callee)) return true;
    if (isPartsOfName(callee.name.text, node)) return false;
    return !KEEPING.has(callee.name.text) || isUnboundedValue(evaluator, callee.expression, depth + 1);
  }
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].some((part) => isUnboundedValue(evaluator, part, depth + 1));
  if (ts.isBinaryExpression(node) && isEmptyArray(node.right)) return isUnboundedValue(evaluator, node.left, depth + 1);
  return (
    ts.isBinaryExpression(node) ||
    (ts.isAwaitExpression(node) && isUnboundedValue(evaluator, node.expression, depth + 1))
  );
}

/** `name.split(".")`, but not the lines of a text. */
function isPartsOfName(method: string, { arguments: [separator] }: ts.CallExpression): boolean {
  if (method !== "split") return method === "match";
  return !separator?.getText().includes("\\n");
}

/** Methods that give no more than there is. */
const KEEPING: ReadonlySet<string> = new Set(["filter", "flat", "flatMap", "splice"]);

/** `this.columns` with `columns = ["a", "b"]` in the class. */
function isTableOfClass(evaluator: Evaluator, node: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return false;
  const value = evaluator.valueOf(node.expression);
  if (value.kind !== "instance" && value.kind !== "class") return false;
  const field = value.node.members.find(
    (found): found is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(found) && nameText(found.name) === node.name.text,
  );
  if (isSmallType(field?.type)) return true;
  if (field?.initializer === undefined || isEmptyArray(unwrap(field.initializer))) return false;
  return !isUnboundedValue(evaluator, field.initializer);
}

/** Text, and lists whose length is part of their type. */
function isSmallType(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return false;
  if (type.kind === ts.SyntaxKind.StringKeyword || ts.isTupleTypeNode(type)) return true;
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return isSmallType(type.type);
  return ts.isUnionTypeNode(type) && type.types.some(isSmallType);
}

/** What a loop walks through: by `for … of` and `for … in`, or by an index up to its length. */
export function walkedBy(evaluator: Evaluator, loop: LoopNode): Collection | undefined {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return collectionOf(evaluator, loop.expression);
  const condition = conditionOf(loop);
  if (condition === undefined) return undefined;
  for (const part of conjuncts(condition)) {
    if (!ts.isBinaryExpression(part)) continue;
    for (const side of [part.right, part.left]) {
      const measured = lengthSource(evaluator, side);
      if (measured !== undefined) return collectionOf(evaluator, measured);
    }
  }
  return ts.isForStatement(loop) ? walkedDown(evaluator, loop) : undefined;
}

/** `for (let i = rows.length - 1; i >= 0; i--)`. */
function walkedDown(evaluator: Evaluator, { initializer, condition }: ts.ForStatement): Collection | undefined {
  if (initializer === undefined || condition === undefined || !ts.isVariableDeclarationList(initializer))
    return undefined;
  const start = initializer.declarations[0]?.initializer;
  const first = start && unwrap(start);
  const length = first !== undefined && ts.isBinaryExpression(first) ? first.left : first;
  const measured = length && lengthSource(evaluator, length);
  return measured && collectionOf(evaluator, measured);
}

/** `rows.length`, `set.size`, or a name for it: `rows`. */
function lengthSource(evaluator: Evaluator, expression: ts.Expression, depth = 0): ts.Expression | undefined {
  const node = unwrap(expression);
  if (ts.isPropertyAccessExpression(node) && /^(length|size)$/.test(node.name.text)) return node.expression;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.MinusToken)
    return lengthSource(evaluator, node.left, depth + 1);
  const symbol = ts.isIdentifier(node) && depth < DEEPEST ? resolveName(node.text, node) : undefined;
  const value = symbol && constantOf(evaluator, symbol);
  return value && lengthSource(evaluator, value, depth + 1);
}
