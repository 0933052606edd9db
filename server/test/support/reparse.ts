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
  /** What may stand in a function: some of it can be seen from outside. Names of the text itself come into `NAME`. */
  readonly statements: readonly string[];
  /** So many of the edits at least leave most facts as they were. */
  readonly keeps?: number;
}

let fresh = 0;

/**
 * One test for each file of `folder` whose name matches: after every edit its facts are those of the same text parsed
 * anew. Where facts are kept, a last test holds that they were.
 */
export function checkReparsing(
  folder: string,
  names: RegExp,
  factsOf: (file: string, text: string) => FileFacts,
  { typed, pasted, statements, keeps }: Pieces,
): void {
  const path = resolve("test-fixtures", folder);
  // Doubles as such are mostly next to nothing: the texts would be edited at their ends alone.
  const fraction = fc.nat(9999).map((number) => number / 10_000);
  const anywhere = fc.record({
    at: fraction,
    removed: fc.nat(40),
    piece: fc.oneof(fc.constantFrom(...typed), fc.constantFrom(...pasted)),
    names: fc.constant([] as number[]),
  });
  const statement = fc.record({
    at: fraction,
    removed: fc.constant(0),
    piece: fc.constantFrom(...statements),
    names: fc.array(fraction, { minLength: 2, maxLength: 2 }),
  });
  let kept = 0;
  for (const name of readdirSync(path).filter((file) => names.test(file))) {
    const original = readFileSync(join(path, name), "utf8");
    it(name, () => {
      fc.assert(
        fc.property(fc.array(fc.oneof(anywhere, statement), { minLength: 1, maxLength: 6 }), (edits) => {
          const file = `/edited/${name}`;
          let text = original;
          let before = factsOf(file, text);
          for (const { at, removed, piece, names: places } of edits) {
            // Statements come in at the end of a line, so that most of them leave the text whole.
            const place = Math.floor(at * text.length);
            const start = places.length === 0 ? place : text.indexOf("\n", place) + 1 || text.length;
            const own = text.match(/[A-Za-z_]\w*/g) ?? ["x"];
            let next = 0;
            const written = piece.replaceAll(
              "NAME",
              () => own[Math.floor((places[next++] ?? 0) * (own.length - 1))] ?? "x",
            );
            text = text.slice(0, start) + written + text.slice(start + removed);
            const after = factsOf(file, text);
            assert.deepEqual(plain(after, name), plain(factsOf(`/fresh/${String(fresh++)}/${name}`, text), name));
            if (after.functions.some((known) => before.functions.includes(known))) kept++;
            before = after;
          }
        }),
        { numRuns: 40, seed: 20261123 },
      );
    });
  }
  if (keeps === undefined) return;
  it(`after ${String(keeps)} edits most facts stayed as they were`, () => {
    assert.ok(kept >= keeps, `only ${String(kept)}`);
  });
}

/**
 * One test: after `typed` was put in at `|`, the facts of `text` are those of the same text parsed anew. What changes is in
 * the function of the key `changed`, where the edit isn't.
 */
export function checkEdit(
  name: string,
  { text, typed, changed }: { readonly text: string; readonly typed: string; readonly changed: string },
  factsOf: (file: string, text: string) => FileFacts,
  extension: string,
): void {
  it(name, () => {
    const [edited, other] = [`/edited/small${extension}`, `/fresh/small${extension}`];
    const after = text.replace("|", () => typed);
    const former = factsOf(edited, text.replace("|", ""));
    const facts = factsOf(edited, after);
    assert.deepEqual(plain(facts, "small"), plain(factsOf(other, after), "small"));
    assert.notDeepEqual(computedIn(facts, changed), computedIn(former, changed), "the edit can't be seen there");
  });
}

/** What the function of a key computes, and gives to others. */
function computedIn({ calls }: FileFacts, key: string): unknown {
  return calls.filter(({ owner }) => owner === key).map(({ work, arguments: given }) => ({ work, given }));
}

/** With another name for the file. */
function plain(facts: FileFacts, name: string): unknown {
  return JSON.parse(JSON.stringify(facts).replaceAll(facts.file, name));
}
