/** All languages, ready to use. */
import * as path from "node:path";
import type { FileFacts } from "../core/facts";
import type { Language } from "./language";
import { createPython } from "./python/index";
import { loadParser } from "./python/tree";
import { TYPESCRIPT_EXTENSIONS } from "./typescript/extensions";
import type * as typescript from "./typescript/index";

/** What the Python parser is loaded from. */
const PARSER_FILES = ["web-tree-sitter.wasm", "tree-sitter-python.wasm"];

/**
 * `folder` (absolute) holds the WebAssembly of the parsers; `isFile` asks the disk. Never rejects: where a parser can't be
 * loaded, every file of its language has a problem that says so, and the other languages work.
 */
export async function loadLanguages(
  folder: string,
  isFile: (file: string) => boolean,
): Promise<readonly [Language, ...Language[]]> {
  return [lazyTypeScript(), await loadPython(folder, isFile)];
}

/** The compiler takes a quarter of a second to load: it is loaded with the first file that needs it. */
function lazyTypeScript(): Language {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this form loads when it is asked to, and waits
  const load = (): Language => (require("./typescript/index") as typeof typescript).typescript;
  const known: Pick<Language, "id" | "extensions"> = { id: "typescript", extensions: TYPESCRIPT_EXTENSIONS };
  return new Proxy(known as Language, {
    get: (target, name): unknown => Reflect.get(Object.hasOwn(target, name) ? target : load(), name),
  });
}

async function loadPython(folder: string, isFile: (file: string) => boolean): Promise<Language> {
  // Asked first: the parser's loader prints what it misses to stderr, in its own words.
  const missing = PARSER_FILES.filter((name) => !isFile(path.join(folder, name)));
  if (missing.length > 0) return withoutParser(`there is no ${missing.join(" and no ")} in ${folder}`);
  try {
    return createPython(await loadParser(folder));
  } catch (error) {
    return withoutParser(error instanceof Error ? error.message : String(error));
  }
}

/** Python without its parser. `reason` is a clause without a full stop. */
function withoutParser(reason: string): Language {
  const message = `Not analysed: the Python parser can't be loaded, ${reason}. Install Unblock again.`;
  return {
    ...createPython((file, text) => {
      const root = { type: "module", start: 0, end: text.length, field: undefined, parent: undefined, children: [] };
      return { file, text, root, errorAt: undefined, faulty: new Set() };
    }),
    facts: (file) => ({ ...NOTHING, file, problems: [{ file, kind: "internal", message }] }),
  };
}

const NOTHING: Omit<FileFacts, "file" | "problems"> = {
  functions: [],
  classes: [],
  calls: [],
  exports: {},
  starExports: [],
  workers: [],
  isWorker: false,
  directives: [],
};
