import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyzerOf } from "./support/analysis";
import { applyEdits, FIXTURES, fixturesIn, inTemporaryFolder } from "./support/fixtures";
import { checkFreed } from "./support/loops";
import { header } from "./support/markers";
import { typeErrors } from "./support/types";

describe("executed: a loop that gives control back does what it did", () => {
  for (const name of fixturesIn("loops/breathe")) {
    test(name, () => checkBreathing(name));
  }
});

async function checkBreathing(name: string): Promise<void> {
  const before = join(FIXTURES, "loops", "breathe", name);
  await inTemporaryFolder(async (folder) => {
    const after = join(folder, name);
    cpSync(before, after);
    const analyzer = analyzerOf(folder);
    const { text, findings } = analyzer.report(after);
    const rewrites = findings.filter(({ fixes }) => fixes[0]?.kind === "yield").length;
    assert.equal(
      rewrites,
      Number(header(text, "rewrites")),
      JSON.stringify(
        findings.map(({ message }) => message),
        null,
        1,
      ),
    );
    const fixed = applyEdits(text, analyzer.fixAll(after, { unsafe: true }), after);
    writeFileSync(after, fixed);
    assert.deepEqual(
      analyzerOf(folder)
        .report(after)
        .findings.map(({ message }) => message),
      [],
      fixed,
    );
    if (name.endsWith(".ts")) assert.deepEqual(typeErrors([after], folder), [], fixed);
    await checkFreed(before, after, () => fixed);
  });
}
