/**
 * Which classes and functions without a body are in the facts: those that something in the facts names, in the order of
 * their place. What was only looked at on the way is left out, so that the facts don't depend on the way.
 */
import type { CallFacts, ClassFacts, FunctionFacts, GivenTo, Reference } from "../../core/facts";
import type { Described } from "./references";

interface Parts {
  readonly functions: readonly FunctionFacts[];
  readonly abstractFunctions: readonly FunctionFacts[];
  readonly described: readonly Described[];
  readonly calls: readonly (readonly CallFacts[])[];
  readonly exports: Readonly<Record<string, Reference>>;
}

export function namedParts(parts: Parts): {
  readonly abstractFunctions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
} {
  const described = parts.described.flatMap(({ facts, span }) => (facts === undefined ? [] : [{ facts, span }]));
  if (described.length === 0 && parts.abstractFunctions.length === 0) return { abstractFunctions: [], classes: [] };
  const names = new Names();
  for (const facts of parts.functions) names.addFunction(facts);
  for (const call of parts.calls.flat()) names.addCall(call);
  for (const reference of Object.values(parts.exports)) names.add(reference);
  const pending = new Set<() => boolean>();
  for (const { facts } of described) pending.add(() => names.takeClass(facts));
  for (const facts of parts.abstractFunctions) pending.add(() => names.takeAbstract(facts));
  // What is taken names others.
  for (let before = -1; before !== pending.size;) {
    before = pending.size;
    for (const take of pending) if (take()) pending.delete(take);
  }
  return {
    abstractFunctions: byPlace(parts.abstractFunctions.filter(({ key }) => names.functions.has(key))),
    classes: byPlace(described.filter(({ facts }) => names.taken.has(facts))).map(({ facts }) => facts),
  };
}

function byPlace<T extends { readonly span: { readonly start: number } }>(parts: readonly T[]): readonly T[] {
  return parts.toSorted((a, b) => a.span.start - b.span.start);
}

/** Keys of functions and classes that were named so far. */
class Names {
  readonly functions = new Set<string>();
  readonly taken = new Set<ClassFacts>();
  private readonly classes = new Set<string>();

  addFunction({ returns, givenTo, parameters, decorators, makes }: FunctionFacts): void {
    if (makes !== undefined) this.classes.add(makes);
    if (returns !== undefined) this.add(returns);
    this.addGivenTo(givenTo);
    for (const decorator of decorators ?? []) this.add(decorator);
    for (const use of parameters?.flatMap(({ uses }) => uses) ?? []) if (use.kind === "given") this.addGivenTo(use);
  }

  addCall({ callee, givenTo }: CallFacts): void {
    this.add(callee);
    this.addGivenTo(givenTo);
  }

  add(reference: Reference): void {
    if (reference.kind === "oneOf")
      reference.references.forEach((one) => {
        this.add(one);
      });
    if (reference.kind !== "path") return;
    const { root, steps } = reference;
    if (root.kind === "class") this.classes.add(root.key);
    else if (root.kind === "function") this.functions.add(root.key);
    for (const step of steps) {
      if (step.kind === "call") for (const given of step.given ?? []) this.add(given.function);
    }
  }

  /** Takes a class that is named, may run in the place of others, or has a named function without a body. */
  takeClass(facts: ClassFacts): boolean {
    const values = [...Object.values(facts.statics), ...Object.values(facts.members)].map(({ value }) => value);
    const isNamed =
      this.classes.has(facts.key) ||
      (facts.kind === "class" && facts.bases.length + facts.implemented.length > 0) ||
      values.some(
        (value) => value.kind === "path" && value.root.kind === "function" && this.abstract.has(value.root.key),
      );
    if (!isNamed) return false;
    this.taken.add(facts);
    for (const reference of [...facts.bases, ...facts.implemented, ...values]) this.add(reference);
    return true;
  }

  private readonly abstract = new Set<string>();

  takeAbstract(facts: FunctionFacts): boolean {
    if (!this.functions.has(facts.key)) return false;
    this.abstract.add(facts.key);
    this.addFunction(facts);
    return true;
  }

  private addGivenTo(given: GivenTo | undefined): void {
    if (given !== undefined) this.add(given.callee);
  }
}
