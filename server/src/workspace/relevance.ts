/** Which files can matter: those that name a catalogued module, and those that reach one through a local file. */
import type { Config } from "../core/config";
import type { Reference } from "../core/facts";
import { linkReference } from "../core/link";
import type { FileStore } from "./files";
import { resolveModule } from "./modules";

export interface Relevance {
  /** Files that have to be parsed for their findings. */
  readonly relevant: ReadonlySet<string>;
  /** Files through which others reach the catalogue. */
  readonly handingOn: ReadonlySet<string>;
}

/**
 * The files of `files` that have to be parsed for their findings: those with asynchronous code that name a catalogued
 * module or import a file which hands one on (to a fixpoint), and those with suppression comments. Files that they import
 * are looked at too, whether they are among `files` or not. `step` is called once for each of `files`.
 */
export function relevantFiles(
  store: FileStore,
  files: readonly string[],
  contextsOf: (file: string) => Config["contexts"],
  step: () => void,
): Relevance {
  const known = new Set(files);
  // No question to the disk for what is known already.
  const resolve = (file: string, specifier: string): string | undefined =>
    resolveModule(file, specifier, (candidate) => known.has(candidate)) ?? store.resolve(file, specifier)?.file;
  const relevant = new Set<string>();
  const importers = new Map<string, string[]>();
  const candidates: string[] = [];
  const pending = [...files];
  const seen = new Set(pending);
  for (const file of pending) {
    const lexical = store.lexical(file);
    if (known.has(file)) step();
    if (lexical === undefined) continue;
    if (lexical.hasDirective || (lexical.mentionsApi && mayRunOnLoop(file))) relevant.add(file);
    if (lexical.mentionsApi && lexical.mayHandOn) candidates.push(file);
    if (!lexical.mayHandOn && !mayRunOnLoop(file)) continue;
    for (const specifier of lexical.specifiers) {
      const target = resolve(file, specifier);
      if (target === undefined) continue;
      const list = importers.get(target);
      if (list === undefined) importers.set(target, [file]);
      else list.push(file);
      if (!seen.has(target)) {
        seen.add(target);
        pending.push(target);
      }
    }
  }
  // Breadth-first from the files that hand on a catalogued module, along those that hand on what they import.
  const handingOn = new Set<string>();
  const reached = new Set(candidates);
  for (const candidate of candidates) {
    const itsImporters = importers.get(candidate) ?? [];
    if (itsImporters.length === 0 || !handsOn(store, candidate)) continue;
    handingOn.add(candidate);
    for (const importer of itsImporters) {
      if (mayRunOnLoop(importer)) relevant.add(importer);
      if (store.lexical(importer)?.mayHandOn === true && !reached.has(importer)) {
        reached.add(importer);
        candidates.push(importer);
      }
    }
  }
  return { relevant, handingOn };

  function mayRunOnLoop(file: string): boolean {
    return store.lexical(file)?.hasAsync === true || contextsOf(file) === "callbacks";
  }
}

/** Whether some export of the file leads into the catalogue, also along `export *`; each file is asked once. */
function handsOn(store: FileStore, file: string, visited = new Set<string>()): boolean {
  if (visited.has(file)) return false;
  visited.add(file);
  const links = store.links();
  const facts = links.facts(file);
  if (facts === undefined) return false;
  const reaches = (specifier: string): boolean => {
    if (links.catalogueOf(file).module(specifier) !== undefined) return true;
    const target = store.resolve(file, specifier);
    return target !== undefined && handsOn(store, target.file, visited);
  };
  const leads = (reference: Reference): boolean => {
    if (linkReference(links, file, reference)?.kind === "catalogue") return true;
    // A whole local module, under a name: whatever that hands on.
    return reference.kind === "path" && reference.root.kind === "module" && reaches(reference.root.specifier);
  };
  return Object.values(facts.exports).some(leads) || facts.starExports.some(reaches);
}

/** Files that some file of `files` starts as a worker. */
export function startedWorkers(store: FileStore, files: readonly string[]): ReadonlySet<string> {
  const workers = new Set<string>();
  for (const file of files) {
    if (store.lexical(file)?.mayStartWorkers !== true) continue;
    for (const specifier of store.facts(file)?.workers ?? []) {
      const target = store.resolve(file, specifier);
      if (target !== undefined) workers.add(target.file);
    }
  }
  return workers;
}
