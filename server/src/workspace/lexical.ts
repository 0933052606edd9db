/** Stage "index": what a file's text tells without a parser, so that files that can't matter are never parsed. */
import type { CatalogueIndex } from "../core/catalogueIndex";

/** What the index keeps of a file. */
export interface LexicalFacts {
  /** Has asynchronous code (or any code at all, when callbacks count). */
  readonly hasAsync: boolean;
  /** Names a catalogued module or global. */
  readonly mentionsApi: boolean;
  /** May hand on what it imports: exports more than functions and classes of its own. */
  readonly mayHandOn: boolean;
  /** May start other files as workers. */
  readonly mayStartWorkers: boolean;
  readonly hasDirective: boolean;
  /** Relative module specifiers, each once. */
  readonly specifiers: readonly string[];
}

/** Module specifiers, by what stands before them. */
const IMPORTED =
  /(?:\bfrom|\bimport|\b\w*[rR]equire\w*\s*\(|\bimport\s*\(|\bgetBuiltinModule\s*\()\s*["'`]([^"'`\n]+)["'`]/g;
/** With `createRequire` the function that loads modules can have any name. */
const QUOTED = /["'`]([@\w.~][\w./:@~-]*)["'`]/g;
const HANDS_ON =
  /\bexport\s*(?:\*|\{|=)|\bexport\s+(?:const|let|var|import|default(?!\s+(?:async\s+)?(?:function|class)\b))\b|\bmodule\.exports\b|\bexports\.\w+\s*=/;
const WORKERS = /\bnew\s+(?:\w+\.)?Worker\s*\(|\b(?:piscina|tinypool|workerpool)\b/;
const FORKS = /\bfork\s*\(/;

/** Makes the function that reads a text for the index; the catalogue's names are compiled once. */
export function createLexer(catalogue: CatalogueIndex): (text: string) => LexicalFacts {
  const { specifiers, globals } = catalogue.names();
  const modules = new Set(specifiers);
  const globalNames = new RegExp(`\\b(?:${globals.filter((name) => name !== "process").join("|")})\\b`);
  return (text) => {
    const relative = new Set<string>();
    let mentionsModule = false;
    for (const [, name = ""] of text.matchAll(text.includes("createRequire") ? QUOTED : IMPORTED)) {
      if (name.startsWith(".")) relative.add(name);
      else mentionsModule ||= modules.has(name);
    }
    return {
      hasAsync: /\basync\b/.test(text),
      mentionsApi: mentionsModule || globalNames.test(text) || /\bprocess\b[^\n]*\bloadEnvFile\b/.test(text),
      mayHandOn: HANDS_ON.test(text),
      mayStartWorkers: WORKERS.test(text) || (FORKS.test(text) && text.includes("child_process")),
      hasDirective: text.includes("unblock-ignore-"),
      specifiers: [...relative],
    };
  };
}
