/** Members of values: properties of object literals, fields and methods of classes, types' members; and `this`. */
import { ts } from "ts-morph";
import type { Evaluator } from "./evaluate";
import { valueOfType } from "./types";
import {
  common,
  extend,
  globalValue,
  INSTANCE,
  isKnown,
  property,
  unknown,
  type ClassNode,
  type Value,
} from "./values";

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "global", "window", "self"]);

/** `value.name`. */
export function memberOf(evaluator: Evaluator, value: Value, name: string): Value {
  switch (value.kind) {
    case "path":
      if (value.root.kind === "global" && value.steps.length === 0 && GLOBAL_OBJECTS.has(value.root.name)) {
        return globalValue(name);
      }
      return extend(value, property(name));
    case "object":
      return memberOfObject(evaluator, value.node, name);
    case "instance":
      return memberOfInstance(evaluator, value.node, name);
    case "class":
      return memberOfClass(evaluator, value.node, name);
    case "namespace": {
      const symbol = value.symbol.exports?.get(ts.escapeLeadingUnderscores(name));
      return symbol === undefined ? unknown("no such export") : evaluator.valueOfSymbol(symbol);
    }
    case "shape":
      return memberOfShape(evaluator, value.members, name);
    case "function":
    case "unknown":
      return unknown("member of what isn't known");
  }
}

function memberOfObject(evaluator: Evaluator, node: ts.ObjectLiteralExpression, name: string): Value {
  // Later properties win, and a spread may hold anything.
  for (const element of node.properties.toReversed()) {
    if (ts.isSpreadAssignment(element)) {
      const spread = memberOf(evaluator, evaluator.valueOf(element.expression), name);
      if (isKnown(spread)) return spread;
      continue;
    }
    if (nameText(element.name) !== name) continue;
    if (ts.isPropertyAssignment(element)) return evaluator.valueOf(element.initializer);
    if (ts.isShorthandPropertyAssignment(element)) return evaluator.valueOfShorthand(element);
    if (ts.isMethodDeclaration(element)) return { kind: "function", node: element };
    return unknown("accessor");
  }
  return unknown("no such property");
}

function memberOfShape(evaluator: Evaluator, members: ts.NodeArray<ts.TypeElement>, name: string): Value {
  for (const member of members) {
    if (member.name === undefined || nameText(member.name) !== name) continue;
    if (ts.isPropertySignature(member) && member.type !== undefined) return valueOfType(evaluator, member.type);
  }
  return unknown("no such member");
}

function memberOfInstance(evaluator: Evaluator, node: ClassNode, name: string): Value {
  const values: Value[] = [];
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) {
      values.push(...constructorValues(evaluator, member, name));
      continue;
    }
    if (isStatic(member) || member.name === undefined || nameText(member.name) !== name) continue;
    if (ts.isMethodDeclaration(member)) return { kind: "function", node: member };
    if (ts.isGetAccessor(member) && member.type !== undefined) return valueOfType(evaluator, member.type);
    if (ts.isPropertyDeclaration(member)) {
      // A known annotation speaks for everything that is assigned.
      const annotated = member.type === undefined ? undefined : valueOfType(evaluator, member.type);
      if (annotated !== undefined && isKnown(annotated)) return annotated;
      if (member.initializer !== undefined) values.push(evaluator.valueOf(member.initializer));
    }
  }
  if (values.length > 0) {
    const known = values.filter(isKnown);
    return known.length > 0 ? common(known) : unknown("member without a known value");
  }
  return memberOfBase(evaluator, node, name);
}

/** Parameter properties, and `this.name = value` at the top of the constructor's body. */
function constructorValues(evaluator: Evaluator, node: ts.ConstructorDeclaration, name: string): readonly Value[] {
  const values: Value[] = [];
  for (const parameter of node.parameters) {
    const isProperty =
      ts.isIdentifier(parameter.name) && parameter.name.text === name && parameter.modifiers !== undefined;
    if (isProperty && parameter.type !== undefined) values.push(valueOfType(evaluator, parameter.type));
  }
  for (const statement of node.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, operatorToken, right } = statement.expression;
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) continue;
    if (left.expression.kind === ts.SyntaxKind.ThisKeyword && left.name.text === name)
      values.push(evaluator.valueOf(right));
  }
  return values;
}

function memberOfBase(evaluator: Evaluator, node: ClassNode, name: string): Value {
  const base = baseOf(evaluator, node);
  if (base?.kind === "class") return memberOf(evaluator, { kind: "instance", node: base.node }, name);
  return base?.kind === "path" ? extend(extend(base, INSTANCE), property(name)) : unknown("no such member");
}

function memberOfClass(evaluator: Evaluator, node: ClassNode, name: string): Value {
  for (const member of node.members) {
    if (!isStatic(member) || member.name === undefined || nameText(member.name) !== name) continue;
    if (ts.isMethodDeclaration(member)) return { kind: "function", node: member };
    if (ts.isPropertyDeclaration(member) && member.initializer !== undefined)
      return evaluator.valueOf(member.initializer);
  }
  const base = baseOf(evaluator, node);
  return base === undefined ? unknown("no such static member") : memberOf(evaluator, base, name);
}

function baseOf(evaluator: Evaluator, node: ClassNode): Value | undefined {
  const clause = node.heritageClauses?.find((heritage) => heritage.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  return base === undefined ? undefined : evaluator.valueOf(base);
}

/** `this`, where the function that it belongs to is a member of a class or of an object literal. */
export function valueOfThis(node: ts.Node): Value {
  for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (ts.isClassLike(outer)) {
      // What is neither a member's body nor an initialiser (computed names, decorators) is evaluated outside the class.
      return ts.isClassElement(inner) ? { kind: isStatic(inner) ? "class" : "instance", node: outer } : unknown("this");
    }
    if (ts.isObjectLiteralExpression(outer) && ts.isMethodDeclaration(inner)) return { kind: "object", node: outer };
    if (ts.isFunctionDeclaration(outer) || ts.isFunctionExpression(outer)) return valueOfFunctionThis(outer);
  }
  return unknown("this");
}

function valueOfFunctionThis(node: ts.FunctionDeclaration | ts.FunctionExpression): Value {
  const { parent } = node;
  const isMember = ts.isPropertyAssignment(parent) && ts.isObjectLiteralExpression(parent.parent);
  return isMember ? { kind: "object", node: parent.parent } : unknown("this");
}

export function isStatic(member: ts.ClassElement): boolean {
  if (ts.isClassStaticBlockDeclaration(member)) return true;
  if (!ts.canHaveModifiers(member)) return false;
  return member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false;
}

/** Text of a property's name; undefined for a computed one that isn't a literal. */
export function nameText(name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  if (ts.isNumericLiteral(name)) return name.text;
  if (ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)) return name.expression.text;
  return undefined;
}
