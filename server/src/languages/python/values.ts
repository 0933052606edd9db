/** What a Python expression stands for. */
import type { Reference, Root, Step } from "../../core/facts";
import { keyOf } from "./keys";
import type { PyNode } from "./tree";

export type Value =
  /** Reached from a module by attributes, calls, and what stands for operators and `with`. */
  | { readonly kind: "path"; readonly root: Root; readonly steps: readonly Step[] }
  /** A `def` or a `lambda`. */
  | { readonly kind: "function"; readonly node: PyNode }
  | { readonly kind: "class"; readonly node: PyNode }
  /** `declared`: an annotation says so, which a class that extends it satisfies too. */
  | { readonly kind: "instance"; readonly node: PyNode; readonly declared?: true }
  /** What a call of a generator function of this file gives: its body hasn't run. `element` is what walking through it gives. */
  | { readonly kind: "generator"; readonly node: PyNode; readonly element: Value }
  /** `super()`: what the class of this node, or an instance of it, inherits. */
  | { readonly kind: "super"; readonly node: PyNode; readonly of: "class" | "instance" }
  /** One of several paths: `Path(name)` or `Path.cwd()`, which may well be the same type. */
  | { readonly kind: "oneOf"; readonly paths: readonly PathValue[] }
  /** Something with elements: what iterating gives, and what one item is. They differ for mappings. */
  | { readonly kind: "collection"; readonly element: Value; readonly item: Value }
  /** Elements of which each is known by its place. */
  | { readonly kind: "tuple"; readonly items: readonly Value[] }
  | { readonly kind: "unknown"; readonly reason: string };

export type PathValue = Extract<Value, { kind: "path" }>;

/** More alternatives than these aren't followed. */
const MOST_ALTERNATIVES = 6;

export const CALL: Step = { kind: "call" };
export const INSTANCE: Step = { kind: "instance" };
/** The same by an annotation. */
export const DECLARED: Step = { kind: "instance", declared: true };

export function unknown(reason: string): Value {
  return { kind: "unknown", reason };
}

export function property(name: string): Step {
  return { kind: "property", name };
}

export function moduleValue(specifier: string, members: readonly string[]): Value {
  return { kind: "path", root: { kind: "module", specifier }, steps: members.map(property) };
}

/** `value` followed by more steps; collections and what is unknown have none. */
export function extend(value: Value, ...steps: readonly Step[]): Value {
  if (value.kind === "path") return extendPath(value, steps);
  if (value.kind === "oneOf") return { kind: "oneOf", paths: value.paths.map((path) => extendPath(path, steps)) };
  const path = localPath(value);
  return path === undefined ? unknown(`step of a ${value.kind}`) : extendPath(path, steps);
}

function extendPath(path: PathValue, steps: readonly Step[]): PathValue {
  return { ...path, steps: [...path.steps, ...steps] };
}

const NO_VALUE: Value = unknown("no value");

export function isKnown(value: Value): boolean {
  return value.kind !== "unknown";
}

/** The one value that all of `values` are, or one of a few paths; unknown when they differ otherwise. */
export function common(values: readonly Value[]): Value {
  const telling = values.filter((value) => !isEmpty(value));
  const [first, ...others] = telling;
  if (first === undefined) return values[0] ?? NO_VALUE;
  if (others.every((other) => isSame(first, other))) return first;
  const paths: PathValue[] = [];
  for (const value of telling) {
    if (value.kind !== "path" && value.kind !== "oneOf") return unknown("several values");
    for (const path of value.kind === "path" ? [value] : value.paths)
      if (!paths.some((one) => isSame(one, path))) paths.push(path);
  }
  return paths.length > MOST_ALTERNATIVES ? unknown("several values") : { kind: "oneOf", paths };
}

/** `[]` and `{}`: they say nothing of what comes into them later. */
function isEmpty(value: Value): boolean {
  return value.kind === "collection" && value.item === NO_VALUE;
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === "path" && b.kind === "path") return wholePath(a) === wholePath(b);
  if (a.kind === "collection" && b.kind === "collection") return isSame(a.element, b.element) && isSame(a.item, b.item);
  if (a.kind === "tuple" && b.kind === "tuple") return areSame(a.items, b.items);
  if (a.kind === "oneOf" && b.kind === "oneOf") return areSame(a.paths, b.paths);
  return "node" in a && "node" in b && a.kind === b.kind && a.node === b.node;
}

function areSame(some: readonly Value[], others: readonly Value[]): boolean {
  return some.length === others.length && some.every((one, index) => isSame(one, others[index] ?? unknown("none")));
}

/** A value's path as text, a construction and an annotation alike: `requests.Session()`, `os.path.exists`. */
export function textOfPath(value: Value): string | undefined {
  return value.kind === "path" && value.root.kind === "module" ? textOf(value.root.specifier, value.steps) : undefined;
}

/** The same for any root. */
function wholePath({ root, steps }: PathValue): string {
  if (root.kind === "module") return textOf(root.specifier, steps);
  return textOf(`${root.kind} ${root.kind === "global" ? root.name : root.key}`, steps);
}

function textOf(start: string, steps: readonly Step[]): string {
  let text = start;
  for (const step of steps) text += step.kind === "property" ? `.${step.name}` : "()";
  return text;
}

/** What is declared in this file, as a path from its declaration. */
function localPath(value: Value): PathValue | undefined {
  if (!("node" in value) || value.kind === "super") return undefined;
  const key = keyOf(value.node);
  if (key === undefined) return undefined;
  const isClass = value.kind === "class" || value.kind === "instance";
  const instance = value.kind === "instance" && value.declared === true ? DECLARED : INSTANCE;
  const steps = value.kind === "instance" ? [instance] : value.kind === "generator" ? [CALL] : [];
  return { kind: "path", root: { kind: isClass ? "class" : "function", key }, steps };
}

/** What may leave the file: paths, also those of its own functions and classes. */
export function toReference(value: Value): Reference {
  if (value.kind === "path") return value;
  if (value.kind === "oneOf") return { kind: "oneOf", references: value.paths };
  return localPath(value) ?? { kind: "unknown", reason: value.kind === "unknown" ? value.reason : value.kind };
}
