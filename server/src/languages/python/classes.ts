/** Members of classes and their instances: annotations, assignments in the body and to `self`, methods, bases. */
import { Kept } from "../../core/kept";
import { valueOfAnnotation } from "./annotations";
import type { PyEvaluator } from "./evaluate";
import { resultOf } from "./results";
import { childOf, type PyNode } from "./tree";
import { common, extend, INSTANCE, isKnown, property, textOfPath, unknown, type Value } from "./values";

/** `value.name`. */
export function memberOf(evaluator: PyEvaluator, value: Value, name: string): Value {
  if (value.kind === "path" || value.kind === "oneOf") return extend(value, property(name));
  if (value.kind === "super") return memberOfBases(evaluator, { kind: value.of, node: value.node }, name, true);
  if (value.kind === "generator") return extend(value, property(name));
  if (value.kind !== "class" && value.kind !== "instance") return unknown("member of what isn't known");
  return ownMember(evaluator, value.node, name) ?? memberOfBases(evaluator, value, name, false);
}

/** What the class itself says of a member; undefined when it doesn't. */
function ownMember(evaluator: PyEvaluator, owner: PyNode, name: string): Value | undefined {
  const method = classIndex(evaluator, owner).methods.get(name);
  if (method !== undefined) return methodValue(evaluator, method);
  const inner = classIndex(evaluator, owner).classes.get(name);
  if (inner !== undefined) return { kind: "class", node: inner };
  const values = assignmentsTo(evaluator, owner, name);
  return values.length > 0 ? common(values) : undefined;
}

/** The class that a method stands in; undefined for any other function. */
export function classAround(definition: PyNode): PyNode | undefined {
  const decorated = definition.parent?.type === "decorated_definition" ? definition.parent : definition;
  const owner = decorated.parent?.parent;
  return decorated.parent?.type === "block" && owner?.type === "class_definition" ? owner : undefined;
}

/** `self` of a method, `cls` of a class method; undefined for anything else. */
export function selfValue(
  evaluator: PyEvaluator,
  definition: PyNode,
): Extract<Value, { kind: "class" | "instance" }> | undefined {
  const owner = classAround(definition);
  if (owner === undefined) return undefined;
  const decorators = decoratorsOf(evaluator, definition);
  if (decorators.includes("staticmethod")) return undefined;
  const name = childOf(definition, "name");
  const isImplicit = name !== undefined && IMPLICIT_CLASS_METHODS.has(evaluator.text(name));
  const isOfClass = isImplicit || decorators.includes("classmethod");
  return { kind: isOfClass ? "class" : "instance", node: owner };
}

/** Methods whose first argument is the class without a decorator that says so. */
const IMPLICIT_CLASS_METHODS: ReadonlySet<string> = new Set(["__new__", "__init_subclass__", "__class_getitem__"]);

/** `super()` and `super(C, self)`. */
export function superValue(evaluator: PyEvaluator, call: PyNode): Value {
  let around = call.parent;
  while (around !== undefined && (around.type !== "function_definition" || classAround(around) === undefined))
    around = around.parent;
  const self = around === undefined ? undefined : selfValue(evaluator, around);
  const [first] = childOf(call, "arguments")?.children ?? [];
  const start = first === undefined ? self : evaluator.valueOf(first);
  if (self === undefined || start === undefined || !("node" in start)) return unknown("super");
  return { kind: "super", node: start.node, of: self.kind };
}

export function decoratorsOf(evaluator: PyEvaluator, definition: PyNode): readonly string[] {
  const { parent } = definition;
  if (parent?.type !== "decorated_definition") return [];
  return parent.children.flatMap((child) =>
    child.type === "decorator" ? [evaluator.text(child).slice(1).trim()] : [],
  );
}

/** A property is what it gives; any other method is a function. */
function methodValue(evaluator: PyEvaluator, method: PyNode): Value {
  return isGetter(evaluator, method) ? resultOf(evaluator, method) : { kind: "function", node: method };
}

/** Whether reading the member calls this method. */
export function isGetter(evaluator: PyEvaluator, method: PyNode): boolean {
  return decoratorsOf(evaluator, method).some((name) => /(^|\.)(cached_|abstract)?property$/.test(name));
}

/** What a class's body defines and assigns, by name; made in one walk when it is first asked for. */
export interface ClassIndex {
  readonly methods: ReadonlyMap<string, PyNode>;
  readonly classes: ReadonlyMap<string, PyNode>;
  /** Assignments whose target is, or ends in, the name. */
  readonly assignments: ReadonlyMap<string, readonly PyNode[]>;
}

const indexes = new Kept<PyNode, ClassIndex>();

export function classIndex(evaluator: PyEvaluator, owner: PyNode): ClassIndex {
  let index = indexes.get(owner);
  if (index === undefined) indexes.set(owner, (index = makeIndex(evaluator, owner)));
  return index;
}

function makeIndex(evaluator: PyEvaluator, owner: PyNode): ClassIndex {
  const methods = new Map<string, PyNode>();
  const classes = new Map<string, PyNode>();
  for (const statement of childOf(owner, "body")?.children ?? []) {
    const definition = statement.type === "decorated_definition" ? childOf(statement, "definition") : statement;
    const name = definition === undefined ? undefined : childOf(definition, "name");
    if (definition === undefined || name === undefined) continue;
    if (definition.type === "class_definition") classes.set(evaluator.text(name), definition);
    if (definition.type !== "function_definition") continue;
    // The setter of a property comes under the same name.
    const isAccessor = decoratorsOf(evaluator, definition).some((one) => /\.(setter|deleter)$/.test(one));
    if (!isAccessor) methods.set(evaluator.text(name), definition);
  }
  const assignments = new Map<string, PyNode[]>();
  const visit = (node: PyNode, isInMethod: boolean): void => {
    if (node.type === "class_definition") return;
    const left = node.type === "assignment" ? childOf(node, "left") : undefined;
    const target = left?.type === "attribute" ? childOf(left, "attribute") : left;
    if (target?.type === "identifier" && (left?.type === "attribute" || !isInMethod)) {
      const name = evaluator.text(target);
      const list = assignments.get(name);
      if (list === undefined) assignments.set(name, [node]);
      else list.push(node);
    }
    const isMethod = isInMethod || node.type === "function_definition" || node.type === "lambda";
    for (const child of node.children) visit(child, isMethod);
  };
  for (const statement of childOf(owner, "body")?.children ?? []) visit(statement, false);
  return { methods, classes, assignments };
}

/** Known values of `name`: by annotation if there is one, else everything that is assigned to it. */
export function assignmentsTo(evaluator: PyEvaluator, owner: PyNode, name: string): readonly Value[] {
  const assigned: Value[] = [];
  for (const node of classIndex(evaluator, owner).assignments.get(name) ?? []) {
    if (!isMember(evaluator, node, owner, name)) continue;
    const [annotation, right] = [childOf(node, "type"), childOf(node, "right")];
    const annotated = annotation === undefined ? undefined : valueOfAnnotation(evaluator, annotation);
    if (annotated !== undefined && isKnown(annotated)) return [annotated];
    if (right !== undefined && right.type !== "none") assigned.push(evaluator.valueOf(right));
  }
  const known = assigned.filter(isKnown);
  return known.length > 0 ? known : assigned.slice(0, 1);
}

/** `name = …` in the class's own body, or `self.name = …` in one of its methods. */
function isMember(evaluator: PyEvaluator, assignment: PyNode, owner: PyNode, name: string): boolean {
  const left = childOf(assignment, "left");
  if (left?.type === "identifier") {
    return evaluator.text(left) === name && evaluator.scopes.scopeAt(assignment).node === owner;
  }
  const [object, attribute] = left?.type === "attribute" ? [childOf(left, "object"), childOf(left, "attribute")] : [];
  if (object?.type !== "identifier" || attribute === undefined || evaluator.text(attribute) !== name) return false;
  const value = evaluator.valueOf(object);
  return (value.kind === "instance" || value.kind === "class") && value.node === owner;
}

function memberOfBases(
  evaluator: PyEvaluator,
  value: Extract<Value, { kind: "class" | "instance" }>,
  name: string,
  isSuper: boolean,
  seen: readonly PyNode[] = [],
): Value {
  const found: Value[] = [];
  for (const base of basesOf(evaluator, value.node)) {
    if (base.kind === "path") {
      found.push(value.kind === "class" ? extend(base, property(name)) : extend(base, INSTANCE, property(name)));
      continue;
    }
    if (base.node === value.node || seen.includes(base.node)) continue;
    const own = ownMember(evaluator, base.node, name);
    if (own !== undefined && found.length === 0) return own;
    const inherited =
      own ?? memberOfBases(evaluator, { kind: value.kind, node: base.node }, name, false, [...seen, value.node]);
    if (isKnown(inherited)) found.push(inherited);
  }
  const [first, ...others] = found;
  if (first === undefined) return unknown("no such member");
  // Which of several has it, is told where other files are known.
  return others.length > 0 && !isSuper ? extend(value, property(name)) : first;
}

/** What a class extends, as far as it is known. Markers that have no members are left out. */
export function basesOf(evaluator: PyEvaluator, owner: PyNode): readonly Extract<Value, { kind: "class" | "path" }>[] {
  const bases: Extract<Value, { kind: "class" | "path" }>[] = [];
  for (const base of childOf(owner, "superclasses")?.children ?? []) {
    if (base.type === "keyword_argument" || base.type === "comment") continue;
    // `Base[T]`: the type's own arguments say nothing of its members.
    const value = evaluator.valueOf((base.type === "subscript" ? childOf(base, "value") : undefined) ?? base);
    const isMarker = IS_MARKER.test(textOfPath(value) ?? "");
    if (value.kind === "class" || (value.kind === "path" && !isMarker)) bases.push(value);
  }
  return bases;
}

const IS_MARKER = /^(builtins\.object|abc\.ABC|typing(_extensions)?\.(Generic|Protocol))$/;
