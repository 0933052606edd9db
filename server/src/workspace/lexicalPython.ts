/** Stage "index" for Python: what a file's text tells without a parser. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import { importsOfPython } from "./lexicalImportsPython";
import { baseNames, type LexicalFacts } from "./lexical";

const BASES = /^[ \t]*class[ \t]+\w+[ \t]*\(([^)]*)\)/gm;

/** A protocol's head and body. */
const PROTOCOLS = /^class[ \t]+\w+[^:\n]*\([^)]*\bProtocol\b[^)]*\)[ \t]*:([^\n]*\n(?:(?:[ \t][^\n]*)?(?:\n|$))*)/gm;

const METHODS = /^[ \t]+(?:async[ \t]+)?def[ \t]+(\w+)/gm;

/** Heads of classes and of functions, by how far they are indented. */
const HEADS = /^([ \t]*)(?:(class)|(?:async[ \t]+)?def)[ \t]+([^\s([:]+)/gm;

/** Names of the methods of each class that a Python text declares; those of what stands inside of methods go to the class around. */
export function methodsOfClasses(text: string): readonly ReadonlySet<string>[] {
  const found: Set<string>[] = [];
  const around: { readonly indent: number; readonly methods: Set<string> }[] = [];
  for (const [, { length: indent } = "", isClass, name = ""] of text.matchAll(HEADS)) {
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (isClass === undefined) around.at(-1)?.methods.add(name);
    else {
      const methods = new Set<string>();
      found.push(methods);
      around.push({ indent, methods });
    }
  }
  return found;
}

/** Names of the methods that a part of a Python text declares. */
function methodNames(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(METHODS), ([, name = ""]) => name));
}

/** Names of the methods of each protocol that has some. */
function protocolsOf(text: string): readonly (readonly string[])[] {
  if (!text.includes("Protocol")) return [];
  return Array.from(text.matchAll(PROTOCOLS), ([, body = ""]) => [...methodNames(body)]).filter(
    ({ length }) => length > 0,
  );
}

/** Makes the function that reads a Python text for the index. */
export function createPythonLexer(catalogue: CatalogueIndex): (text: string) => LexicalFacts {
  return (text) => {
    const { specifiers, mentionsApi } = importsOfPython(catalogue, text);
    return {
      hasAsync: /\basync\s+def\b/.test(text),
      mentionsApi: mentionsApi || /(?<![\w.])(?:open|input)\s*\(/.test(text),
      mayStartWorkers: false,
      hasDirective: text.includes("unblock-ignore-"),
      exportsUnnamed: true,
      specifiers,
      protocols: protocolsOf(text),
      bases: baseNames(
        text,
        Array.from(text.matchAll(BASES), ([, list = ""]) => list),
      ),
    };
  };
}
