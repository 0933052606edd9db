/** All languages, as the programs load them; the parsers straight from the packages that they come in. */
import { mkdtempSync, copyFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { before } from "node:test";
import type { Language } from "../../src/languages/language";
import { loadLanguages } from "../../src/languages/load";

/** Filled before the first test of a file runs. */
export const languages: Language[] = [];

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "unblock-parsers-"));
  try {
    for (const name of ["web-tree-sitter/web-tree-sitter.wasm", "tree-sitter-python/tree-sitter-python.wasm"]) {
      copyFileSync(require.resolve(name), join(folder, basename(name)));
    }
    languages.push(...(await loadLanguages(folder, () => true)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
