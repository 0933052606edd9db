/** Members of values: properties of object literals, fields and methods of classes, types' members; and `this`. */
import { ts } from "ts-morph";
import { indexed } from "./collections";
import type { Evaluator } from "./evaluate";
import { isConstructor, type ConstructorNode } from "./prototypes";
import { functionType, resultOf } from "./results";
import { symbolOf } from "./scopes";
import { basesOfInterface, valueOfType } from "./types";
import {
  common,
  extend,
  globalValue,
  INSTANCE,
  isKnown,
  property,
  unknown,
  type ClassNode,
  type ShapeNode,
  type Value,
} from "./values";

/** How the contract names what `[Symbol.iterator]` is. */
export const ITERATOR = "@@iterator";

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
    case "constructed":
      return memberOfConstructed(evaluator, value.node, name);
    case "class":
      return memberOfClass(evaluator, value.node, name);
    case "namespace": {
      const symbol = value.symbol.exports?.get(ts.escapeLeadingUnderscores(name));
      return symbol === undefined ? unknown("no such export") : evaluator.valueOfSymbol(symbol);
    }
    case "collection":
      return value.form === "record" ? indexed(evaluator, value) : unknown("member of a collection");
    case "shape":
      return memberOfShape(evaluator, value.node, name);
    case "function":
      return assignedMember(evaluator, value.node, name);
    case "signature":
    case "type":
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
    if (ts.isGetAccessor(element)) return resultOf(evaluator, { kind: "function", node: element });
  }
  return assignedMember(evaluator, node, name);
}

function assignedMember(evaluator: Evaluator, node: ts.Node, name: string): Value {
  const assigned = evaluator.membersAssignedTo(node).get(name) ?? [];
  return common(assigned.map((expression) => evaluator.valueOf(expression)));
}

function memberOfShape(evaluator: Evaluator, node: ShapeNode, name: string): Value {
  for (const member of membersOfShape(node)) {
    if (member.name !== undefined && nameText(member.name) === name) return valueOfTypeElement(evaluator, member);
  }
  if (ts.isTypeLiteralNode(node)) return unknown("no such member");
  const inherited = basesOfInterface(evaluator, node).map((base) => memberOf(evaluator, base, name));
  return inherited.find(isKnown) ?? unknown("no such member");
}

/** Members of a type; an interface may be declared in several parts. */
export function membersOfShape(node: ShapeNode): readonly ts.TypeElement[] {
  if (ts.isTypeLiteralNode(node)) return node.members;
  const parts = symbolOf(node)?.declarations?.filter(ts.isInterfaceDeclaration) ?? [node];
  return parts.length < 2 ? node.members : parts.flatMap((part) => part.members);
}

/** What a member of a type is: a function that somebody else implements, or a value of its type. */
export function valueOfTypeElement(evaluator: Evaluator, member: ts.TypeElement): Value {
  if (ts.isMethodSignature(member)) return { kind: "signature", node: member };
  if (ts.isGetAccessor(member) && member.type !== undefined) return valueOfType(evaluator, member.type);
  if (!ts.isPropertySignature(member) || member.type === undefined) return unknown("member without a type");
  if (functionType(member.type) !== undefined) return { kind: "signature", node: member };
  return valueOfType(evaluator, member.type);
}

function memberOfInstance(evaluator: Evaluator, node: ClassNode, name: string): Value {
  const values: Value[] = [];
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) {
      values.push(...constructorValues(evaluator, member, name));
      continue;
    }
    if (isStatic(member) || member.name === undefined || nameText(member.name) !== name) continue;
    if (ts.isMethodDeclaration(member)) return methodOf(node, member);
    if (ts.isGetAccessor(member)) return resultOf(evaluator, { kind: "function", node: member });
    if (ts.isPropertyDeclaration(member)) {
      const made = member.initializer === undefined ? undefined : evaluator.valueOf(member.initializer);
      // What is made on the spot and stays is what it is, whatever it is called; else a known annotation speaks for everything.
      if (made?.kind === "instance" && made.declared !== true && isReadonly(member)) return made;
      const annotated = member.type === undefined ? undefined : valueOfType(evaluator, member.type);
      // A function's type says what it gives, not which function it is.
      if (annotated !== undefined && isKnown(annotated) && (made === undefined || annotated.kind !== "signature"))
        return annotated;
      if (made !== undefined) values.push(made);
    }
  }
  if (values.length > 0) {
    const known = values.filter(isKnown);
    return known.length > 0 ? common(known) : unknown("member without a known value");
  }
  return memberOfBase(evaluator, node, name);
}

/** The overload with a body speaks for all; an abstract method has none. */
function methodOf(owner: ClassNode, method: ts.MethodDeclaration): Value {
  if (method.body !== undefined) return { kind: "function", node: method };
  const name = nameText(method.name);
  const side = isStatic(method);
  const implementation = owner.members.find(
    (member): member is ts.MethodDeclaration =>
      ts.isMethodDeclaration(member) &&
      member.body !== undefined &&
      isStatic(member) === side &&
      nameText(member.name) === name,
  );
  return { kind: "function", node: implementation ?? method };
}

function isReadonly(node: ts.PropertyDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
}

/** Parameter properties, and `this.name = value` at the top of the constructor's body. */
function constructorValues(
  evaluator: Evaluator,
  node: ts.ConstructorDeclaration | ConstructorNode,
  name: string,
): readonly Value[] {
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

/** What the prototype has, what the function's body gives its objects, what they inherit. */
function memberOfConstructed(evaluator: Evaluator, node: ConstructorNode, name: string): Value {
  const prototype = evaluator.prototypeOf(node);
  const assigned = (prototype?.members.get(name) ?? []).map((expression) => evaluator.valueOf(expression));
  if (assigned.length > 0) return common(assigned);
  for (const source of prototype?.sources.toReversed() ?? []) {
    const found = memberOf(evaluator, evaluator.valueOf(source), name);
    if (isKnown(found)) return found;
  }
  const fields = constructorValues(evaluator, node, name).filter(isKnown);
  if (fields.length > 0) return common(fields);
  for (const base of prototype?.bases ?? []) {
    const found = memberOf(evaluator, madeBy(evaluator, evaluator.valueOf(base)), name);
    if (isKnown(found)) return found;
  }
  return unknown("no such member");
}

/** An object of a class, or of a function that is used as one. */
export function madeBy(evaluator: Evaluator, value: Value): Value {
  if (value.kind === "class") return { kind: "instance", node: value.node };
  if (value.kind !== "function") return extend(value, INSTANCE);
  const { node } = value;
  const isMade = isConstructor(node) && evaluator.prototypeOf(node) !== undefined;
  return isMade ? { kind: "constructed", node } : unknown("made by a function");
}

function memberOfBase(evaluator: Evaluator, node: ClassNode, name: string): Value {
  const base = baseOf(evaluator, node);
  if (base?.kind === "class") return memberOf(evaluator, { kind: "instance", node: base.node }, name);
  return base?.kind === "path" ? extend(extend(base, INSTANCE), property(name)) : unknown("no such member");
}

function memberOfClass(evaluator: Evaluator, node: ClassNode, name: string): Value {
  for (const member of node.members) {
    if (!isStatic(member) || member.name === undefined || nameText(member.name) !== name) continue;
    if (ts.isMethodDeclaration(member)) return methodOf(node, member);
    if (ts.isGetAccessor(member)) return resultOf(evaluator, { kind: "function", node: member });
    if (ts.isPropertyDeclaration(member) && member.initializer !== undefined)
      return evaluator.valueOf(member.initializer);
  }
  const base = baseOf(evaluator, node);
  return base === undefined ? unknown("no such static member") : memberOf(evaluator, base, name);
}

/** The class that a class extends. */
export function baseOf(evaluator: Evaluator, node: ClassNode): Value | undefined {
  const clause = node.heritageClauses?.find((heritage) => heritage.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  return base === undefined ? undefined : evaluator.valueOf(base);
}

/** `this`, where the function that it belongs to is a member of a class or of an object literal. */
export function valueOfThis(evaluator: Evaluator, node: ts.Node): Value {
  for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (ts.isClassLike(outer)) {
      // What is neither a member's body nor an initialiser (computed names, decorators) is evaluated outside the class.
      return ts.isClassElement(inner) ? { kind: isStatic(inner) ? "class" : "instance", node: outer } : unknown("this");
    }
    if (ts.isObjectLiteralExpression(outer) && ts.isMethodDeclaration(inner)) return objectOrMade(evaluator, outer);
    if (isConstructor(outer)) return valueOfFunctionThis(evaluator, outer);
  }
  return unknown("this");
}

/** `super`: the base class where it is called and in static members, else an instance of it. */
export function valueOfSuper(evaluator: Evaluator, node: ts.Expression): Value {
  const self = valueOfThis(evaluator, node);
  if (self.kind !== "class" && self.kind !== "instance") return unknown("super");
  const base = baseOf(evaluator, self.node) ?? unknown("no base class");
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (self.kind === "class" || isCalled) return base;
  return base.kind === "class" ? { kind: "instance", node: base.node } : extend(base, INSTANCE);
}

function valueOfFunctionThis(evaluator: Evaluator, node: ConstructorNode): Value {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && ts.isObjectLiteralExpression(parent.parent))
    return objectOrMade(evaluator, parent.parent);
  const owner = evaluator.constructorAround(node) ?? (evaluator.prototypeOf(node) === undefined ? undefined : node);
  return owner === undefined ? unknown("this") : { kind: "constructed", node: owner };
}

/** The object itself, or what is made by the function whose prototype it is. */
function objectOrMade(evaluator: Evaluator, node: ts.ObjectLiteralExpression): Value {
  const owner = evaluator.constructorAround(node);
  return owner === undefined ? { kind: "object", node } : { kind: "constructed", node: owner };
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
  if (ts.isComputedPropertyName(name)) {
    const { expression } = name;
    if (ts.isStringLiteralLike(expression)) return expression.text;
    const isIterator = ts.isPropertyAccessExpression(expression) && expression.name.text === "iterator";
    if (isIterator && ts.isIdentifier(expression.expression) && expression.expression.text === "Symbol")
      return ITERATOR;
  }
  return undefined;
}
