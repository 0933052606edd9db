/** What a Python expression stands for. */
import type { Reference, Root, Step } from "../../core/facts";
import type { PyNode } from "./tree";

export type Value =
  /** Reached from a module by attributes, calls, and what stands for operators and `with`. */
  | { readonly kind: "path"; readonly root: Root; readonly steps: readonly Step[] }
  /** A `def` or a `lambda`. */
  | { readonly kind: "function"; readonly node: PyNode }
  | { readonly kind: "class"; readonly node: PyNode }
  | { readonly kind: "instance"; readonly node: PyNode }
  | { readonly kind: "unknown"; readonly reason: string };

export const CALL: Step = { kind: "call" };
export const INSTANCE: Step = { kind: "instance" };

export function unknown(reason: string): Value {
  return { kind: "unknown", reason };
}

export function property(name: string): Step {
  return { kind: "property", name };
}

export function moduleValue(specifier: string, members: readonly string[]): Value {
  return { kind: "path", root: { kind: "module", specifier }, steps: members.map(property) };
}

/** `value` followed by more steps; anything but a path becomes unknown. */
export function extend(value: Value, ...steps: readonly Step[]): Value {
  return value.kind === "path" ? { ...value, steps: [...value.steps, ...steps] } : unknown(`step of a ${value.kind}`);
}

export function isKnown(value: Value): boolean {
  return value.kind !== "unknown";
}

/** The one value that all of `values` are; unknown when they differ. */
export function common(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined) return unknown("no value");
  return others.every((other) => isSame(first, other)) ? first : unknown("several values");
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === "path" && b.kind === "path") return textOfPath(a) === textOfPath(b);
  return "node" in a && "node" in b && a.kind === b.kind && a.node === b.node;
}

/** A value's path as text, a construction and an annotation alike: `requests.Session()`, `os.path.exists`. */
export function textOfPath(value: Value): string | undefined {
  if (value.kind !== "path" || value.root.kind !== "module") return undefined;
  let text = value.root.specifier;
  for (const step of value.steps) text += step.kind === "property" ? `.${step.name}` : "()";
  return text;
}

/** What may leave the file: paths, and functions by their key. */
export function toReference(value: Value, keyOf: (node: PyNode) => string | undefined): Reference {
  if (value.kind === "path") return { kind: "path", root: value.root, steps: value.steps };
  const key = value.kind === "function" ? keyOf(value.node) : undefined;
  if (key !== undefined) return { kind: "path", root: { kind: "function", key }, steps: [] };
  return { kind: "unknown", reason: value.kind === "unknown" ? value.reason : value.kind };
}
