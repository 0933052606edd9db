/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { FileFacts } from "../../src/core/facts";
import { extractFacts } from "../../src/languages/typescript/facts";

const FOLDER = resolve("test-fixtures/typescript/detection");
const TEXTS = readdirSync(FOLDER)
  .filter((name) => /\.(mjs|ts|tsx|mts)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

/** What people type: pieces of programs, and what breaks them. */
const piece = fc.oneof(
  fc.constantFrom(
    "\n",
    "x",
    "async ",
    "function f() {",
    "}",
    "{",
    "(",
    ")",
    "await ",
    "`",
    "${",
    "'",
    "/*",
    "*/",
    "// ",
    "@",
    "<",
  ),
  fc.constantFrom(
    "import fs from 'node:fs';\n",
    "export const y = fs.readFileSync;\n",
    "class C { m() { this.m(); } }\n",
  ),
);

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(40), piece });

let fresh = 0;

function freshFacts(name: string, text: string): FileFacts {
  const file = `/fresh/${String(fresh++)}/${name}`;
  return renamed(extractFacts(file, text), file, name);
}

function renamed(facts: FileFacts, file: string, name: string): FileFacts {
  return JSON.parse(JSON.stringify(facts).replaceAll(file, name)) as FileFacts;
}

describe("parsing again after an edit", () => {
  for (const { name, text: original } of TEXTS) {
    it(name, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const file = `/edited/${name}`;
          let text = original;
          extractFacts(file, text);
          for (const { at, removed, piece: added } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + added + text.slice(start + removed);
            assert.deepEqual(renamed(extractFacts(file, text), file, name), freshFacts(name, text));
          }
        }),
        { numRuns: 40, seed: 20261123 },
      );
    });
  }
});
