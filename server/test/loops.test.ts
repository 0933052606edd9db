import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyzerOf } from "./support/analysis";
import { applyEdits, FIXTURES, fixturesIn, inTemporaryFolder } from "./support/fixtures";
import { checkFreed } from "./support/loops";
import { header } from "./support/markers";
import { checkWorkers, runsOf } from "./support/workers";
import { typeErrors } from "./support/types";

describe("executed: a loop that gives control back does what it did", () => {
  for (const name of fixturesIn("loops/breathe")) {
    test(name, () => checkBreathing(name));
  }
});

describe("executed: what goes to a worker does there what it did", () => {
  for (const name of fixturesIn("loops/extract")) {
    for (const run of runsOf(name)) test(`${name}: ${run}`, () => checkWorkers(name, run));
  }
});

test("refused: each fix that isn't offered says why", async () => {
  await inTemporaryFolder((folder) => {
    const file = join(folder, "cases.mjs");
    cpSync(join(FIXTURES, "loops", "refused", "cases.mjs"), file);
    writeFileSync(join(folder, "package.json"), "{}");
    const analyzer = analyzerOf(folder);
    const { text, findings } = analyzer.report(file);
    const lines = text.split("\n");
    const expected = lines.filter((line) => /^ *\/\/ (?:yield|worker): /.test(line)).length;
    let met = 0;
    for (const { message, fixes, span } of findings) {
      const { fixes: asked, refused } = analyzer.chainFixes(file, span.start);
      for (let line = text.slice(0, span.start).split("\n").length - 2; ; line--) {
        const [, kind, reason = ""] = /^ *\/\/ (yield|worker): (.*)$/.exec(lines[line] ?? "") ?? [];
        if (kind === undefined) break;
        met++;
        const offered = kind === "yield" ? fixes : asked;
        assert.ok(
          !offered.some((fix) => fix.kind === (kind === "yield" ? "yield" : "extract")),
          `${reason} is offered`,
        );
        const said = kind === "yield" ? message : refused.map((one) => one.reason).join("\n");
        assert.ok(said.includes(reason), `${said}\ndoesn't say: ${reason}`);
      }
    }
    assert.equal(met, expected);
  });
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
