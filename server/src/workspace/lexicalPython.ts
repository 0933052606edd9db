/** Stage "index" for Python: what a file's text tells without a parser. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import { mayComputePython } from "./lexicalWorkPython";
import { baseNames, type LexicalFacts } from "./lexical";

const IMPORTS = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]+))/gm;

const BASES = /^[ \t]*class[ \t]+\w+[ \t]*\(([^)]*)\)/gm;

/** A protocol's head and body. */
const PROTOCOLS = /^class[ \t]+\w+[^:\n]*\([^)]*\bProtocol\b[^)]*\)[ \t]*:([^\n]*\n(?:(?:[ \t][^\n]*)?(?:\n|$))*)/gm;

const METHODS = /^[ \t]+(?:async[ \t]+)?def[ \t]+(\w+)/gm;

/** Heads of classes and of functions, by how far they are indented. */
const HEADS = /^([ \t]*)(?:(class)|(?:async[ \t]+)?def)[ \t]+(\w+)/gm;

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
      mayCompute: mayComputePython(text),
      mayStartWorkers: false,
      hasDirective: text.includes("unblock-ignore-"),
      exportsUnnamed: true,
      specifiers: [...specifiers],
      protocols: protocolsOf(text),
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
