/** Where a file mentions functions, and modules and objects that may hold them: for those who change a function. */
import { ts } from "ts-morph";
import type { Mention } from "../language";
import { inlineReference } from "./callbacks";
import { valueOfEntityName } from "./declarations";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { referencesOf } from "./facts";
import { OWN_EXPORTS, ownExport } from "./ownExports";
import { pathText, type Value } from "./values";

type Expression = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression;

/** All of them but declarations, imports, exports, and constants that are another name for the same. */
export function mentionsOf(file: string, text: string): readonly Mention[] {
  const references = referencesOf(file, text);
  const { evaluator } = references;
  const { tree } = evaluator.file;
  const found: Mention[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isTypeQueryNode(node) && !ts.isExpressionWithTypeArguments(node)) {
      ts.forEachChild(node, visitType);
      return;
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportEqualsDeclaration(node)) return;
    if (ts.isTypeQueryNode(node)) addTypeQuery(node);
    else if (ts.isShorthandPropertyAssignment(node)) addShorthand(node);
    else if (isExpression(node) && !isDeclared(node)) add(node);
    ts.forEachChild(node, visit);
  };
  /** In types only `typeof f` speaks of a function. */
  const visitType = (node: ts.Node): void => {
    if (ts.isTypeQueryNode(node)) addTypeQuery(node);
    ts.forEachChild(node, visitType);
  };
  const add = (node: Expression): void => {
    const value = ownExport(file, evaluator.valueOf(node));
    if (ts.isCallExpression(node) && !isModule(value)) return;
    if (isOwnExport(evaluator, node) && isAssigned(node)) return;
    const role = roleOf(evaluator, node);
    if (role === undefined || isForeign(value)) return;
    const reference = references.of(value);
    const name = nameOf(node);
    if (reference.kind === "unknown" && name === "") return;
    const span = { start: node.getStart(tree), end: node.end };
    const { use, call } = role;
    const calls = call === undefined ? {} : { call: { start: call.getStart(tree), end: call.end } };
    found.push({ span, name, reference, use, ...calls });
  };
  const addShorthand = (node: ts.ShorthandPropertyAssignment): void => {
    if (isExportedObject(node.parent) || isTakenApart(node.parent)) return;
    const reference = references.of(evaluator.valueOfShorthand(node));
    found.push({
      span: { start: node.name.getStart(tree), end: node.name.end },
      name: node.name.text,
      reference,
      use: "value",
    });
  };
  const addTypeQuery = (node: ts.TypeQueryNode): void => {
    const name = node.exprName;
    const last = ts.isIdentifier(name) ? name : name.right;
    const reference = references.of(valueOfEntityName(evaluator, name));
    found.push({ span: { start: name.getStart(tree), end: name.end }, name: last.text, reference, use: "value" });
  };
  ts.forEachChild(tree, visit);
  return found;
}

function isExpression(node: ts.Node): node is Expression {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node)
  );
}

function isOwnExport(evaluator: Evaluator, node: Expression): boolean {
  return OWN_EXPORTS.test(pathText(evaluator.valueOf(node)) ?? "");
}

function isAssigned(node: Expression): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}

/** Of the runtime's own objects nobody here changes anything. */
function isForeign(value: Value): boolean {
  return value.kind === "path" && value.root.kind === "global";
}

function isModule(value: Value): boolean {
  return value.kind === "path" && value.root.kind === "module" && value.steps.length === 0;
}

function nameOf(node: Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (!ts.isElementAccessExpression(node)) return "";
  const key = skipWrappers(node.argumentExpression);
  return ts.isStringLiteralLike(key) ? key.text : "";
}

/** Names that stand for themselves: of declarations, members, labels, properties. */
function isDeclared(node: Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  const parent = node.parent as ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  if (parent.propertyName === node) return true;
  return parent.name === node && !ts.isExportSpecifier(parent);
}

interface Role {
  readonly use: Mention["use"];
  readonly call?: ts.Node;
}

/** Undefined where the mention only hands the same thing on under a name that is followed. */
function roleOf(evaluator: Evaluator, expression: Expression): Role | undefined {
  let node: ts.Expression = expression;
  const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  let isAwaited = false;
  for (;;) {
    const { parent } = node;
    const isWrapper =
      ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isSatisfiesExpression(parent);
    if (isWrapper && !ts.isSatisfiesExpression(parent)) node = parent;
    else if (isImport && ts.isAwaitExpression(parent)) {
      node = parent;
      isAwaited = true;
    } else break;
  }
  // What a promise of a module is used for isn't looked into.
  if (isImport && !isAwaited) return { use: "value" };
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? memberRole(parent) : undefined;
  if (ts.isElementAccessExpression(parent) && parent.expression === node)
    return { use: ts.isStringLiteralLike(skipWrappers(parent.argumentExpression)) ? "member" : "value" };
  if (ts.isCallExpression(parent) && parent.expression === node) return { use: "call", call: parent };
  if (ts.isTaggedTemplateExpression(parent) && parent.tag === node) return { use: "call", call: parent };
  if (ts.isVariableDeclaration(parent) && parent.initializer === node)
    return isAlias(evaluator, parent) ? undefined : { use: "value" };
  if (ts.isExportAssignment(parent) || isExportsAssignment(evaluator, parent, node)) return undefined;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node && isExportedObject(parent.parent))
    return undefined;
  // A statement that does nothing with it: `require("./setup");`
  if (ts.isExpressionStatement(parent)) return undefined;
  // What it is the method of is lost there.
  const isMethod = ts.isPropertyAccessExpression(node) && evaluator.valueOf(node.expression).kind !== "path";
  return { use: !isMethod && inlineReference(evaluator, node) !== undefined ? "element" : "value" };
}

/** `f.call(x)` calls `f` in a way that isn't rewritten. */
function memberRole(parent: ts.PropertyAccessExpression): Role {
  return { use: /^(call|apply|bind)$/.test(parent.name.text) ? "value" : "member" };
}

/** `const g = f`, `const { f } = lib`: what is done with the new names is done with the old. */
function isAlias(evaluator: Evaluator, { name, type, parent }: ts.VariableDeclaration): boolean {
  if (type !== undefined || (parent.flags & ts.NodeFlags.Const) === 0) return false;
  if (ts.isIdentifier(name)) return true;
  if (!ts.isObjectBindingPattern(name)) return false;
  return name.elements.every(
    (element) =>
      element.dotDotDotToken === undefined &&
      element.initializer === undefined &&
      ts.isIdentifier(element.name) &&
      (element.propertyName === undefined || !ts.isComputedPropertyName(element.propertyName)) &&
      evaluator.valueOf(element.name).kind !== "unknown",
  );
}

/** `module.exports = f`, `exports.f = f` at the top of the file. */
function isExportsAssignment(evaluator: Evaluator, parent: ts.Node, node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(parent) || parent.right !== node || !ts.isPropertyAccessExpression(parent.left))
    return false;
  if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !isTopLevel(parent)) return false;
  return /^(module\.exports|(module\.)?exports\.[\w$]+)$/.test(pathText(evaluator.valueOf(parent.left)) ?? "");
}

function isTopLevel(node: ts.Node): boolean {
  let outer = node.parent;
  while (ts.isBinaryExpression(outer)) outer = outer.parent;
  return ts.isExpressionStatement(outer) && ts.isSourceFile(outer.parent);
}

/** `module.exports = { … }`, `export default { … }`: its members are exports. */
export function isExportedObject(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isExportAssignment(parent)) return true;
  if (!ts.isBinaryExpression(parent) || parent.right !== node || !isTopLevel(parent)) return false;
  return /^module\.exports$/.test(parent.left.getText());
}

/** `({ a } = value)`: a pattern, not an object. */
function isTakenApart(node: ts.Node): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}
