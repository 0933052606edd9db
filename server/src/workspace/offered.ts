/** By which names other files can run something of a file that blocks. */
import { construction, namesNothing, runByFunction, UNNAMED } from "../core/callees";
import type { Summary } from "../core/chains";
import type { ClassFacts, FileFacts, FunctionFacts, MemberFacts, Reference } from "../core/facts";
import { linkReference, type Declared, type LinkContext, type Target } from "../core/link";
import { basesOf } from "../core/members";
import { AFTER_DOT, ANYWHERE, TAKEN_OUT } from "./words";

/** Stands for a default export: who imports the file gives it any name. */
export const DEFAULT = "default";

/** Stands for what runs without a name: walking through a value, entering it, calling it. */
export const ANY = "*";

/** Private members, and what has no name that others could write. */
export const UNSPEAKABLE = /^[#<@]/;

/** Functions that making an instance runs: they are reached by the class's name. */
const CONSTRUCTION = /^(constructor|<fields>|__init__|__new__|__post_init__)$/;

/** A member is read from an object. */
const MEMBER = AFTER_DOT | TAKEN_OUT;

export interface SummaryContext extends LinkContext {
  summary(declared: { readonly file: string; readonly key: string }): Summary | undefined;
}

/** A name, and where in a text it would have to stand. */
export interface Offer {
  readonly name: string;
  readonly places: number;
  /** It is a member of this class alone, by its key in the file: who uses it has come by the class, or something that holds it. */
  readonly of?: string;
  /** What `ANY` stands for: a method that runs without its name in the text. */
  readonly method?: string;
  /** It names a class that is costly to make: who only declares something by it doesn't make one. */
  readonly isMade?: true;
}

/** Names by which other files may run something of this one that blocks. */
export function* namesOffered(graph: SummaryContext, facts: FileFacts): Generator<Offer> {
  const { file } = facts;
  const named = namedFunctions(facts);
  for (const function_ of facts.functions) {
    const { key } = function_;
    const found = named.get(key);
    if (found === undefined || function_.isAbstract === true || !blocksWhenCalled(graph, file, function_)) continue;
    const last = lastName(key);
    if (UNNAMED.test(last)) yield { ...found, name: ANY, places: ANYWHERE, method: last };
    else if (CONSTRUCTION.test(last)) yield { name: key.split(".").at(-2) ?? ANY, places: ANYWHERE, isMade: true };
    else if (!UNSPEAKABLE.test(last)) yield { ...found, name: last };
  }
  for (const [name, reference] of Object.entries(facts.exports)) {
    // A member that is exported is a name of its own.
    if (isMember(reference) || isRenamed(name, reference))
      yield* offerOf(graph, file, name.split(".").at(-1) ?? name, ANYWHERE, reference);
  }
  for (const class_ of facts.classes) {
    for (const [name, member] of membersOf(class_)) {
      if (!isRenamed(name, member.value)) continue;
      for (const offer of offerOf(graph, file, name, MEMBER, member.value)) yield { ...offer, of: class_.key };
    }
  }
  yield* resultsOffered(graph, facts, named);
}

function blocksWhenCalled(graph: SummaryContext, file: string, { key, colour, decorators }: FunctionFacts): boolean {
  // What a decorator puts in its place may block where the function itself doesn't, and run where it is asynchronous.
  if (decorators !== undefined)
    return runByFunction(graph, { file, key }).all.some((run) => graph.summary(run) !== undefined);
  return (colour === "sync" || colour === "generator") && graph.summary({ file, key }) !== undefined;
}

/**
 * Functions that something says which another file can ask for, and where their names have to stand: an export, a member, a
 * result. Nobody else can name the others.
 */
function namedFunctions(facts: FileFacts): ReadonlyMap<string, Omit<Offer, "name">> {
  const named = new Map<string, Omit<Offer, "name">>();
  const name = (key: string, places: number, of?: string): void => {
    const before = named.get(key);
    const isMember = of !== undefined && (before === undefined || before.of === of);
    named.set(key, { places: (before?.places ?? 0) | places, ...(isMember ? { of } : {}) });
  };
  const nameAll = (reference: Reference, places: number, of?: string): void => {
    for (const key of functionsIn(reference)) name(key, places, of);
  };
  for (const reference of Object.values(facts.exports)) nameAll(reference, ANYWHERE);
  for (const class_ of facts.classes) {
    for (const [, member] of membersOf(class_)) nameAll(member.value, MEMBER, class_.key);
    for (const key of class_.construction) name(key, ANYWHERE);
  }
  for (const { returns, decorators = [], wraps } of facts.functions) {
    if (returns !== undefined) nameAll(returns, ANYWHERE);
    for (const decorator of decorators) nameAll(decorator, ANYWHERE);
    if (wraps?.wrapper !== undefined) name(wraps.wrapper, ANYWHERE);
  }
  return named;
}

/** Keys of the functions of its own file that a reference names, those that are given to others too. */
function* functionsIn(reference: Reference): Generator<string> {
  if (reference.kind === "unknown") return;
  if (reference.kind === "oneOf") {
    for (const one of reference.references) yield* functionsIn(one);
    return;
  }
  if (reference.root.kind === "function") yield reference.root.key;
  for (const step of reference.steps) {
    if (step.kind === "call") for (const given of step.given ?? []) yield* functionsIn(given.function);
  }
}

export function membersOf({ members, statics }: ClassFacts): readonly (readonly [string, MemberFacts])[] {
  return [...Object.entries(members), ...Object.entries(statics)];
}

/** What a function gives may be of the catalogue, or a function that blocks: who uses that names the function. */
function* resultsOffered(
  graph: SummaryContext,
  { file, functions, starExports }: FileFacts,
  named: ReturnType<typeof namedFunctions>,
): Generator<Offer> {
  for (const { key, returns } of functions) {
    if (returns?.kind !== "path") continue;
    const of = named.get(key)?.of;
    for (const offer of offerOf(graph, file, lastName(key), ANYWHERE, returns))
      yield { ...offer, ...(of === undefined ? {} : { of }) };
  }
  for (const specifier of starExports) {
    const symbol = graph.catalogueOf(file).module(specifier);
    if (symbol === undefined) continue;
    for (const name of graph.catalogueOf(file).entryNames(symbol)) yield { name, places: ANYWHERE };
  }
}

export function lastName(key: FunctionFacts["key"]): string {
  return (key.split(".").at(-1) ?? key).replace(/~\d+$/, "").replace(/^[gs]et /, "");
}

/** Under its own name something is offered by who declares it. */
function isRenamed(name: string, reference: Reference): boolean {
  if (reference.kind === "unknown" || reference.kind === "oneOf") return false;
  const { root, steps } = reference;
  const last = steps.at(-1);
  if (last?.kind === "property") return last.name !== name || root.kind === "module";
  // A class without a constructor of its own runs the one that it inherits, which has another name.
  return root.kind === "function" ? root.key.split(".").at(-1) !== name : true;
}

function isMember(reference: Reference): boolean {
  return reference.kind === "path" && reference.steps.at(-1)?.kind === "property";
}

/** The name, where it stands for what blocks, or for something whose methods do. */
function* offerOf(
  graph: SummaryContext,
  file: string,
  name: string,
  places: number,
  reference: Reference,
): Generator<Offer> {
  const target = namesNothing(graph, file, reference) ? undefined : linkReference(graph, file, reference);
  if (target === undefined) return;
  if (target.kind === "catalogue" ? target.index.leadsOn(target.symbol) : blocks(graph, target)) yield { name, places };
}

function blocks(graph: SummaryContext, target: Exclude<Target, { kind: "catalogue" }>): boolean {
  switch (target.kind) {
    case "function":
      return runByFunction(graph, target).all.some((run) => graph.summary(run) !== undefined);
    case "body":
    case "generator":
      return graph.summary(target) !== undefined;
    case "class":
      if (construction(graph, target, new Set()).some((function_) => graph.summary(function_) !== undefined))
        return true;
      return inheritsApi(graph, target, new Set());
    case "instance":
      // Who uses an instance of ours names its methods, but for those that are of the catalogue.
      return inheritsApi(graph, target, new Set());
    case "module":
      return false;
  }
}

/** Whether a class has methods of the catalogue, by what it extends. */
function inheritsApi(graph: SummaryContext, declared: Declared, seen: Set<string>): boolean {
  const id = `${declared.file}\0${declared.key}`;
  if (seen.has(id)) return false;
  seen.add(id);
  return basesOf(graph, declared, new Set()).some((base) =>
    base.kind === "catalogue" ? base.index.leadsOn(base.symbol) : inheritsApi(graph, base, seen),
  );
}
