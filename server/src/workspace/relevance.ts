/** Which files can matter: those that name a catalogued module, and those that reach one through their imports. */
import type { Config } from "../core/config";
import type { FileStore } from "./files";

export interface Relevance {
  /** Files that have to be parsed for their findings. */
  readonly relevant: ReadonlySet<string>;
  /** Files from which the catalogue can be reached. Functions of others can't block. */
  readonly reaching: ReadonlySet<string>;
}

/**
 * The files of `files` that have to be parsed for their findings: those with asynchronous code from which a catalogued
 * module can be reached, and those with suppression comments. Files that they import are looked at too, whether they are
 * among `files` or not. No parser is asked. `step` is called once for each of `files`.
 */
export function relevantFiles(
  store: FileStore,
  files: readonly string[],
  contextsOf: (file: string) => Config["contexts"],
  step: () => void,
): Relevance {
  const known = new Set(files);
  const dependents = new Map<string, string[]>();
  const addDependent = (file: string, dependent: string): void => {
    const list = dependents.get(file);
    if (list === undefined) dependents.set(file, [dependent]);
    else list.push(dependent);
  };
  const pending = [...files];
  const seen = new Set(pending);
  const reaching: string[] = [];
  for (const file of pending) {
    const lexical = store.lexical(file);
    if (known.has(file)) step();
    if (lexical === undefined) continue;
    if (lexical.mentionsApi) reaching.push(file);
    for (const specifier of lexical.specifiers) {
      const target = store.resolve(file, specifier)?.file;
      if (target === undefined) continue;
      addDependent(target, file);
      // Who asks an interface that is declared there may run what implements it here.
      if (lexical.bases.length > 0) addDependent(file, target);
      if (!seen.has(target)) {
        seen.add(target);
        pending.push(target);
      }
    }
  }
  const reached = new Set(reaching);
  for (const file of reaching) {
    for (const dependent of dependents.get(file) ?? []) {
      if (reached.has(dependent)) continue;
      reached.add(dependent);
      reaching.push(dependent);
    }
  }
  const mayRunOnLoop = (file: string): boolean =>
    store.lexical(file)?.hasAsync === true || contextsOf(file) === "callbacks";
  const isRelevant = (file: string): boolean =>
    store.lexical(file)?.hasDirective === true || (reached.has(file) && mayRunOnLoop(file));
  return { relevant: new Set(files.filter(isRelevant)), reaching: reached };
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
