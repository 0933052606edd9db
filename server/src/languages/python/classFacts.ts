/** Facts of the classes of a file. */
import type { ClassFacts, MemberFacts, Reference } from "../../core/facts";
import { assignmentsTo, basesOf, classIndex, decoratorsOf, isGetter } from "./classes";
import { isAbstract } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import { telling } from "./functionFacts";
import { keyOf } from "./keys";
import { childOf, type PyNode } from "./tree";
import { common, textOfPath, toReference } from "./values";

/** What making an instance runs, in this order; `__post_init__` and the like are called by a constructor that isn't written out. */
const CONSTRUCTORS = ["__new__", "__init__", "__post_init__", "__attrs_post_init__", "model_post_init"];

/** Decorators that write a constructor. */
const WRITES_CONSTRUCTOR =
  /^((dataclasses\.|pydantic\.dataclasses\.)?dataclass|attrs?\.(s|attrs|define|frozen|mutable)|define|frozen)\b/;

/** Facts of a class definition; `key` is its declared path. */
export function classFacts(evaluator: PyEvaluator, node: PyNode, key: string): ClassFacts {
  const index = classIndex(evaluator, node);
  const members: Record<string, MemberFacts> = {};
  const statics: Record<string, MemberFacts> = {};
  for (const [name, assignments] of index.assignments) {
    const value = telling(common(assignmentsTo(evaluator, node, name)));
    if (value === undefined) continue;
    members[name] = { kind: "field", value };
    // What only methods assign is no member of the class itself.
    if (assignments.some((one) => childOf(one, "left")?.type === "identifier")) statics[name] = members[name];
  }
  for (const [name, inner] of index.classes) {
    members[name] = { kind: "field", value: toReference({ kind: "class", node: inner }) };
    statics[name] = members[name];
  }
  for (const [name, method] of index.methods) {
    const member: MemberFacts = {
      kind: isGetter(evaluator, method) ? "getter" : "method",
      value: toReference({ kind: "function", node: method }),
    };
    members[name] = member;
    if (member.kind === "method") statics[name] = member;
  }
  return {
    key,
    kind: isProtocol(evaluator, node) ? "interface" : "class",
    ...([...index.methods.values()].some((method) => isAbstract(evaluator, method)) ? { isAbstract: true } : {}),
    bases: basesOf(evaluator, node).map((base): Reference => toReference(base)),
    implemented: [],
    members,
    statics,
    construction: CONSTRUCTORS.flatMap((name) => keyOf(index.methods.get(name) ?? node) ?? []).filter(
      (method) => method !== key,
    ),
    hasConstructor:
      index.methods.has("__init__") || decoratorsOf(evaluator, node).some((one) => WRITES_CONSTRUCTOR.test(one)),
  };
}

function isProtocol(evaluator: PyEvaluator, node: PyNode): boolean {
  return (childOf(node, "superclasses")?.children ?? []).some((base) => {
    const named = (base.type === "subscript" ? childOf(base, "value") : undefined) ?? base;
    return /^typing(_extensions)?\.Protocol$/.test(textOfPath(evaluator.valueOf(named)) ?? "");
  });
}
