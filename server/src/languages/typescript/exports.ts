/** What a file exports, in both module systems. */
import { ts } from "ts-morph";
import type { Reference } from "../../core/facts";
import type { Evaluator } from "./evaluate";
import { memberOf, nameText } from "./members";
import type { References } from "./references";
import { isAssignment, resolveName, symbolOf } from "./scopes";
import { valueOfTypeDeclaration } from "./types";
import { globalValue, isKnown, moduleOf, moduleValue, pathText, type Value } from "./values";

export interface Exports {
  readonly named: ReadonlyMap<string, Value>;
  readonly stars: readonly string[];
}

/** All exports of the file; a name that is exported twice keeps its first value. */
export function collectExports(evaluator: Evaluator): Exports {
  const named = new Map<string, Value>();
  const stars: string[] = [];
  const add = (name: string, value: Value): void => {
    if (!named.has(name)) named.set(name, value);
  };
  for (const statement of evaluator.file.tree.statements) {
    if (ts.isExportDeclaration(statement)) exportDeclaration(evaluator, statement, add, stars);
    else if (ts.isExportAssignment(statement)) exportWhole(evaluator, statement.expression, add, stars);
    else if (ts.isExpressionStatement(statement)) commonJsExport(evaluator, statement.expression, add, stars);
    else if (isExported(statement)) exportedStatement(evaluator, statement, add);
  }
  return { named, stars };
}

type Add = (name: string, value: Value) => void;

function exportDeclaration(evaluator: Evaluator, node: ts.ExportDeclaration, add: Add, stars: string[]): void {
  const from =
    node.moduleSpecifier !== undefined && ts.isStringLiteralLike(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined;
  if (node.exportClause === undefined) {
    if (from !== undefined) stars.push(from);
  } else if (ts.isNamespaceExport(node.exportClause)) {
    if (from !== undefined) add(node.exportClause.name.text, moduleValue(from));
  } else {
    for (const element of node.exportClause.elements) {
      const source = (element.propertyName ?? element.name).text;
      add(element.name.text, from === undefined ? valueOfName(evaluator, source, node) : moduleValue(from, source));
    }
  }
}

function valueOfName(evaluator: Evaluator, name: string, from: ts.Node): Value {
  const symbol = resolveName(name, from);
  if (symbol === undefined) return globalValue(name);
  const value = evaluator.valueOfSymbol(symbol);
  return isKnown(value) ? value : (typeValue(evaluator, symbol) ?? value);
}

/** An interface or an alias that a name declares. */
function typeValue(evaluator: Evaluator, symbol: ts.Symbol): Value | undefined {
  const of = valueOfTypeDeclaration(evaluator, symbol);
  return of === undefined ? undefined : { kind: "type", of };
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function exportedStatement(evaluator: Evaluator, statement: ts.Statement, add: Add): void {
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) addBindings(evaluator, name, add);
  } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    // An overload; the declaration with a body speaks for all.
    if (ts.isFunctionDeclaration(statement) && statement.body === undefined) return;
    const isDefault = statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    const value: Value = ts.isClassDeclaration(statement)
      ? { kind: "class", node: statement }
      : { kind: "function", node: statement };
    const name = isDefault ? "default" : statement.name?.text;
    if (name !== undefined) add(name, value);
  } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    const isDefault = statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    add(isDefault ? "default" : statement.name.text, valueOfName(evaluator, statement.name.text, statement.name));
  } else if (ts.isModuleDeclaration(statement) && ts.isIdentifier(statement.name)) {
    add(statement.name.text, valueOfName(evaluator, statement.name.text, statement.name));
  } else if (ts.isImportEqualsDeclaration(statement)) {
    const symbol = symbolOf(statement);
    if (symbol !== undefined) add(statement.name.text, evaluator.valueOfSymbol(symbol));
  }
}

function addBindings(evaluator: Evaluator, name: ts.BindingName, add: Add): void {
  if (ts.isIdentifier(name)) return add(name.text, valueOfName(evaluator, name.text, name));
  for (const element of name.elements) if (ts.isBindingElement(element)) addBindings(evaluator, element.name, add);
}

/** `Object.assign(exports, {…})`, `module.exports = …`, `exports.name = …`, `module.exports.name = …`, also chained: `exports.a = exports.b = …`. */
function commonJsExport(evaluator: Evaluator, expression: ts.Expression, add: Add, stars: string[]): void {
  if (ts.isCallExpression(expression)) return assignedToExports(evaluator, expression, add, stars);
  if (!ts.isBinaryExpression(expression) || !isAssignment(expression.operatorToken.kind)) return;
  commonJsExport(evaluator, expression.right, add, stars);
  const { left } = expression;
  if (!ts.isPropertyAccessExpression(left)) return;
  const target = pathText(evaluator.valueOf(left));
  if (target === "module.exports") return exportWhole(evaluator, expression.right, add, stars);
  const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(target ?? "")?.[1];
  if (name !== undefined) add(name, evaluator.valueOf(expression.right));
}

function assignedToExports(evaluator: Evaluator, node: ts.CallExpression, add: Add, stars: string[]): void {
  if (pathText(evaluator.calleeOf(node)) !== "Object.assign") return;
  const [target, ...sources] = node.arguments;
  if (target === undefined || !/^(module\.)?exports$/.test(pathText(evaluator.valueOf(target)) ?? "")) return;
  // Later ones win.
  for (const source of sources.toReversed()) exportMembers(evaluator, evaluator.valueOf(source), add, stars);
}

/** `export default x`, `export = x`, `module.exports = x`: the members of an object literal are exports too. */
function exportWhole(evaluator: Evaluator, expression: ts.Expression, add: Add, stars: string[]): void {
  const value = evaluator.valueOf(expression);
  if (value.kind !== "object") add("default", value);
  exportMembers(evaluator, value, add, stars);
}

/** All members of a module, of an object literal, or of a function that has some. */
function exportMembers(evaluator: Evaluator, value: Value, add: Add, stars: string[]): void {
  const whole = moduleOf(value);
  if (whole !== undefined) stars.push(whole);
  if (value.kind !== "object" && value.kind !== "function") return;
  for (const name of evaluator.membersAssignedTo(value.node).keys()) add(name, memberOf(evaluator, value, name));
  if (value.kind === "function") return;
  for (const element of value.node.properties) {
    if (ts.isSpreadAssignment(element)) {
      const spread = moduleOf(evaluator.valueOf(element.expression));
      if (spread !== undefined) stars.push(spread);
    } else {
      const name = nameText(element.name);
      if (name === undefined) continue;
      if (ts.isPropertyAssignment(element)) add(name, evaluator.valueOf(element.initializer));
      else if (ts.isShorthandPropertyAssignment(element)) add(name, evaluator.valueOfShorthand(element));
      else if (ts.isMethodDeclaration(element)) add(name, { kind: "function", node: element });
    }
  }
}

/** Exports as other files see them. What is unknown is listed too: it hides the same name behind an `export *`. */
export function exportReferences({ named }: Exports, references: References): Record<string, Reference> {
  const exported: Record<string, Reference> = {};
  for (const [name, value] of named) {
    const reference = references.of(value);
    // A type hides nothing.
    if (reference.kind === "path" || value.kind !== "type") exported[name] = reference;
    if (value.kind !== "function") continue;
    for (const member of references.evaluator.membersAssignedTo(value.node).keys())
      exported[`${name}.${member}`] = references.of(memberOf(references.evaluator, value, member));
  }
  return exported;
}
