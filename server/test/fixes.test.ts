import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkFix, checkNoFix } from "./check";
import { checkRewritesAlone, checkRewritesTogether, checkSuppressions } from "./support/everywhere";
import { fixturesIn } from "./support/fixtures";

describe("fixes: the text before becomes the text after", () => {
  for (const name of fixturesIn("typescript/fixes", (entry) => entry.includes(".before."))) {
    test(name.replace(".before", ""), () =>
      checkFix(`typescript/fixes/${name}`, `typescript/fixes/${name.replace(".before.", ".after.")}`),
    );
  }
});

describe("no fix: none is offered and the message says why", () => {
  for (const name of fixturesIn("typescript/no-fix")) {
    test(name, () => checkNoFix(`typescript/no-fix/${name}`));
  }
});

describe("every fix of every fixture", () => {
  const paths = (folder: string): readonly string[] =>
    fixturesIn(`typescript/${folder}`).map((name) => `typescript/${folder}/${name}`);
  const small = [...paths("detection"), ...paths("no-fix")];

  for (const fixture of [...small, ...paths("executed")]) {
    test(`together, and the safe ones only: ${fixture}`, () => checkRewritesTogether(fixture));
  }
  for (const fixture of small) {
    test(`suppressions: ${fixture}`, () => checkSuppressions(fixture));
  }
  test("each alone", async () => {
    let count = 0;
    for (const fixture of small) count += await checkRewritesAlone(fixture);
    assert.ok(count > 150, `only ${count} fixes were tried`);
  });
});
