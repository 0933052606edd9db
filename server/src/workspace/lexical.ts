/** Stage "index": what a file's text tells without a parser, so that files that can't matter are never parsed. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import { handsOn } from "./handedOn";
import { isBuiltIn } from "./resolution/specifiers";

/** What the index keeps of a file. */
export interface LexicalFacts {
  /** Has asynchronous code (or any code at all, when callbacks count). */
  readonly hasAsync: boolean;
  /** Names a catalogued module or global. */
  readonly mentionsApi: boolean;
  /** May start other files as workers. */
  readonly mayStartWorkers: boolean;
  readonly hasDirective: boolean;
  /** May export names that its text hasn't: those of another file, members of a value. */
  readonly exportsUnnamed: boolean;
  /** Module specifiers that may mean a local or an installed file, each once: not of the catalogue, not built in. */
  readonly specifiers: readonly string[];
  /** Last names of what its classes extend or implement; under both names where an import renames one. */
  readonly bases: readonly string[];
  /** Python: the names of the methods of each protocol. */
  readonly protocols?: readonly (readonly string[])[];
}

const EXTENDED = /\b(?:extends|implements)\s+([^{;()=]+)/g;

/** The same of functions that are used as classes: `util.inherits(File, Store)`, `Object.create(Store.prototype)`. */
const INHERITED = /\binherits\(\s*[\w$.]+\s*,\s*([\w$.]+)|\bObject\.create\(\s*([\w$.]+)\.prototype\b/g;

/** The names in lists of bases, with what they are imported as. */
export function baseNames(text: string, lists: Iterable<string>): readonly string[] {
  const names = new Set<string>();
  for (const list of lists) {
    for (const [word, name = ""] of list.matchAll(/(?:[\w$]+\.)*([\w$]+)/g)) if (word !== "implements") names.add(name);
  }
  if (names.size > 0) {
    for (const [, original = "", alias = ""] of text.matchAll(/\b([\w$]+)\s+as\s+([\w$]+)/g)) {
      if (names.has(alias)) names.add(original);
    }
  }
  return [...names];
}

/** Module specifiers, by what stands before them. */
const IMPORTED =
  /(?:\bfrom|\bimport|\b\w*[rR]equire\w*\s*\(|\bimport\s*\(|\bgetBuiltinModule\s*\()\s*["'`]([^"'`\n]+)["'`]/g;
/** With `createRequire` the function that loads modules can have any name. */
const QUOTED = /["'`]([@\w.~][\w./:@~-]*)["'`]/g;
const REGISTERS = /\bregister\s*\(/;
const MODULE = /["'](?:node:)?module["']/;
const WORKERS = /\bnew\s+(?:\w+\.)?Worker\s*\(|\b(?:piscina|tinypool|workerpool)\b/;
const FORKS = /\bfork\s*\(/;

/** What exports every name of something: `export *`, a default export, `module.exports = …`. */
const EXPORTS_UNNAMED = /\bexport\s*[*=]|\bdefault\b|\bexports\b/;

/** Whether a text has the name of one of a module's APIs; of a module that is one itself, any text has. */
function mentionOf(names: ReadonlySet<string>): (text: string) => boolean {
  if (names.size === 0) return () => false;
  if (names.has("default") || names.has("")) return () => true;
  const pattern = new RegExp(`(?<![\\w$])(?:${[...names].join("|").replaceAll("$", "\\$")})(?![\\w$])`);
  return (text) => pattern.test(text);
}

/** Makes the function that reads a text for the index; the catalogue's names are compiled once. */
export function createLexer(catalogue: CatalogueIndex): (text: string) => LexicalFacts {
  const { specifiers, globals } = catalogue.names();
  const modules = new Set(specifiers);
  const mentions = new Map<string, (text: string) => boolean>();
  /** Whether a text that names a module, at an offset, could run or hand on one of its APIs. */
  const mentionsApiOf = (name: string, text: string, at: number): boolean => {
    const module = catalogue.module(name);
    if (module === undefined) return false;
    let known = mentions.get(name);
    if (known === undefined) mentions.set(name, (known = mentionOf(new Set(catalogue.entryNames(module)))));
    return known(text) || handsOn(catalogue, module, text, at);
  };
  const globalNames = new RegExp(`\\b(?:${globals.filter((name) => name !== "process").join("|")})\\b`);
  return (text) => {
    const followed = new Set<string>();
    let mentionsModule = false;
    for (const { 0: found, 1: name = "", index } of text.matchAll(IMPORTED)) {
      if (modules.has(name)) mentionsModule ||= mentionsApiOf(name, text, index + found.length - name.length - 2);
      else if (!isBuiltIn(name)) followed.add(name);
    }
    if (text.includes("createRequire")) {
      for (const { 1: name = "", index } of text.matchAll(QUOTED)) {
        if (name.startsWith(".")) followed.add(name);
        else mentionsModule ||= modules.has(name) && mentionsApiOf(name, text, index);
      }
    }
    return {
      hasAsync: /\basync\b/.test(text),
      mentionsApi: mentionsModule || globalNames.test(text) || /\bprocess\b[^\n]*\bloadEnvFile\b/.test(text),
      mayStartWorkers:
        WORKERS.test(text) ||
        (FORKS.test(text) && text.includes("child_process")) ||
        (REGISTERS.test(text) && MODULE.test(text)),
      hasDirective: text.includes("unblock-ignore-"),
      exportsUnnamed: EXPORTS_UNNAMED.test(text),
      specifiers: [...followed],
      bases: baseNames(text, [
        ...Array.from(text.matchAll(EXTENDED), ([, list = ""]) => list),
        ...Array.from(text.matchAll(INHERITED), ([, base, prototype]) => base ?? prototype ?? ""),
      ]),
    };
  };
}
