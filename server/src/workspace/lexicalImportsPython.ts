/** Stage "index" for Python: what a text imports, and whether something of that leads to an API. No parser is asked. */
import type { CatalogueIndex, CatalogueSymbol } from "../core/catalogueIndex";

const IMPORTS = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]+))/gm;

export interface ImportedPython {
  /** What may mean a module: `a.b` and `a.b.c` for `from a.b import c`. */
  readonly specifiers: readonly string[];
  /** Something that it imports leads to an API, and is used for that or for anything that nobody knows. */
  readonly mentionsApi: boolean;
}

export function importsOfPython(catalogue: CatalogueIndex, text: string): ImportedPython {
  const specifiers = new Set<string>();
  /** Names that stand for modules of the catalogue → the dotted names of these. */
  const modules = new Map<string, string>();
  let mentionsApi = false;
  for (const [, from, names = "", plain = ""] of text.matchAll(IMPORTS)) {
    if (from === undefined) {
      for (const { name, alias } of importedNames(plain)) {
        specifiers.add(name);
        if (symbolOf(catalogue, name) !== undefined)
          modules.set(alias ?? topOf(name), alias === undefined ? topOf(name) : name);
      }
      continue;
    }
    specifiers.add(from);
    for (const { name } of importedNames(names)) {
      const dotted = joined(from, name);
      specifiers.add(dotted);
      mentionsApi ||= leads(catalogue, name === "*" ? from : dotted);
    }
  }
  mentionsApi ||= [...modules].some(([local, module]) => isUsed(catalogue, text, local, module));
  return { specifiers: [...specifiers], mentionsApi };
}

/** Whether a module is used for something that leads to an API, or is handed on: what nothing names is there for others. */
function isUsed(catalogue: CatalogueIndex, text: string, local: string, module: string): boolean {
  if (!leads(catalogue, module)) return false;
  const uses = new RegExp(String.raw`(?<![\w.])${local}(?!\w)((?:\s*\.\s*\w+)*)`, "g");
  let isNamed = false;
  for (const [, members = ""] of text.replace(IMPORTS, "").matchAll(uses)) {
    isNamed = true;
    if (members === "" || leads(catalogue, module + members.replace(/\s/g, ""))) return true;
  }
  return !isNamed;
}

/** Whether going on from a dotted name can come to something that blocks. */
function leads(catalogue: CatalogueIndex, dotted: string): boolean {
  const symbol = symbolOf(catalogue, dotted);
  return symbol !== undefined && catalogue.leadsOn(symbol);
}

/** What a dotted name means, by the longest module of the catalogue that it begins with. */
function symbolOf(catalogue: CatalogueIndex, dotted: string): CatalogueSymbol | undefined {
  const names = dotted.split(".");
  for (let length = names.length; length > 0; length--) {
    let symbol = catalogue.module(names.slice(0, length).join("."));
    if (symbol === undefined) continue;
    for (const name of names.slice(length)) symbol = symbol && catalogue.follow(symbol, { kind: "property", name });
    return symbol;
  }
  return undefined;
}

function topOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}

/** `a as b, c` → `a` under the name `b`, `c`. */
function importedNames(list: string): readonly { readonly name: string; readonly alias?: string }[] {
  return list.split(/[(),]/).flatMap((part) => {
    const [, name, alias] = /^[\s\\]*(?:#[^\n]*\s*)*([\w.*]+)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, ...(alias === undefined ? {} : { alias }) }];
  });
}

/** What `from m import n` may mean when n is a submodule. */
function joined(from: string, name: string): string {
  return from.endsWith(".") ? from + name : `${from}.${name}`;
}
