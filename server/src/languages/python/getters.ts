/** Reads of attributes that may run a property's getter. */
import { basesOf, classIndex, isGetter } from "./classes";
import { mayBeOwn, type Pending, type Place } from "./callFacts";
import type { PyEvaluator } from "./evaluate";
import { childOf, type PyNode } from "./tree";
import { property, toReference, type Value } from "./values";

/** The call of a getter that reading an attribute is, or may be where the class is in another file. */
export function readGetter(evaluator: PyEvaluator, node: PyNode, place: Place): readonly Pending[] {
  const name = childOf(node, "attribute");
  if (name === undefined || !mayRunGetter(evaluator, node)) return [];
  return [{ form: "get", node, steps: [property(evaluator.text(name))], place }];
}

function mayRunGetter(evaluator: PyEvaluator, node: PyNode): boolean {
  const [object, name] = [childOf(node, "object"), childOf(node, "attribute")];
  if (object === undefined || name === undefined || isWritten(node)) return false;
  const value = evaluator.valueOf(object);
  const text = evaluator.text(name);
  if (value.kind === "instance") return mayHaveGetter(evaluator, value.node, text, isCallee(node));
  // Methods are what is called, as a rule; and capitals are constants and classes.
  if (value.kind !== "path" || isCallee(node) || /^[A-Z_]/.test(text)) return false;
  return (isObject(value) || isImported(object, value)) && mayBeOwn(toReference(value));
}

/** What a module of the project holds, by its name there: `from settings import settings`. */
function isImported(object: PyNode, { steps }: Extract<Value, { kind: "path" }>): boolean {
  return object.type === "identifier" && steps.length > 0;
}

function isCallee(node: PyNode): boolean {
  return node.field === "function" && node.parent?.type === "call";
}

function isWritten(node: PyNode): boolean {
  const type = node.parent?.type;
  return (node.field === "left" && type === "assignment") || type === "delete_statement";
}

function isObject({ steps }: Extract<Value, { kind: "path" }>): boolean {
  const last = steps.at(-1);
  return last !== undefined && last.kind !== "property";
}

/** A class of this file: its own members decide; those of bases elsewhere aren't known. */
function mayHaveGetter(
  evaluator: PyEvaluator,
  owner: PyNode,
  name: string,
  isCalled: boolean,
  seen: readonly PyNode[] = [],
): boolean {
  const { methods, assignments } = classIndex(evaluator, owner);
  const method = methods.get(name);
  if (method !== undefined) return isGetter(evaluator, method);
  if (assignments.has(name)) return false;
  return basesOf(evaluator, owner).some((base) => {
    if (base.kind === "path") return !isCalled && mayBeOwn(toReference(base));
    const isNew = base.node !== owner && !seen.includes(base.node);
    return isNew && mayHaveGetter(evaluator, base.node, name, isCalled, [...seen, owner]);
  });
}
