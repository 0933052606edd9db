/** Callbacks that an array's method runs before it returns, and why one of them can't be given an await. */
import { ts } from "ts-morph";
import { callbackUse } from "../../callbacks";
import type { Evaluator } from "../../evaluate";
import { colourOf, isFunction } from "../../functions";
import { isAssignment, resolveName } from "../../scopes";
import { pathText } from "../../values";
import { isPropertyName } from "../names";
import type { Workbench } from "../plan";
import { calledName } from "../site";

const METHODS = ["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "reduce", "some"] as const;
export type Method = (typeof METHODS)[number];

/** `receiver.method(callback)`. */
export interface InlineCallback {
  readonly method: Method;
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
  readonly callback: ts.ArrowFunction | ts.FunctionExpression;
}

/** The callback around `node`, where the function around it is one of these. */
export function inlineCallback(evaluator: Evaluator, node: ts.Node): InlineCallback | undefined {
  let inner = node;
  while (!isFunction(inner.parent)) {
    if (ts.isSourceFile(inner.parent) || ts.isPropertyDeclaration(inner.parent)) return undefined;
    inner = inner.parent;
  }
  const callback = inner.parent;
  if (inner !== callback.body || colourOf(callback) !== "sync") return undefined;
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return undefined;
  let argument: ts.Expression = callback;
  while (ts.isParenthesizedExpression(argument.parent)) argument = argument.parent;
  const call = argument.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== argument) return undefined;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = METHODS.find((name) => name === callee.name.text);
  if (method === undefined || callbackUse(evaluator, call, argument).placement !== "inline") return undefined;
  // Chains of these libraries have methods of the same names that nobody can put a loop in place of.
  if (
    /^(lodash|lodash-es|underscore)(\.default|\._|\.chain)*\(\)/.test(
      pathText(evaluator.valueOf(callee.expression)) ?? "",
    )
  )
    return undefined;
  return { method, call, callee, callback };
}

/** Why there is no form of the callback that awaits. */
export function callbackRefusal(
  { method, call, callee, callback }: InlineCallback,
  tree: ts.SourceFile,
): string | undefined {
  const name = calledName(call);
  if (call.arguments.length > (method === "reduce" ? 2 : 1)) return `${name} is given more than the callback`;
  if (callback.typeParameters !== undefined) return `the callback of ${name} has type parameters`;
  if (callback.type !== undefined && ts.isTypePredicateNode(callback.type))
    return `the callback of ${name} narrows a type`;
  if (ts.isFunctionExpression(callback)) {
    if (callback.name !== undefined) return `the callback of ${name} has a name of its own`;
    if (usesThis(callback.body)) return `the callback of ${name} uses \`this\` or \`arguments\``;
  }
  const array = callee.expression.getText(tree);
  if (isChangedIn(callback, callee.expression, tree)) return `\`${array}\` is changed inside the callback of ${name}`;
  return undefined;
}

/** Whether what the function around `node` is given beside its parameters makes a difference. */
export function usesThis(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword || ts.isMetaProperty(node)) return true;
  if (ts.isIdentifier(node) && node.text === "arguments") return true;
  if (isFunction(node) && !ts.isArrowFunction(node)) return false;
  return ts.forEachChild(node, (child) => (usesThis(child) ? true : undefined)) ?? false;
}

const CHANGING = /^(copyWithin|fill|pop|push|reverse|shift|sort|splice|unshift|add|delete|clear|set)$/;

/** Whether the callback adds to the array, takes from it, or puts another one in its place. */
function isChangedIn(
  callback: ts.ArrowFunction | ts.FunctionExpression,
  array: ts.Expression,
  tree: ts.SourceFile,
): boolean {
  const text = array.getText(tree);
  // The callback's third argument is the array itself.
  const own = callback.parameters[2]?.name.getText(tree);
  const isArray = (node: ts.Node): boolean => {
    const written = node.getText(tree);
    return written === text || written === own;
  };
  const isPart = (node: ts.Expression): boolean =>
    isArray(node) ||
    ((ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) && isArray(node.expression));
  const visit = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (CHANGING.test(node.expression.name.text) && isArray(node.expression.expression)) return true;
    }
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) && isPart(node.left)) return true;
    if (ts.isDeleteExpression(node) && isPart(node.expression)) return true;
    return ts.forEachChild(node, (child) => (visit(child) ? true : undefined)) ?? false;
  };
  return visit(callback.body);
}

/** Whether another function adds to the array with this name, or takes from it. */
export function isChangedElsewhere({ file }: Workbench, array: ts.Identifier): boolean {
  const declaration = resolveName(array.text, array)?.declarations?.[0];
  const name = declaration === undefined ? undefined : ts.getNameOfDeclaration(declaration);
  if (name === undefined || !ts.isIdentifier(name)) return false;
  return referencesTo(file.tree, name).some(({ parent, pos }) => {
    if (!ts.isPropertyAccessExpression(parent) || parent.expression.pos !== pos) return false;
    const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    return isCalled && CHANGING.test(parent.name.text) && functionAround(parent) !== functionAround(array);
  });
}

/** The function around a node, or the file. */
export function functionAround(node: ts.Node): ts.Node {
  let outer = node.parent;
  while (!isFunction(outer) && !ts.isSourceFile(outer)) outer = outer.parent;
  return outer;
}

/** Whether something in the node has the name `name`, whatever it means there; members of objects aside. */
export function mentionsName(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name && !isPropertyName(node)) return true;
  return ts.forEachChild(node, (child) => (mentionsName(child, name) ? true : undefined)) ?? false;
}

/** As `mentionsName`, where what is meant isn't declared in the node itself. */
export function readsName(node: ts.Node, name: string): boolean {
  const visit = (child: ts.Node): boolean => {
    if (ts.isIdentifier(child) && child.text === name && !isPropertyName(child)) {
      const declaration = resolveName(name, child)?.declarations?.[0];
      return declaration === undefined || declaration.pos < node.pos || node.end < declaration.end;
    }
    return ts.forEachChild(child, (inner) => (visit(inner) ? true : undefined)) ?? false;
  };
  return visit(node);
}

/** References in `node` to the variable or parameter that `declared` declares. */
export function referencesTo(node: ts.Node, declared: ts.Identifier): readonly ts.Identifier[] {
  const symbol = resolveName(declared.text, declared);
  const found: ts.Identifier[] = [];
  const visit = (child: ts.Node): void => {
    const isSame = ts.isIdentifier(child) && child.text === declared.text && !isPropertyName(child);
    if (isSame && resolveName(child.text, child) === symbol) found.push(child);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}
