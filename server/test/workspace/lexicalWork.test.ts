/** What the language finds to be heavy in a function, the index lets pass by the function's text: else no parser would look at it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ts } from "ts-morph";
import { mayCompute } from "../../src/workspace/lexicalWork";
import { typescript } from "../../src/languages/typescript";
import { FIXTURES } from "../support/fixtures";

const files = [
  ...filesOf("typescript/detection", /^loops-.*\.[cm]?[jt]s$/),
  ...filesOf("loops/breathe", /\.[cm]?[jt]s$/),
];

function filesOf(folder: string, pattern: RegExp): readonly string[] {
  const names = readdirSync(join(FIXTURES, folder)).filter((name) => pattern.test(name));
  return names.map((name) => join(folder, name));
}

describe("index: what computes", () => {
  assert.ok(files.length > 8);
  for (const name of files) {
    test(name, () => {
      const text = readFileSync(join(FIXTURES, name), "utf8");
      const { statements } = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
      const signs = typescript.facts(name, text).calls.filter(({ work }) => work?.sign !== undefined);
      const [computing, others] = [true, false].map((computes) =>
        statements
          .filter(({ pos, end }) => computes === signs.some(({ span }) => span.start >= pos && span.end <= end))
          .filter((statement) => computes || ts.isVariableStatement(statement))
          .map(({ pos, end }) => text.slice(pos, end)),
      );
      assert.ok(computing !== undefined && others !== undefined);
      // With the names of the module and something asynchronous, as a file has them.
      const [alone, around] = ["", others.join("")].map((names) => `async () => 0;\n${names}`);
      assert.ok(alone !== undefined && around !== undefined);
      const missed = computing.filter(
        (statement) => !mayCompute(alone + statement) && (mayCompute(around) || !mayCompute(around + statement)),
      );
      assert.deepEqual(missed, []);
    });
  }
});
