/** Texts that are edited at random, and parsed on what each edit left of the tree before it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { it } from "node:test";
import * as fc from "fast-check";
import type { FileFacts } from "../../src/core/facts";

/** What comes into a text: what breaks it as it is typed, and whole lines; as often the one as the other. */
export interface Pieces {
  readonly typed: readonly string[];
  readonly pasted: readonly string[];
}

let fresh = 0;

/**
 * One test for each file of `folder` (relative to test-fixtures) whose name matches: after every edit its facts are those
 * of the same text parsed anew.
 */
export function checkReparsing(
  folder: string,
  names: RegExp,
  factsOf: (file: string, text: string) => FileFacts,
  { typed, pasted }: Pieces,
): void {
  const path = resolve("test-fixtures", folder);
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(40),
    piece: fc.oneof(fc.constantFrom(...typed), fc.constantFrom(...pasted)),
  });
  for (const name of readdirSync(path).filter((file) => names.test(file))) {
    const original = readFileSync(join(path, name), "utf8");
    const facts = (file: string, text: string): unknown =>
      JSON.parse(JSON.stringify(factsOf(file, text)).replaceAll(file, name));
    it(name, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const file = `/edited/${name}`;
          let text = original;
          factsOf(file, text);
          for (const { at, removed, piece } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + piece + text.slice(start + removed);
            assert.deepEqual(facts(file, text), facts(`/fresh/${String(fresh++)}/${name}`, text));
          }
        }),
        { numRuns: 40, seed: 20261123 },
      );
    });
  }
}
