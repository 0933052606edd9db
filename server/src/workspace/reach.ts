/** Which files can have functions that block, found from the catalogue upwards: only they have to be parsed. */
import type { Summary } from "../core/chains";
import type { FileFacts, Reference } from "../core/facts";
import { linkReference, type LinkContext, type Target } from "../core/link";
import { construction } from "../core/callees";
import type { FileStore } from "./files";

/** Stands for a default export: who imports the file gives it any name. */
const DEFAULT = "default";

/** Stands for what runs without a name: walking through a value, entering it, calling it. */
const ANY = "*";

/** Methods that run without their name in the text. */
const UNNAMED = /^(@@\w+|__(?!init__|new__|post_init__)\w+__)$/;

/** Functions that making an instance runs: they are reached by the class's name. */
const CONSTRUCTION = /^(constructor|<fields>|__init__|__new__|__post_init__)$/;

export interface Imports {
  /** Files by what they import, and those whose interfaces it implements. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Files that name a catalogued API, or an installed package that may run one. */
  readonly seeds: readonly string[];
}

interface Graph extends LinkContext {
  summary(declared: { readonly file: string; readonly key: string }): Summary | undefined;
}

/**
 * The files that have, or hand on, something that blocks, and those that call it by name: parses a file only when it names
 * something that is known to block and that its imports lead to, until there is nothing new.
 * @param admit is told of files whose functions may block from now on, before the graph is asked about them.
 */
export function reachingFiles(
  store: FileStore,
  graph: Graph,
  { dependents, seeds }: Imports,
  admit: (files: ReadonlySet<string>) => void,
): ReadonlySet<string> {
  const reaching = new Set(seeds);
  const offered = new Map<string, Set<string>>();
  const words = new Map<string, ReadonlySet<string>>();
  const wordsOf = (file: string): ReadonlySet<string> => {
    let known = words.get(file);
    if (known === undefined) words.set(file, (known = wordsIn(store, file)));
    return known;
  };
  for (;;) {
    admit(reaching);
    const news = new Set<string>();
    const added = new Set<string>();
    const sources: string[] = [];
    for (const file of reaching) {
      const names = offered.get(file) ?? new Set<string>();
      const newHere = [...namesOffered(store, graph, file)].filter((name) => !names.has(name));
      offered.set(file, names);
      if (newHere.length === 0) continue;
      for (const name of newHere) {
        names.add(name);
        news.add(name);
      }
      sources.push(file);
      if (newHere.includes(DEFAULT)) for (const dependent of dependents.get(file) ?? []) added.add(dependent);
      if (newHere.includes(ANY)) for (const dependent of dependentsOf([file], dependents)) added.add(dependent);
    }
    for (const file of dependentsOf(sources, dependents)) {
      if (!reaching.has(file) && !added.has(file) && hasAny(wordsOf(file), news)) added.add(file);
    }
    const before = reaching.size;
    for (const file of added) reaching.add(file);
    if (reaching.size === before) return reaching;
  }
}

/** All files that depend on one of `sources`, directly or not. */
export function dependentsOf(sources: readonly string[], dependents: Imports["dependents"]): readonly string[] {
  const found = new Set<string>();
  const pending = [...sources];
  for (const file of pending) {
    for (const dependent of dependents.get(file) ?? []) {
      if (found.has(dependent)) continue;
      found.add(dependent);
      pending.push(dependent);
    }
  }
  return [...found];
}

function hasAny(words: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  for (const name of names) if (words.has(name)) return true;
  return false;
}

function wordsIn(store: FileStore, file: string): ReadonlySet<string> {
  const read = store.read(file);
  return new Set("text" in read ? (read.text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []) : []);
}

/** Names by which other files may run something of this one that blocks. */
function* namesOffered(store: FileStore, graph: Graph, file: string): Generator<string> {
  const facts = store.facts(file);
  if (facts === undefined) return;
  for (const { key, colour, isAbstract } of facts.functions) {
    const isCalled = colour === "sync" || colour === "generator";
    if (key === "" || !isCalled || isAbstract === true || graph.summary({ file, key }) === undefined) continue;
    const last = lastName(key);
    if (UNNAMED.test(last)) yield ANY;
    else yield CONSTRUCTION.test(last) ? (key.split(".").at(-2) ?? ANY) : last;
  }
  for (const [name, reference] of Object.entries(facts.exports)) {
    if (isRenamed(name, reference)) yield* namesOf(graph, file, name.split(".").at(-1) ?? name, reference);
  }
  for (const class_ of facts.classes) {
    for (const [name, { value }] of Object.entries({ ...class_.members, ...class_.statics })) {
      if (isRenamed(name, value)) yield* namesOf(graph, file, name, value);
    }
  }
  yield* namesOfResults(graph, file, facts);
}

/** What a function gives may be of the catalogue, or a function that blocks: who uses that names the function. */
function* namesOfResults(graph: Graph, file: string, facts: FileFacts): Generator<string> {
  for (const { key, returns } of facts.functions) {
    // Who uses an instance of ours names its methods.
    if (returns?.kind !== "path" || (returns.root.kind === "class" && returns.steps.length > 0)) continue;
    yield* namesOf(graph, file, lastName(key), returns);
  }
  for (const specifier of facts.starExports) {
    const symbol = graph.catalogueOf(file).module(specifier);
    if (symbol !== undefined) yield* graph.catalogueOf(file).entryNames(symbol);
  }
}

function lastName(key: string): string {
  return (key.split(".").at(-1) ?? key).replace(/~\d+$/, "").replace(/^[gs]et /, "");
}

/** Under its own name something is offered by who declares it. */
function isRenamed(name: string, reference: Reference): boolean {
  if (reference.kind === "unknown" || reference.kind === "oneOf") return false;
  const { root, steps } = reference;
  const last = steps.at(-1);
  if (last?.kind === "property") return last.name !== name || root.kind === "module";
  return root.kind === "function" || root.kind === "class" ? root.key.split(".").at(-1) !== name : true;
}

function* namesOf(graph: Graph, file: string, name: string, reference: Reference): Generator<string> {
  const target = linkReference(graph, file, reference);
  // The name stands for what blocks, or for something whose methods do.
  if (target === undefined) return;
  if (target.kind === "catalogue" ? target.index.leadsOn(target.symbol) : blocks(graph, target)) yield name;
}

function blocks(graph: Graph, target: Exclude<Target, { kind: "catalogue" }>): boolean {
  switch (target.kind) {
    case "function":
    case "body":
    case "generator":
      return graph.summary(target) !== undefined;
    case "class":
      return construction(graph, target, new Set()).some((function_) => graph.summary(function_) !== undefined);
    case "instance":
    case "module":
      return false;
  }
}
