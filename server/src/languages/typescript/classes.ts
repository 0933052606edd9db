/** Members of classes, types, object literals and namespaces, as other files ask for them. */
import { ts } from "ts-morph";
import type { ClassFacts, MemberFacts, Reference } from "../../core/facts";
import { baseOf, isStatic, madeBy, memberOf, membersOfShape, nameText, valueOfTypeElement } from "./members";
import type { ConstructorNode } from "./prototypes";
import { isBuiltIn, type References } from "./references";
import { basesOfInterface, valueOfHeritage } from "./types";
import type { ClassNode, ShapeNode, Value } from "./values";

export type MembersFound = Omit<ClassFacts, "key">;

const NOTHING = { bases: [], implemented: [], statics: {}, construction: [], hasConstructor: false } as const;

/** Members by name; what isn't known isn't listed. */
class MemberTable {
  readonly members: Record<string, MemberFacts> = {};

  constructor(private readonly references: References) {}

  has(name: string): boolean {
    return Object.hasOwn(this.members, name);
  }

  add(name: string, kind: MemberFacts["kind"], value: Value): void {
    if (name === "__proto__") return;
    const reference = this.references.of(value);
    if (reference.kind === "path" && !isBuiltIn(reference)) this.members[name] = { kind, value: reference };
  }
}

export function membersOfClass(references: References, node: ClassNode): MembersFound {
  const { evaluator } = references;
  const members = new MemberTable(references);
  const statics = new MemberTable(references);
  const fields: string[] = [];
  const constructors: string[] = [];
  let hasConstructor = false;
  const addField = (table: MemberTable, self: Value, name: string): void => {
    if (!table.has(name)) table.add(name, "field", memberOf(evaluator, self, name));
  };
  const instance: Value = { kind: "instance", node };
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) {
      if (member.body === undefined) continue;
      hasConstructor = true;
      for (const name of assignedNames(member)) addField(members, instance, name);
      constructors.push(...keysOf(references, member));
      continue;
    }
    const name = member.name === undefined ? undefined : nameText(member.name);
    const table = isStatic(member) ? statics : members;
    if (ts.isPropertyDeclaration(member) && table === members) fields.push(...keysOf(references, member));
    if (name === undefined) continue;
    if (ts.isGetAccessor(member)) table.add(name, "getter", { kind: "function", node: member });
    else if (ts.isMethodDeclaration(member)) {
      const self: Value = table === statics ? { kind: "class", node } : instance;
      // Of overloads the one with a body; only an abstract method has none.
      const isWhole = member.body !== undefined;
      if (isWhole || !table.has(name))
        table.add(name, "method", isWhole ? { kind: "function", node: member } : memberOf(evaluator, self, name));
    } else if (ts.isPropertyDeclaration(member)) {
      addField(table, table === statics ? { kind: "class", node } : instance, name);
    }
  }
  const base = baseOf(evaluator, node);
  return {
    kind: "class",
    ...(isAbstract(node) ? { isAbstract: true } : {}),
    bases: base === undefined ? [] : known(references, [base]),
    implemented: known(references, implementedBy(references, node)),
    members: members.members,
    statics: statics.members,
    construction: [...fields, ...constructors],
    hasConstructor,
  };
}

/** A function that is used as a class. */
export function membersOfConstructor(references: References, node: ConstructorNode): MembersFound {
  const { evaluator } = references;
  const table = new MemberTable(references);
  const prototype = evaluator.prototypeOf(node);
  const self: Value = { kind: "constructed", node };
  for (const name of prototype?.members.keys() ?? []) table.add(name, "method", memberOf(evaluator, self, name));
  for (const source of prototype?.sources.toReversed() ?? []) {
    for (const element of ts.isObjectLiteralExpression(source) ? source.properties : []) {
      const name = element.name === undefined ? undefined : nameText(element.name);
      if (name === undefined || table.has(name)) continue;
      if (ts.isGetAccessor(element)) table.add(name, "getter", { kind: "function", node: element });
      else table.add(name, "method", memberOf(evaluator, self, name));
    }
  }
  for (const name of assignedNames(node))
    if (!table.has(name)) table.add(name, "field", memberOf(evaluator, self, name));
  const bases = (prototype?.bases ?? []).map((base) => evaluator.valueOf(base));
  const named = bases.map((base): Value => {
    const made = base.kind === "function" ? madeBy(evaluator, base) : base;
    return made.kind === "constructed" ? { kind: "type", of: made } : base;
  });
  const construction = keysOf(references, node);
  return {
    ...NOTHING,
    kind: "class",
    bases: known(references, named),
    members: table.members,
    construction,
    hasConstructor: true,
  };
}

function isAbstract({ modifiers }: ClassNode): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) ?? false;
}

/** Functions that the walk has found calls in. */
function keysOf({ keys }: References, node: ts.Node): readonly string[] {
  const key = keys.keyOf(node);
  return key === undefined ? [] : [key];
}

/** Fields that a constructor declares: parameter properties, and what it assigns at its top. */
function assignedNames(node: ts.ConstructorDeclaration | ConstructorNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, modifiers } of node.parameters) {
    if (modifiers !== undefined && ts.isIdentifier(name)) names.add(name.text);
  }
  for (const statement of node.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left } = statement.expression;
    if (ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword)
      names.add(left.name.text);
  }
  return names;
}

/** Instances of what a class says that it implements. */
function implementedBy({ evaluator }: References, node: ClassNode): readonly Value[] {
  const clause = node.heritageClauses?.find((heritage) => heritage.token === ts.SyntaxKind.ImplementsKeyword);
  return (clause?.types ?? []).map((type) => ({ kind: "type", of: valueOfHeritage(evaluator, type) }));
}

function known(references: References, values: readonly Value[]): readonly Reference[] {
  return values
    .map((value) => references.of(value))
    .filter((reference) => reference.kind === "path" && !isBuiltIn(reference));
}

/** An interface, or the type literal of an alias. */
export function membersOfType(references: References, node: ShapeNode): MembersFound {
  const table = new MemberTable(references);
  for (const member of membersOfShape(node)) {
    const name = member.name === undefined ? undefined : nameText(member.name);
    if (name === undefined || table.has(name)) continue;
    const value = valueOfTypeElement(references.evaluator, member);
    table.add(name, value.kind === "signature" ? "method" : "field", value);
  }
  const bases = ts.isInterfaceDeclaration(node) ? basesOfInterface(references.evaluator, node) : [];
  const types = bases.map((of): Value => ({ kind: "type", of }));
  return { ...NOTHING, kind: "interface", bases: known(references, types), members: table.members };
}

export function membersOfObject(references: References, node: ts.ObjectLiteralExpression): MembersFound {
  const { evaluator } = references;
  const table = new MemberTable(references);
  const spread: Value[] = [];
  for (const element of node.properties) {
    if (ts.isSpreadAssignment(element)) spread.push(evaluator.valueOf(element.expression));
    else if (!ts.isSetAccessor(element)) {
      const name = nameText(element.name);
      if (name === undefined) continue;
      if (ts.isGetAccessor(element)) table.add(name, "getter", { kind: "function", node: element });
      else {
        const kind = ts.isMethodDeclaration(element) ? "method" : "field";
        table.add(name, kind, memberOf(evaluator, { kind: "object", node }, name));
      }
    }
  }
  for (const name of evaluator.membersAssignedTo(node).keys()) {
    if (!table.has(name)) table.add(name, "field", memberOf(evaluator, { kind: "object", node }, name));
  }
  return { ...NOTHING, kind: "object", bases: known(references, spread.toReversed()), members: table.members };
}

export function membersOfNamespace(references: References, node: ts.ModuleDeclaration): MembersFound {
  const table = new MemberTable(references);
  const symbol = (node as { readonly symbol?: ts.Symbol }).symbol;
  for (const name of symbol?.exports?.keys() ?? []) {
    const text = ts.unescapeLeadingUnderscores(name);
    if (symbol !== undefined)
      table.add(text, "field", memberOf(references.evaluator, { kind: "namespace", symbol }, text));
  }
  return { ...NOTHING, kind: "object", members: table.members };
}
