/** Stage "index" for Python: what a file's text tells without a parser. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import { baseNames, type LexicalFacts } from "./lexical";

const IMPORTS = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]+))/gm;

const BASES = /^[ \t]*class[ \t]+\w+[ \t]*\(([^)]*)\)/gm;

/** Makes the function that reads a Python text for the index. */
export function createPythonLexer(catalogue: CatalogueIndex): (text: string) => LexicalFacts {
  const modules = new Set(catalogue.names().specifiers);
  return (text) => {
    const specifiers = new Set<string>();
    let mentionsApi = /\b(?:open|input)\s*\(/.test(text);
    for (const [, from, names = "", plain = ""] of text.matchAll(IMPORTS)) {
      const imported =
        from === undefined ? namesOf(plain) : [from, ...namesOf(names).map((name) => joined(from, name))];
      for (const name of imported) {
        specifiers.add(name);
        mentionsApi ||= modules.has(name.split(".", 1)[0] ?? "");
      }
    }
    return {
      hasAsync: /\basync\s+def\b/.test(text),
      mentionsApi,
      mayStartWorkers: false,
      hasDirective: text.includes("unblock-ignore-"),
      specifiers: [...specifiers],
      bases: baseNames(
        text,
        Array.from(text.matchAll(BASES), ([, list = ""]) => list),
      ),
    };
  };
}

/** `a as b, c` → `a`, `c`. */
function namesOf(list: string): readonly string[] {
  return list.split(/[(),]/).flatMap((part) => /^\s*([\w.]+)/.exec(part)?.[1] ?? []);
}

/** What `from m import n` may mean when n is a submodule. */
function joined(from: string, name: string): string {
  return from.endsWith(".") ? from + name : `${from}.${name}`;
}
