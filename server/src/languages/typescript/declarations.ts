/** What a declared name stands for: imports, variables and what is assigned to them, destructuring, parameters. */
import { ts } from "ts-morph";
import { elementOf, indexed, valueGivenTo } from "./collections";
import type { Evaluator } from "./evaluate";
import { memberOf, nameText } from "./members";
import { valueOfType } from "./types";
import { common, isKnown, moduleValue, unknown, type Value } from "./values";

/** The value of a name, as its declarations and assignments tell. */
export function valueOfSymbol(evaluator: Evaluator, symbol: ts.Symbol): Value {
  const values: Value[] = [];
  let annotated: Value | undefined;
  for (const declaration of symbol.declarations ?? []) {
    if (ts.isVariableDeclaration(declaration)) annotated ??= annotationOf(evaluator, declaration);
    // An annotation that names a type speaks for everything that is assigned.
    if (annotated?.kind === "path" || annotated?.kind === "instance" || annotated?.kind === "collection")
      return madeInPlace(evaluator, declaration) ?? annotated;
    const value = valueOfDeclaration(evaluator, declaration, symbol);
    if (value !== undefined) values.push(value);
  }
  for (const assigned of evaluator.assignmentsTo(symbol)) {
    if (assigned === undefined) values.push(unknown("changed"));
    else if (!isEmptyLiteral(assigned)) values.push(evaluator.valueOf(assigned));
  }
  // A function with overloads has several declarations; the one with a body speaks for all.
  const functions = values.filter((value) => value.kind === "function" && value.node.body !== undefined);
  if (functions.length === 1 && values.every((value) => value.kind === "function")) return common(functions);
  const value = common(values);
  return isKnown(value) ? value : (annotated ?? value);
}

/** `const store: Store = new FileStore()` is a FileStore, where that is a class of this file. */
function madeInPlace(evaluator: Evaluator, node: ts.Declaration): Value | undefined {
  if (!ts.isVariableDeclaration(node) || (node.parent.flags & ts.NodeFlags.Const) === 0) return undefined;
  const value = node.initializer === undefined ? undefined : evaluator.valueOf(node.initializer);
  return value?.kind === "instance" && value.declared !== true ? value : undefined;
}

/** Undefined for a declaration that says nothing of the value: `let x;`, `let x = null`, a type beside a value. */
function valueOfDeclaration(evaluator: Evaluator, node: ts.Declaration, symbol: ts.Symbol): Value | undefined {
  if (ts.isImportClause(node)) return importValue(node.parent, "default");
  if (ts.isNamespaceImport(node)) return importValue(node.parent.parent);
  if (ts.isImportSpecifier(node)) return importValue(node.parent.parent.parent, (node.propertyName ?? node.name).text);
  if (ts.isImportEqualsDeclaration(node)) return valueOfImportEquals(evaluator, node);
  if (ts.isVariableDeclaration(node)) return valueOfVariable(evaluator, node);
  if (ts.isBindingElement(node)) return valueOfBinding(evaluator, node);
  if (ts.isParameter(node)) return valueOfParameter(evaluator, node);
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return { kind: "function", node };
  if (ts.isClassLike(node)) return { kind: "class", node };
  if (ts.isFunctionExpression(node)) return { kind: "function", node };
  if (ts.isModuleDeclaration(node)) return { kind: "namespace", symbol };
  // In JavaScript the compiler counts `api` in `api.load = …` among the declarations.
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isIdentifier(node)) return undefined;
  return unknown(ts.SyntaxKind[node.kind]);
}

function importValue(declaration: ts.ImportDeclaration | ts.JSDocImportTag, name?: string): Value {
  const specifier = declaration.moduleSpecifier;
  if (!ts.isStringLiteralLike(specifier)) return unknown("import");
  return name === undefined ? moduleValue(specifier.text) : moduleValue(specifier.text, name);
}

function valueOfImportEquals(evaluator: Evaluator, node: ts.ImportEqualsDeclaration): Value {
  const reference = node.moduleReference;
  if (!ts.isExternalModuleReference(reference)) return valueOfEntityName(evaluator, reference);
  return ts.isStringLiteralLike(reference.expression) ? moduleValue(reference.expression.text) : unknown("import");
}

/** `a.b.c` in a type or an import alias. */
export function valueOfEntityName(evaluator: Evaluator, name: ts.EntityName): Value {
  if (ts.isIdentifier(name)) return evaluator.valueOf(name);
  return memberOf(evaluator, valueOfEntityName(evaluator, name.left), name.right.text);
}

function valueOfVariable(evaluator: Evaluator, node: ts.VariableDeclaration): Value | undefined {
  if (!ts.isIdentifier(node.name)) return undefined;
  const loop = node.parent.parent;
  if (ts.isForOfStatement(loop)) return elementOf(evaluator, evaluator.valueOf(loop.expression));
  if (ts.isForInStatement(loop)) return unknown("key");
  if (ts.isCatchClause(node.parent)) return unknown("caught");
  if (node.initializer === undefined || isEmptyLiteral(node.initializer)) return undefined;
  return evaluator.valueOf(node.initializer);
}

/** Value by the declaration's type annotation, in JavaScript by its `@type` or `@param`. */
function annotationOf(evaluator: Evaluator, node: ts.VariableDeclaration | ts.ParameterDeclaration): Value | undefined {
  const type = node.type ?? (isJavaScript(node) ? ts.getJSDocType(node) : undefined);
  return type === undefined ? undefined : valueOfType(evaluator, type);
}

function isJavaScript(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.JavaScriptFile) !== 0;
}

function valueOfParameter(evaluator: Evaluator, node: ts.ParameterDeclaration): Value {
  const annotated = annotationOf(evaluator, node);
  if (annotated !== undefined) return annotated;
  if (node.initializer === undefined) return valueGivenTo(evaluator, node) ?? unknown("parameter");
  // A default that is an instance tells the type, as it does for TypeScript; a module or an object is there to be replaced.
  const value = evaluator.valueOf(node.initializer);
  const isInstance = value.kind === "instance" || (value.kind === "path" && value.steps.at(-1)?.kind === "instance");
  return isInstance ? value : unknown("parameter");
}

/** `const {a: {b: name}} = value`: the member `a.b` of the value; `const [, name] = pair`: the second of its items. */
function valueOfBinding(evaluator: Evaluator, node: ts.BindingElement): Value {
  const pattern = node.parent;
  if (node.dotDotDotToken !== undefined) return unknown("rest pattern");
  if (ts.isArrayBindingPattern(pattern))
    return indexed(evaluator, valueOfPattern(evaluator, pattern), pattern.elements.indexOf(node));
  const name = node.propertyName === undefined ? bindingName(node) : nameText(node.propertyName);
  if (name === undefined) return unknown("computed name");
  const member = memberOf(evaluator, valueOfPattern(evaluator, pattern), name);
  return isKnown(member) || node.initializer === undefined ? member : evaluator.valueOf(node.initializer);
}

function bindingName(node: ts.BindingElement): string | undefined {
  return ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** The value that a pattern takes apart. */
function valueOfPattern(evaluator: Evaluator, pattern: ts.BindingPattern): Value {
  const owner = pattern.parent;
  if (ts.isBindingElement(owner)) return valueOfBinding(evaluator, owner);
  if (ts.isParameter(owner)) return valueOfParameter(evaluator, owner);
  const loop = owner.parent.parent;
  if (ts.isForOfStatement(loop)) return elementOf(evaluator, evaluator.valueOf(loop.expression));
  if (owner.initializer !== undefined) return evaluator.valueOf(owner.initializer);
  return annotationOf(evaluator, owner) ?? unknown("no initialiser");
}

/** `null` and `undefined`, which say nothing of what else a name may hold. */
export function isEmptyLiteral(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}
