import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import type { FileReport } from "../src/core/findings";
import { analyse, analyzerOf } from "./support/analysis";
import { filesUnder, FIXTURES, fixturesIn, isSource, slashed } from "./support/fixtures";

const FOLDER = "workspaces";

/** What each workspace is known to hold: `file api severity`, or the finding's code where there is no API. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  commonjs: [
    "bin/main.js node:fs.readdirSync warning",
    "lib/index.js graceful-fs.existsSync hint",
    "lib/index.js node:child_process.execFileSync warning",
    "lib/index.js node:child_process.spawnSync warning",
    "lib/index.js graceful-fs.unlinkSync hint",
    "lib/settings.js unused-suppression information",
  ],
  modules: [
    "scripts/clean.js node:fs.rmSync hint",
    "src/index.js node:fs.existsSync information",
    "src/index.js node:fs.statSync information",
    "src/index.js node:fs.readFileSync warning",
    "src/render.js node:fs.readFileSync warning",
    "src/render.js node:fs.readFileSync warning",
    "test/send.test.js node:fs.readFileSync hint",
  ],
  typescript: [
    "src/jobs/start.ts node:sqlite.StatementSync#run warning",
    "src/jobs/start.ts node:fs.existsSync hint",
    "src/jobs/start.ts node:zlib.gunzipSync warning",
    "src/jobs/start.ts node:fs.readFileSync warning",
    "src/jobs/start.ts node:sqlite.DatabaseSync#close hint",
    "src/jobs/start.ts node:sqlite.DatabaseSync#prepare hint",
    "src/jobs/start.ts node:sqlite.new DatabaseSync warning",
  ],
};

describe("workspaces: the same findings however they are asked for", () => {
  for (const name of fixturesIn(FOLDER)) {
    const root = join(FIXTURES, FOLDER, name);
    // What the configuration excludes is analysed only for those who name it; the language server doesn't.
    const sources = filesUnder(root).filter((file) => isSource(file) && !file.includes("generated"));

    test(`${name}: the whole folder, as the command line asks`, () => {
      const rows = analyse(root).files.flatMap(({ file, findings }) =>
        findings.map(
          ({ api, code, severity }) => `${slashed(relative(root, file))} ${api === "" ? code : api} ${severity}`,
        ),
      );
      assert.deepEqual(rows, EXPECTED[name]);
    });

    test(`${name}: one file after the other, each opened and closed, as an editor asks`, () => {
      const analyzer = analyzerOf(root);
      const reports = sources.map((file) => {
        analyzer.open(file, readFileSync(file, "utf8"));
        const report = analyzer.report(file);
        analyzer.close(file);
        return report;
      });
      assert.deepEqual(worthShowing(reports), worthShowing(analyse(root).files));
    });

    test(`${name}: all files open at once, in the other direction`, () => {
      const analyzer = analyzerOf(root);
      for (const file of sources) analyzer.open(file, readFileSync(file, "utf8"));
      const reports = [...sources].reverse().map((file) => analyzer.report(file));
      assert.deepEqual(worthShowing(reports.reverse()), worthShowing(analyse(root).files));
    });

    test(`${name}: single files by their names`, () => {
      const whole = worthShowing(analyse(root).files);
      assert.deepEqual(worthShowing(analyzerOf(root).checkPaths(sources).files), whole);
      const oneByOne = sources.flatMap((file) => analyzerOf(root).checkPaths([file]).files);
      assert.deepEqual(worthShowing(oneByOne), whole);
    });

    test(`${name}: after edits that were taken back`, () => {
      const analyzer = analyzerOf(root);
      const before = analyzer.checkPaths([root]).files;
      for (const file of sources) {
        analyzer.open(file, "export {};\n");
        assert.deepEqual(analyzer.report(file).findings, []);
        for (const other of sources) analyzer.report(other);
        analyzer.close(file);
      }
      assert.deepEqual(analyzer.checkPaths([root]).files, before);
    });
  }

  test("an edit of a file that hands on a function changes what its importers are told", () => {
    const root = join(FIXTURES, FOLDER, "modules");
    const [disk, render] = [join(root, "src/disk.js"), join(root, "src/render.js")];
    const analyzer = analyzerOf(root);
    assert.equal(analyzer.report(render).findings.length, 2);
    analyzer.open(disk, "export { readFile as readText } from 'node:fs/promises';\n");
    assert.deepEqual(analyzer.report(render).findings, []);
    analyzer.open(disk, "export { statSync as readText } from 'node:fs';\n");
    assert.deepEqual(
      analyzer.report(render).findings.map(({ api }) => api),
      ["node:fs.statSync", "node:fs.statSync"],
    );
    analyzer.close(disk);
    assert.deepEqual(
      analyzer.report(render).findings.map(({ api }) => api),
      ["node:fs.readFileSync", "node:fs.readFileSync"],
    );
  });
});

/** Reports with something to show, as plain data: the paths to a file decide nothing. */
function worthShowing(reports: readonly FileReport[]): readonly FileReport[] {
  return reports.filter(({ findings, problems }) => findings.length + problems.length > 0);
}
