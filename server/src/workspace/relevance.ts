/** What files say of each other without a parser: who imports whom, who names the catalogue, who may be reported. */
import type { Config } from "../core/config";
import type { FileStore } from "./files";
import { methodsOfClasses } from "./lexicalPython";
import { mayCompute } from "./lexicalWork";
import { mayComputePython } from "./lexicalWorkPython";
import type { Imports } from "./reach";

/** What decides what runs on an event loop, and which loops are told. */
type LoopSettings = Pick<Config, "contexts" | "loops">;

/**
 * The imports of `files`, and of what they import, whether that is among `files` or not. No parser is asked. `step` is
 * called once for each of `files`.
 */
export function importsOf(
  store: FileStore,
  files: readonly string[],
  settingsOf: (file: string) => LoopSettings,
  step: () => void = () => undefined,
): Imports {
  const known = new Set(files);
  const dependents = new Map<string, string[]>();
  const addDependent = (file: string, dependent: string): void => {
    const list = dependents.get(file);
    if (list === undefined) dependents.set(file, [dependent]);
    else list.push(dependent);
  };
  const pending = [...files];
  const seen = new Set(pending);
  const naming: string[] = [];
  for (const file of pending) {
    const lexical = store.lexical(file);
    if (known.has(file)) step();
    if (lexical === undefined) continue;
    // With `loops: "all"` any loop of what runs on the event loop is told.
    const hasLoops = settingsOf(file).loops === "all" && mayRunOnLoop(store, file, settingsOf(file));
    let leadsOn = lexical.mentionsApi || computes(store, file) || hasLoops;
    for (const specifier of lexical.specifiers) {
      const target = store.resolve(file, specifier)?.file;
      if (target === undefined) continue;
      // What is installed is followed from the calls downwards, so that little of it is looked at.
      if (store.dependencies.packageOf(target) !== undefined) {
        leadsOn = true;
        continue;
      }
      addDependent(target, file);
      // Who asks an interface that is declared there may run what implements it here.
      if (lexical.bases.length > 0) addDependent(file, target);
      if (!seen.has(target)) {
        seen.add(target);
        pending.push(target);
      }
    }
    if (leadsOn) naming.push(file);
  }
  const structural = new Set<string>();
  for (const [file, protocol] of implementedProtocols(store, pending)) {
    addDependent(file, protocol);
    structural.add(file);
  }
  // What has nothing asynchronous, and nobody imports, nobody runs on an event loop.
  const seeds = naming.filter((file) => dependents.has(file) || mayRunOnLoop(store, file, settingsOf(file)));
  return { dependents, seeds, structural };
}

/** Whether a file may compute for long, as its text tells: no part of what is known of each text, which is read anew after each edit. */
function computes(store: FileStore, file: string): boolean {
  const read = store.read(file);
  if (!("text" in read)) return false;
  return store.languageOf(file)?.id === "python" ? mayComputePython(read.text) : mayCompute(read.text);
}

/** Files with the methods of a protocol, which nothing else may connect with the file that declares it. */
function* implementedProtocols(store: FileStore, files: readonly string[]): Generator<readonly [string, string]> {
  const declaring = files.flatMap((file) => {
    const protocols = store.lexical(file)?.protocols ?? [];
    return protocols.length === 0 ? [] : [{ file, protocols }];
  });
  if (declaring.length === 0) return;
  for (const file of files) {
    const read = store.languageOf(file)?.id === "python" ? store.read(file) : undefined;
    const classes = read !== undefined && "text" in read ? methodsOfClasses(read.text) : [];
    for (const { file: protocol, protocols } of declaring) {
      if (protocol !== file && protocols.some((names) => hasAll(classes, names))) yield [file, protocol];
    }
  }
}

/** Whether one of the classes has all methods. */
function hasAll(classes: readonly ReadonlySet<string>[], names: readonly string[]): boolean {
  return classes.some((methods) => names.every((name) => methods.has(name)));
}

/** Whether a file can have findings, if what blocks can be reached from it. */
export function mayRunOnLoop(store: FileStore, file: string, { contexts }: Pick<Config, "contexts">): boolean {
  return store.lexical(file)?.hasAsync === true || contexts === "callbacks";
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
