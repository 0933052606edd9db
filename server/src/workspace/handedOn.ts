/** Whether a text hands on a module that it imports, or something of it that leads to an API, without naming the API. */
import type { CatalogueIndex, CatalogueSymbol } from "../core/catalogueIndex";

/** What is exported may be the module itself, a member of it, or something that holds one. */
const EXPORTS =
  /\bexport\s*(?:\*|\{|=)|\bexport\s+(?:const|let|var|import|class|default|abstract)\b|\bmodule\.exports\b|\bexports\.\w+\s*=/;

/** The end of a text that a module's name follows: `import fs, { Dir as Folder } from`. */
const IMPORT_CLAUSE = /(?:^|[;\s])import\s+(?:type\s+)?([^;"'`]*?)\s*\bfrom\s*$/;

/** The longest list of imported names that is read; behind a longer one anything could be. */
const LONGEST_CLAUSE = 2000;

/** @param at where in `text` the quoted name of the module begins. */
export function handsOn(catalogue: CatalogueIndex, module: CatalogueSymbol, text: string, at: number): boolean {
  if (!EXPORTS.test(text)) return false;
  const statement = IMPORT_CLAUSE.exec(text.slice(Math.max(0, at - LONGEST_CLAUSE), at));
  const [whole = "", clause = ""] = statement ?? [];
  // `export … from`, `require(…)`, `import(…)`, comments between the names: nobody knows under which names.
  if (clause === "" || clause.includes("/")) return true;
  const leads = (names: readonly string[]): boolean => leadsOn(catalogue, module, names);
  const [, modules = "", members = ""] = /^([^{]*)(?:\{([^}]*)\})?/.exec(clause) ?? [];
  for (const [, name = ""] of members.matchAll(/(?:^|,)\s*(?:type\s+)?([\w$]+)/g)) if (leads([name])) return true;
  // Without the statement itself, whose quoted name is often the local one.
  const others = text.slice(0, at - whole.length) + text.slice(text.indexOf(text.charAt(at), at + 1) + 1);
  for (const [, local = ""] of modules.matchAll(/(?:\*\s*as\s+)?([\w$]+)/g))
    if (escapes(others, local, leads)) return true;
  return false;
}

function leadsOn(catalogue: CatalogueIndex, module: CatalogueSymbol, names: readonly string[]): boolean {
  let symbol: CatalogueSymbol | undefined = module;
  for (const name of names) symbol = symbol && catalogue.follow(symbol, { kind: "property", name });
  return symbol !== undefined && catalogue.leadsOn(symbol);
}

/** Whether a name of the module stands there for anything but a member, or a member of one, that leads nowhere. */
function escapes(text: string, local: string, leads: (names: readonly string[]) => boolean): boolean {
  const name = local.replaceAll("$", "\\$");
  const uses = new RegExp(`(?<![\\w$.])${name}(?![\\w$])((?:\\s*\\??\\.\\s*[\\w$]+)*)`, "g");
  for (const [, members = ""] of text.matchAll(uses)) {
    if (members === "" || leads(members.match(/[\w$]+/g) ?? [])) return true;
  }
  return false;
}
