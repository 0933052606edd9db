/**
 * What an expression stands for, by names, initialisers and annotations alone: no type checker. Values are local to the
 * file; `toReference` gives what may leave it.
 */
import { type ts } from "ts-morph";
import type { Reference, Root, Step } from "../../core/facts";

export type ClassNode = ts.ClassLikeDeclaration;
export type FunctionNode = ts.FunctionLikeDeclaration;

export type Value =
  /** Reached from a module or a global by properties, calls and `new`; `bound`: by `.bind`, maybe with arguments. */
  | { readonly kind: "path"; readonly root: Root; readonly steps: readonly Step[]; readonly bound?: true }
  | { readonly kind: "function"; readonly node: FunctionNode }
  | { readonly kind: "object"; readonly node: ts.ObjectLiteralExpression }
  | { readonly kind: "class"; readonly node: ClassNode }
  | { readonly kind: "instance"; readonly node: ClassNode }
  | { readonly kind: "namespace"; readonly symbol: ts.Symbol }
  /** Has the members of a type literal or an interface. */
  | { readonly kind: "shape"; readonly members: ts.NodeArray<ts.TypeElement> }
  | { readonly kind: "unknown"; readonly reason: string };

export const INSTANCE: Step = { kind: "instance" };
export const CALL: Step = { kind: "call" };

export function unknown(reason: string): Value {
  return { kind: "unknown", reason };
}

export function moduleValue(specifier: string, ...names: readonly string[]): Value {
  return { kind: "path", root: { kind: "module", specifier }, steps: names.map(property) };
}

export function globalValue(name: string): Value {
  return { kind: "path", root: { kind: "global", name }, steps: [] };
}

export function property(name: string): Step {
  return { kind: "property", name };
}

/** `value` followed by one more step; anything but a path becomes unknown. */
export function extend(value: Value, step: Step): Value {
  if (value.kind !== "path") return unknown(`${step.kind} of a ${value.kind}`);
  return { ...value, steps: [...value.steps, step] };
}

export function isKnown(value: Value): boolean {
  return value.kind !== "unknown";
}

/** The one value that all of `values` are; unknown when they differ or one is unknown. */
export function common(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined) return unknown("no value");
  return others.every((other) => isSame(first, other)) ? first : unknown("several values");
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === "path" && b.kind === "path") return JSON.stringify(a) === JSON.stringify(b);
  if (a.kind === "unknown" || b.kind === "unknown" || a.kind !== b.kind) return false;
  return "node" in a && "node" in b && a.node === b.node;
}

/** The module that a value is, whole (`fs`, `require("fs")`, `fs.default`), by its specifier. */
export function moduleOf(value: Value): string | undefined {
  if (value.kind !== "path" || value.root.kind !== "module") return undefined;
  const isWhole = value.steps.every((step) => step.kind === "property" && step.name === "default");
  return isWhole ? value.root.specifier : undefined;
}

/** A value's path as text (`node:fs.promises.readFile`, `Deno.openSync()`), for look-ups in tables. `default` is left out. */
export function pathText(value: Value): string | undefined {
  if (value.kind !== "path" || (value.root.kind !== "module" && value.root.kind !== "global")) return undefined;
  const root = value.root.kind === "module" ? value.root.specifier.replace(/^node:/, "") : value.root.name;
  let text = root;
  for (const step of value.steps) {
    if (step.kind === "call") text += "()";
    else if (step.kind === "instance") text += "#";
    else if (step.name !== "default") text += (text.endsWith("#") ? "" : ".") + step.name;
  }
  return text;
}

/** What may leave the file: paths, and functions by their key. */
export function toReference(value: Value, keyOf: (node: ts.Node) => string | undefined): Reference {
  if (value.kind === "path") return { kind: "path", root: value.root, steps: value.steps };
  if (value.kind === "function") {
    const key = keyOf(value.node);
    if (key !== undefined) return { kind: "path", root: { kind: "function", key }, steps: [] };
  }
  return { kind: "unknown", reason: value.kind === "unknown" ? value.reason : value.kind };
}
