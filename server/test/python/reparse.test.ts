/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { FileFacts } from "../../src/core/facts";
import { languages } from "../support/languages";

const FOLDER = resolve("test-fixtures/python/detection");
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".py"))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

/** What people type: pieces of programs, and what breaks them. */
const piece = fc.oneof(
  fc.constantFrom(
    "\n",
    "x",
    "    ",
    "\t",
    "async ",
    "def f():\n",
    "(",
    ")",
    '"',
    '"""',
    "#",
    ":",
    "await ",
    "\\",
    "@",
    "é",
    "😀",
  ),
  fc.constantFrom(
    "import time\n",
    "time.sleep(1)\n",
    "class C:\n    def m(self):\n        self.m()\n",
    "\nif x:\n",
    "else:\n",
  ),
);

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(40), piece });

let fresh = 0;

function factsOf(file: string, text: string): FileFacts {
  const python = languages.find(({ id }) => id === "python");
  assert.ok(python);
  return python.facts(file, text);
}

function renamed(facts: FileFacts, file: string, name: string): FileFacts {
  return JSON.parse(JSON.stringify(facts).replaceAll(file, name)) as FileFacts;
}

describe("parsing Python again after an edit", () => {
  for (const { name, text: original } of TEXTS) {
    it(name, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const file = `/edited/${name}`;
          let text = original;
          factsOf(file, text);
          for (const { at, removed, piece: added } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + added + text.slice(start + removed);
            const other = `/fresh/${String(fresh++)}/${name}`;
            assert.deepEqual(renamed(factsOf(file, text), file, name), renamed(factsOf(other, text), other, name));
          }
        }),
        { numRuns: 40, seed: 20261123 },
      );
    });
  }
});
