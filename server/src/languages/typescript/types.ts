/** Type annotation → value: what something that has this type is. */
import { ts } from "ts-morph";
import { collectionOfGeneric, collectionOfType } from "./collections";
import { valueOfEntityName } from "./declarations";
import type { Evaluator } from "./evaluate";
import { resultOf } from "./results";
import { resolveName } from "./scopes";
import { common, extend, globalValue, DECLARED, isKnown, moduleValue, property, unknown, type Value } from "./values";

/** Generic types whose value behaves as that of their first argument; a promise is looked at as awaited. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  "Promise",
  "PromiseLike",
  "Awaited",
  "Readonly",
  "Partial",
  "Required",
  "NonNullable",
]);

/** The value of something annotated with `type`; unknown where the annotation doesn't tell. */
export function valueOfType(evaluator: Evaluator, type: ts.TypeNode): Value {
  if (ts.isParenthesizedTypeNode(type)) return valueOfType(evaluator, type.type);
  if (ts.isTypeQueryNode(type)) return valueOfEntityName(evaluator, type.exprName);
  if (ts.isImportTypeNode(type)) return valueOfImportType(type);
  if (ts.isTypeLiteralNode(type)) return collectionOfType(type) ?? { kind: "shape", node: type };
  if (ts.isFunctionTypeNode(type)) return { kind: "signature", node: type };
  if (ts.isTypeReferenceNode(type)) return valueOfTypeReference(evaluator, type);
  if (ts.isUnionTypeNode(type))
    return common(type.types.filter((part) => !isEmpty(part)).map((part) => valueOfType(evaluator, part)));
  if (ts.isIntersectionTypeNode(type)) {
    const known = type.types.map((part) => valueOfType(evaluator, part)).filter((value) => value.kind === "path");
    return known.length > 0 ? common(known) : unknown("intersection");
  }
  return collectionOfType(type) ?? unknown(ts.SyntaxKind[type.kind]);
}

function isEmpty(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true;
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

/** `import("m").A.B`, and with `typeof` in front the value itself. */
function valueOfImportType(type: ts.ImportTypeNode): Value {
  const { argument } = type;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteralLike(argument.literal)) return unknown("import type");
  let value = moduleValue(argument.literal.text);
  for (const name of entityNames(type.qualifier)) value = extend(value, property(name));
  // JSDoc writes `{import("fs")}` for the module itself, as `typeof import("fs")` does in TypeScript.
  return type.isTypeOf || type.qualifier === undefined ? value : extend(value, DECLARED);
}

function entityNames(name: ts.EntityName | undefined): readonly string[] {
  if (name === undefined) return [];
  return ts.isIdentifier(name) ? [name.text] : [...entityNames(name.left), name.right.text];
}

function valueOfTypeReference(evaluator: Evaluator, type: ts.TypeReferenceNode): Value {
  const name = type.typeName;
  const [argument] = type.typeArguments ?? [];
  if (ts.isIdentifier(name)) {
    const symbol = resolveName(name.text, name);
    if (symbol === undefined) {
      if (argument !== undefined && TRANSPARENT.has(name.text)) return valueOfType(evaluator, argument);
      if (argument !== undefined && name.text === "InstanceType") return instance(valueOfType(evaluator, argument));
      if (argument !== undefined && name.text === "ReturnType")
        return resultOf(evaluator, valueOfType(evaluator, argument));
      return collectionOfGeneric(name.text, type.typeArguments) ?? extend(globalValue(name.text), DECLARED);
    }
    const declared = valueOfTypeDeclaration(evaluator, symbol);
    if (declared !== undefined) return declared;
  }
  return instance(valueOfEntityName(evaluator, name));
}

function instance(value: Value): Value {
  return value.kind === "class" ? { kind: "instance", node: value.node, declared: true } : extend(value, DECLARED);
}

/** An alias, an interface or a type parameter of this file; undefined for classes and imports. */
export function valueOfTypeDeclaration(evaluator: Evaluator, symbol: ts.Symbol): Value | undefined {
  const declarations = symbol.declarations ?? [];
  // An interface that adds to a class.
  if (declarations.some(ts.isClassLike)) return undefined;
  for (const declaration of declarations) {
    if (ts.isTypeAliasDeclaration(declaration)) return evaluator.valueOfAlias(declaration);
    if (ts.isInterfaceDeclaration(declaration)) return valueOfInterface(evaluator, declaration);
    if (ts.isTypeParameterDeclaration(declaration)) {
      return declaration.constraint === undefined
        ? unknown("type parameter")
        : valueOfType(evaluator, declaration.constraint);
    }
  }
  return undefined;
}

function valueOfInterface(evaluator: Evaluator, node: ts.InterfaceDeclaration): Value {
  if (node.members.length > 0) return { kind: "shape", node };
  // One that only renames or combines others is the first of them.
  const [base] = basesOfInterface(evaluator, node);
  return base !== undefined && isKnown(base) ? base : { kind: "shape", node };
}

/** Instances of what an interface extends. */
export function basesOfInterface(evaluator: Evaluator, node: ts.InterfaceDeclaration): readonly Value[] {
  return (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => valueOfHeritage(evaluator, type)));
}

/** An instance of what an `extends` of an interface, or an `implements`, names. */
export function valueOfHeritage(evaluator: Evaluator, { expression }: ts.ExpressionWithTypeArguments): Value {
  const symbol = ts.isIdentifier(expression) ? resolveName(expression.text, expression) : undefined;
  const declared = symbol === undefined ? undefined : valueOfTypeDeclaration(evaluator, symbol);
  return declared ?? instance(evaluator.valueOf(expression));
}
