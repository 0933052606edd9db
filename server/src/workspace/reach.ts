/** Which files can have functions that block, found from the catalogue upwards: only they have to be parsed. */
import type { FileStore } from "./files";
import { KnownCarriers } from "./knownCarriers";
import { namesValue, namesValuePython } from "./lexicalValues";
import { ANY, DEFAULT, namesOffered, type Offer, type SummaryContext } from "./offered";

export interface Imports {
  /** Files by what they import, and those whose interfaces it implements. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Files that name a catalogued API, or an installed package that may run one. */
  readonly seeds: readonly string[];
  /** Files with classes that others may ask by the methods they have, whatever they are called. */
  readonly structural: ReadonlySet<string>;
}

/**
 * The files that have, or hand on, something that blocks, and those that call it by name: parses a file only when it names
 * something that is known to block and that its imports lead to, until there is nothing new.
 * @param matters whether anybody is told what is found in a file or in one of those that depend on it: others are left out.
 * @param admit is told of files whose functions may block from now on, and of the names that others may run something of
 * them by, before the graph is asked about them.
 */
export function reachingFiles(
  store: FileStore,
  graph: SummaryContext,
  imports: Imports,
  matters: (file: string) => boolean,
  admit: (files: ReadonlySet<string>, names: ReadonlySet<string>) => void,
): ReadonlySet<string> {
  const { dependents } = imports;
  const reaching = new Set(imports.seeds.filter(matters));
  const offered = new Map<string, Map<string, number>>();
  const above = new Dependents(dependents);
  const carriers = new KnownCarriers(store, graph, imports, matters, (file) => above.of(file));
  const mayUse = (other: string, file: string, { name, places, isMade }: Offer): boolean => {
    if (name === ANY) return true;
    if (name === DEFAULT) return dependents.get(file)?.includes(other) === true;
    return store.words(other).has(name, places) && (isMade !== true || mayMake(store, other, name));
  };
  const names = new Set<string>();
  for (;;) {
    admit(reaching, names);
    const known = names.size;
    const added = new Set<string>();
    for (const file of reaching) {
      // Nobody asks for what it has.
      if (!dependents.has(file)) continue;
      const news = newOffers(store, graph, file, offered);
      if (news.length === 0) continue;
      for (const { name, method } of news) names.add(method ?? name);
      const others = above.of(file).filter((other) => !reaching.has(other) && !added.has(other) && matters(other));
      for (const [class_, offers] of byClass(news)) {
        const using = others.filter((other) => offers.some((offer) => mayUse(other, file, offer)));
        for (const other of class_ === undefined ? using : carriers.among(using, { file, key: class_ }))
          added.add(other);
      }
    }
    if (added.size === 0 && names.size === known) return reaching;
    for (const file of added) reaching.add(file);
  }
}

/** Whether a file names a class for more than to declare something by it. */
function mayMake(store: FileStore, file: string, name: string): boolean {
  const read = store.read(file);
  if (!("text" in read)) return false;
  const language = store.languageOf(file)?.id;
  return language === "python" ? namesValuePython(read.text, name) : namesValue(read.text, name);
}

/** Offers by the class that they are members of. */
function byClass(offers: readonly Offer[]): ReadonlyMap<string | undefined, readonly Offer[]> {
  const groups = new Map<string | undefined, Offer[]>();
  for (const offer of offers) {
    const group = groups.get(offer.of);
    if (group === undefined) groups.set(offer.of, [offer]);
    else group.push(offer);
  }
  return groups;
}

/** What a file offers now that it didn't when it was asked last. */
function newOffers(
  store: FileStore,
  graph: SummaryContext,
  file: string,
  offered: Map<string, Map<string, number>>,
): readonly Offer[] {
  const facts = store.facts(file);
  if (facts === undefined) return [];
  let known = offered.get(file);
  if (known === undefined) offered.set(file, (known = new Map<string, number>()));
  const news: Offer[] = [];
  for (const offer of namesOffered(graph, facts)) {
    const id = `${offer.name}\0${offer.of ?? ""}`;
    const before = known.get(id) ?? 0;
    if ((before | offer.places) === before) continue;
    known.set(id, before | offer.places);
    news.push(offer);
  }
  return news;
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
