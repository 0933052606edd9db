/** What kind of thing a module specifier names, and who means the same by it. */
import { builtinModules } from "node:module";
import * as path from "node:path";

const BUILT_IN: ReadonlySet<string> = new Set(builtinModules);

/** `./x`, `..`, `/x`, `C:\x`: a place, not a name. */
export function isPlace(specifier: string): boolean {
  return /^(?:\.\.?(?:\/|$)|\/)/.test(specifier) || path.isAbsolute(specifier);
}

/** `fs`, and whatever is named by a scheme: `node:fs`, `bun:test`, `https://…`, `npm:x`. No file of the workspace. */
export function isBuiltIn(specifier: string): boolean {
  return BUILT_IN.has(specifier) || /^[a-z][a-z0-9+.-]+:/.test(specifier);
}

/** `./` and `..` mean a folder even where a file has the folder's name and an extension. */
export function endsInFolder(specifier: string): boolean {
  return /(^|\/)\.{0,2}$/.test(specifier);
}

/** `@scope/name/rest` → package and `./rest`; `undefined` for what can't be a package's name. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } | undefined {
  const [, name, rest = ""] = /^((?:@[^/@:\s]+\/)?[^/@:#.\s][^/:\s]*)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  return { name, subpath: rest === "" || rest === "/" ? "." : `.${rest}` };
}

/** One key for all askers that mean the same file. Names are read by the project that a file belongs to; places, and Python's names, mean the same in a whole folder. */
export function moduleKey(file: string, isPython: boolean, question: string): string {
  const from = isPython || isPlace(question) ? path.join(path.dirname(file), "_") : file;
  return [isPython ? "python" : "", from, question].join("\0");
}
