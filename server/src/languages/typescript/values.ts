/**
 * What an expression stands for, by names, initialisers and annotations alone: no type checker. Values are local to the
 * file; `References` gives what may leave it.
 */
import { type ts } from "ts-morph";
import type { Root, Step } from "../../core/facts";
import type { ConstructorNode } from "./prototypes";

export type ClassNode = ts.ClassLikeDeclaration;
export type FunctionNode = ts.FunctionLikeDeclaration;
/** A function of a type: nobody knows here what runs in its place. */
export type SignatureNode = ts.MethodSignature | ts.PropertySignature | ts.FunctionTypeNode;
export type ShapeNode = ts.InterfaceDeclaration | ts.TypeLiteralNode;

/** Where a path starts; a function of this file is the root of what calling it gives. */
export type ValueRoot =
  | Extract<Root, { kind: "module" | "global" }>
  | { readonly kind: "function"; readonly node: FunctionNode | SignatureNode };

/** As outside, with the call itself where it is given functions. */
export type ValueStep = Exclude<Step, { kind: "call" }> | { readonly kind: "call"; readonly node?: ts.CallExpression };

/**
 * What a collection is: `entries` walks through pairs of a key and an item, as a `map` does; a `record` has its items as members.
 */
export type CollectionForm = "list" | "map" | "record" | "entries" | "pair";
/** What tells a collection's items: the type of one, or all of them. */
export type CollectionNode = ts.TypeNode | ts.ArrayLiteralExpression;

export type Value =
  /** Reached from its root by properties, calls and `new`; `bound`: by `.bind`, maybe with arguments. */
  | { readonly kind: "path"; readonly root: ValueRoot; readonly steps: readonly ValueStep[]; readonly bound?: true }
  | { readonly kind: "function"; readonly node: FunctionNode }
  | { readonly kind: "signature"; readonly node: SignatureNode }
  | { readonly kind: "object"; readonly node: ts.ObjectLiteralExpression }
  | { readonly kind: "class"; readonly node: ClassNode }
  /** `declared`: an annotation says so, which a class that extends it satisfies too. */
  | { readonly kind: "instance"; readonly node: ClassNode; readonly declared?: true }
  /** Made by a function that is used as a class. */
  | { readonly kind: "constructed"; readonly node: ConstructorNode }
  | { readonly kind: "namespace"; readonly symbol: ts.Symbol }
  | { readonly kind: "collection"; readonly form: CollectionForm; readonly node: CollectionNode }
  /** Has the members of a type literal or an interface. */
  | { readonly kind: "shape"; readonly node: ShapeNode }
  /** An interface or a type alias itself: what is annotated with it is `of`. */
  | { readonly kind: "type"; readonly of: Value }
  | { readonly kind: "unknown"; readonly reason: string };

export const INSTANCE: Step = { kind: "instance" };
/** The same by an annotation. */
export const DECLARED: Step = { kind: "instance", declared: true };
export const CALL: ValueStep = { kind: "call" };
const ONCE: Step = { kind: "once" };

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

/** What a call of a function of this file gives, where its text alone doesn't tell. */
export function resultPath(node: FunctionNode | SignatureNode, call: ValueStep): Value {
  return { kind: "path", root: { kind: "function", node }, steps: [call] };
}

/** A function whose result is kept from its first call on. */
export function runOnce(value: Value): Value {
  const { kind } = value;
  if (kind === "function") return { kind: "path", root: { kind, node: value.node }, steps: [ONCE] };
  return extend(value, ONCE);
}

/** `value` followed by one more step; anything but a path becomes unknown. */
export function extend(value: Value, step: ValueStep): Value {
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
  if (a.kind === "path" && b.kind === "path")
    return isSameRoot(a.root, b.root) && stepsText(a.steps) === stepsText(b.steps) && a.bound === b.bound;
  if (a.kind === "unknown" || b.kind === "unknown" || a.kind !== b.kind) return false;
  if (a.kind === "collection" && b.kind === "collection" && a.form !== b.form) return false;
  return "node" in a && "node" in b && a.node === b.node;
}

/** Calls of the same function are the same here, whatever they are given. */
function stepsText(steps: readonly ValueStep[]): string {
  return JSON.stringify(steps, ["kind", "name"]);
}

function isSameRoot(a: ValueRoot, b: ValueRoot): boolean {
  if (a.kind === "function" || b.kind === "function")
    return a.kind === "function" && b.kind === "function" && a.node === b.node;
  return JSON.stringify(a) === JSON.stringify(b);
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
    else if (step.kind === "property" && step.name !== "default") text += (text.endsWith("#") ? "" : ".") + step.name;
  }
  return text;
}
