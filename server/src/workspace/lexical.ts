/** Stage "index": what a file's text tells without a parser, so that files that can't matter are never parsed. */
import type { CatalogueIndex } from "../core/catalogueIndex";
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
  /** Module specifiers that may mean a local or an installed file, each once: not of the catalogue, not built in. */
  readonly specifiers: readonly string[];
  /** Last names of what its classes extend or implement; under both names where an import renames one. */
  readonly bases: readonly string[];
}

const EXTENDED = /\b(?:extends|implements)\s+([^{;()=]+)/g;

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
const WORKERS = /\bnew\s+(?:\w+\.)?Worker\s*\(|\b(?:piscina|tinypool|workerpool)\b/;
const FORKS = /\bfork\s*\(/;

/** Makes the function that reads a text for the index; the catalogue's names are compiled once. */
export function createLexer(catalogue: CatalogueIndex): (text: string) => LexicalFacts {
  const { specifiers, globals } = catalogue.names();
  const modules = new Set(specifiers);
  const globalNames = new RegExp(`\\b(?:${globals.filter((name) => name !== "process").join("|")})\\b`);
  return (text) => {
    const followed = new Set<string>();
    let mentionsModule = false;
    for (const [, name = ""] of text.matchAll(IMPORTED)) {
      if (modules.has(name)) mentionsModule = true;
      else if (!isBuiltIn(name)) followed.add(name);
    }
    if (text.includes("createRequire")) {
      for (const [, name = ""] of text.matchAll(QUOTED)) {
        if (name.startsWith(".")) followed.add(name);
        else mentionsModule ||= modules.has(name);
      }
    }
    return {
      hasAsync: /\basync\b/.test(text),
      mentionsApi: mentionsModule || globalNames.test(text) || /\bprocess\b[^\n]*\bloadEnvFile\b/.test(text),
      mayStartWorkers: WORKERS.test(text) || (FORKS.test(text) && text.includes("child_process")),
      hasDirective: text.includes("unblock-ignore-"),
      specifiers: [...followed],
      bases: baseNames(
        text,
        Array.from(text.matchAll(EXTENDED), ([, list = ""]) => list),
      ),
    };
  };
}
