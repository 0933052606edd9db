/** Members of classes and their instances: annotations, assignments in the body and to `self`, methods, bases. */
import { valueOfAnnotation } from "./annotations";
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, type PyNode } from "./tree";
import { common, extend, INSTANCE, isKnown, property, unknown, type Value } from "./values";

/** `value.name`. */
export function memberOf(evaluator: PyEvaluator, value: Value, name: string): Value {
  if (value.kind === "path" || value.kind === "oneOf") return extend(value, property(name));
  if (value.kind !== "class" && value.kind !== "instance") return unknown("member of what isn't known");
  const method = indexOf(evaluator, value.node).methods.get(name);
  if (method !== undefined) return methodValue(evaluator, method);
  const values = assignmentsTo(evaluator, value.node, name);
  if (values.length > 0) return common(values);
  return memberOfBases(evaluator, value, name);
}

/** `self` of a method, `cls` of a class method; undefined for anything else. */
export function selfValue(evaluator: PyEvaluator, definition: PyNode): Value | undefined {
  const decorated = definition.parent?.type === "decorated_definition" ? definition.parent : definition;
  const owner = decorated.parent?.parent;
  if (decorated.parent?.type !== "block" || owner?.type !== "class_definition") return undefined;
  const decorators = decoratorsOf(evaluator, definition);
  if (decorators.includes("staticmethod")) return undefined;
  return { kind: decorators.includes("classmethod") ? "class" : "instance", node: owner };
}

function decoratorsOf(evaluator: PyEvaluator, definition: PyNode): readonly string[] {
  const { parent } = definition;
  if (parent?.type !== "decorated_definition") return [];
  return parent.children.flatMap((child) =>
    child.type === "decorator" ? [evaluator.text(child).slice(1).trim()] : [],
  );
}

/** A property is what it gives; any other method is a function. */
function methodValue(evaluator: PyEvaluator, method: PyNode): Value {
  const isProperty = decoratorsOf(evaluator, method).some((name) => /(^|\.)(cached_)?property$/.test(name));
  if (!isProperty) return { kind: "function", node: method };
  const annotation = childOf(method, "return_type");
  return annotation === undefined ? unknown("property") : valueOfAnnotation(evaluator, annotation);
}

/** What a class's body defines and assigns, by name; made in one walk when it is first asked for. */
interface ClassIndex {
  readonly methods: ReadonlyMap<string, PyNode>;
  /** Assignments whose target is, or ends in, the name. */
  readonly assignments: ReadonlyMap<string, readonly PyNode[]>;
}

const indexes = new WeakMap<PyNode, ClassIndex>();

function indexOf(evaluator: PyEvaluator, owner: PyNode): ClassIndex {
  let index = indexes.get(owner);
  if (index === undefined) indexes.set(owner, (index = makeIndex(evaluator, owner)));
  return index;
}

function makeIndex(evaluator: PyEvaluator, owner: PyNode): ClassIndex {
  const methods = new Map<string, PyNode>();
  for (const statement of childOf(owner, "body")?.children ?? []) {
    const definition = statement.type === "decorated_definition" ? childOf(statement, "definition") : statement;
    const name = definition?.type === "function_definition" ? childOf(definition, "name") : undefined;
    if (definition !== undefined && name !== undefined) methods.set(evaluator.text(name), definition);
  }
  const assignments = new Map<string, PyNode[]>();
  for (const node of descendants(childOf(owner, "body") ?? owner)) {
    const left = node.type === "assignment" ? childOf(node, "left") : undefined;
    const target = left?.type === "attribute" ? childOf(left, "attribute") : left;
    if (target?.type !== "identifier") continue;
    const name = evaluator.text(target);
    const list = assignments.get(name);
    if (list === undefined) assignments.set(name, [node]);
    else list.push(node);
  }
  return { methods, assignments };
}

/** Known values of `name`: by annotation if there is one, else everything that is assigned to it. */
function assignmentsTo(evaluator: PyEvaluator, owner: PyNode, name: string): readonly Value[] {
  const assigned: Value[] = [];
  for (const node of indexOf(evaluator, owner).assignments.get(name) ?? []) {
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
): Value {
  for (const base of childOf(value.node, "superclasses")?.children ?? []) {
    if (base.type === "keyword_argument") continue;
    const parent = evaluator.valueOf(base);
    if (parent.kind === "class" && parent.node !== value.node) {
      const found = memberOf(evaluator, { kind: value.kind, node: parent.node }, name);
      if (isKnown(found)) return found;
    } else if (parent.kind === "path") {
      return extend(parent, INSTANCE, property(name));
    }
  }
  return unknown("no such member");
}
