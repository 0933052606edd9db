/** Which files can have functions that block, found from the catalogue upwards: only they have to be parsed. */
import type { FileStore } from "./files";
import { ANY, DEFAULT, namesOffered, type Offer, type SummaryContext } from "./offered";
import type { Words } from "./words";

export interface Imports {
  /** Files by what they import, and those whose interfaces it implements. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Files that name a catalogued API, or an installed package that may run one. */
  readonly seeds: readonly string[];
}

/**
 * The files that have, or hand on, something that blocks, and those that call it by name: parses a file only when it names
 * something that is known to block and that its imports lead to, until there is nothing new.
 * @param matters whether anybody is told what is found in a file or in one of those that depend on it: others are left out.
 * @param admit is told of files whose functions may block from now on, before the graph is asked about them.
 */
export function reachingFiles(
  store: FileStore,
  graph: SummaryContext,
  { dependents, seeds }: Imports,
  matters: (file: string) => boolean,
  admit: (files: ReadonlySet<string>) => void,
): ReadonlySet<string> {
  const reaching = new Set(seeds.filter(matters));
  const offered = new Map<string, Map<string, number>>();
  const above = new Dependents(dependents);
  for (;;) {
    admit(reaching);
    const added = new Set<string>();
    for (const file of reaching) {
      // Nobody asks for what it has.
      if (!dependents.has(file)) continue;
      const news = newOffers(store, graph, file, offered);
      if (news.length === 0) continue;
      const direct = news.some(([name]) => name === DEFAULT) ? new Set(dependents.get(file)) : undefined;
      const isForAll = news.some(([name]) => name === ANY);
      for (const dependent of above.of(file)) {
        if (reaching.has(dependent) || added.has(dependent) || !matters(dependent)) continue;
        if (isForAll || direct?.has(dependent) === true || hasAny(store.words(dependent), news)) added.add(dependent);
      }
    }
    if (added.size === 0) return reaching;
    for (const file of added) reaching.add(file);
  }
}

/** What the file offers now that it didn't when it was asked last. */
function newOffers(
  store: FileStore,
  graph: SummaryContext,
  file: string,
  offered: Map<string, Map<string, number>>,
): readonly Offer[] {
  const facts = store.facts(file);
  if (facts === undefined) return [];
  let names = offered.get(file);
  if (names === undefined) offered.set(file, (names = new Map<string, number>()));
  const news: Offer[] = [];
  for (const [name, places] of namesOffered(graph, facts)) {
    const known = names.get(name) ?? 0;
    if ((known | places) === known) continue;
    names.set(name, known | places);
    news.push([name, places]);
  }
  return news;
}

function hasAny(words: Words, offers: readonly Offer[]): boolean {
  return offers.some(([name, places]) => name !== DEFAULT && words.has(name, places));
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

/** Those of `files` that `isUsing`, and all that they depend on, directly or not. */
export function filesUsedBy(
  isUsing: (file: string) => boolean,
  files: readonly string[],
  dependents: Imports["dependents"],
): ReadonlySet<string> {
  const dependencies = new Map<string, string[]>();
  for (const [file, list] of dependents) {
    for (const dependent of list) {
      const known = dependencies.get(dependent);
      if (known === undefined) dependencies.set(dependent, [file]);
      else known.push(file);
    }
  }
  const using = files.filter(isUsing);
  return new Set([...using, ...dependentsOf(using, dependencies)]);
}

/** The same for one file after another: files are numbers here, since hundreds are asked for thousands each. */
class Dependents {
  private readonly files: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly above: (readonly number[])[] = [];
  /** The walk that has met a file last. */
  private readonly met: Int32Array;
  private walks = 0;

  constructor(dependents: Imports["dependents"]) {
    for (const [file, list] of dependents) this.above[this.numberOf(file)] = list.map((each) => this.numberOf(each));
    this.met = new Int32Array(this.files.length);
  }

  of(source: string): readonly string[] {
    const start = this.numbers.get(source);
    if (start === undefined) return [];
    const walk = ++this.walks;
    const pending = [start];
    const found: string[] = [];
    for (const number of pending) {
      for (const dependent of this.above[number] ?? []) {
        if (this.met[dependent] === walk) continue;
        this.met[dependent] = walk;
        pending.push(dependent);
        found.push(this.files[dependent] ?? "");
      }
    }
    return found;
  }

  private numberOf(file: string): number {
    let number = this.numbers.get(file);
    if (number === undefined) {
      number = this.files.push(file) - 1;
      this.numbers.set(file, number);
    }
    return number;
  }
}
