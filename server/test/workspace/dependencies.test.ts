/** Installed packages: followed when the settings say so, as far as a budget goes, and read again after an installation. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DEPENDENCY_BUDGET } from "../../src/workspace/dependencies";
import { analyse, analyzerOf, findingsOf } from "../support/analysis";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "./support";

const FOLLOW = { "unblock.json": '{ "dependencies": "follow" }', "package.json": '{ "name": "app", "private": true }' };
const MAIN = 'import { load } from "kit";\nexport async function main() {\n  load();\n}\n';
const BLOCKING = 'import * as fs from "node:fs";\nexport function load() {\n  fs.readFileSync("x");\n}\n';
const QUIET = "export function load() {}\n";
const KIT = { "node_modules/kit/package.json": '{ "name": "kit", "exports": "./index.js" }' };

function messages(folder: string): readonly string[] {
  return findingsOf(analyse(folder)).map(({ finding }) => finding.message);
}

test("nothing is followed unless the settings say so", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...KIT, "main.js": MAIN, "node_modules/kit/index.js": BLOCKING });
    assert.deepEqual(messages(folder), []);
    put(folder, FOLLOW);
    assert.deepEqual(messages(folder), [
      "`load` blocks the event loop for milliseconds: it calls `fs.readFileSync` (kit/index.js:3).",
    ]);
    assert.deepEqual(analyse(folder).stats.dependencies, {
      packages: 1,
      files: 1,
      characters: BLOCKING.length,
      bundles: 0,
      cut: 0,
    });
  }));

test("tests and scripts aren't followed from", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...FOLLOW, ...KIT, "main.test.js": MAIN, "node_modules/kit/index.js": BLOCKING });
    assert.deepEqual(messages(folder), []);
  }));

test("where the budget ends, the report says so", () =>
  inTemporaryFolder((folder) => {
    const last = DEPENDENCY_BUDGET.filesOfPackage + 1;
    const link = (index: number): string =>
      `import { load as next } from "./${String(index + 1)}.js";\nexport function load() {\n  next();\n}\n`;
    const files = Array.from({ length: last }, (_, index) => [`node_modules/kit/${String(index)}.js`, link(index)]);
    put(folder, {
      ...FOLLOW,
      "main.js": MAIN,
      "node_modules/kit/package.json": '{ "name": "kit", "exports": "./0.js" }',
      ...(Object.fromEntries(files) as Record<string, string>),
      [`node_modules/kit/${String(last)}.js`]: BLOCKING,
    });
    const { problems, stats, files: reports } = analyse(folder);
    assert.deepEqual(reports, []);
    assert.deepEqual(
      problems.map(({ file, kind }) => ({ file, kind })),
      [{ file: join(folder, "node_modules/kit"), kind: "budget" }],
    );
    assert.deepEqual([stats.dependencies.files, stats.dependencies.cut], [DEPENDENCY_BUDGET.filesOfPackage, 1]);
  }));

test("after an installation packages are read again", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...FOLLOW, ...KIT, "main.js": MAIN, "node_modules/kit/index.js": QUIET });
    const analyzer = analyzerOf(folder);
    const main = join(folder, "main.js");
    const found = (): number => analyzer.report(main).findings.length;
    assert.equal(found(), 0);
    writeFileSync(join(folder, "node_modules/kit/index.js"), BLOCKING);
    assert.equal(found(), 0, "nobody has told of it");
    analyzer.changedOnDisk(join(folder, "package-lock.json"));
    assert.equal(found(), 1);
    put(folder, {
      "node_modules/kit/package.json": '{ "name": "kit", "exports": "./other.js" }',
      "node_modules/kit/other.js": QUIET,
    });
    analyzer.changedOnDisk(join(folder, "node_modules/.package-lock.json"));
    assert.equal(found(), 0);
  }));

test("a file of a package that an editor has open counts with its text, and has no findings of its own", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...FOLLOW, ...KIT, "main.js": MAIN, "node_modules/kit/index.js": QUIET });
    const analyzer = analyzerOf(folder);
    const [main, kit] = [join(folder, "main.js"), join(folder, "node_modules/kit/index.js")];
    assert.equal(analyzer.report(main).findings.length, 0);
    analyzer.open(kit, `${BLOCKING}export async function own() {\n  load();\n}\n`);
    assert.equal(analyzer.report(main).findings.length, 1);
    assert.deepEqual(analyzer.report(kit).findings, []);
    analyzer.close(kit);
    assert.equal(analyzer.report(main).findings.length, 0);
  }));

test("fixes never touch a package; in Python its call can go to a thread, for the reader to judge", () =>
  inTemporaryFolder((folder) => {
    const site = ".venv/lib/python3.12/site-packages";
    put(folder, {
      ...FOLLOW,
      ...KIT,
      "main.js": MAIN,
      "node_modules/kit/index.js": BLOCKING,
      "main.py": "import kit\n\n\nasync def main():\n    kit.load()\n",
      ".venv/pyvenv.cfg": "home = /usr/bin",
      [`${site}/kit.py`]: "import time\n\n\ndef load():\n    time.sleep(1)\n",
    });
    const analyzer = analyzerOf(folder);
    const fixesIn = (name: string): ReturnType<typeof analyzer.chainFixes> => {
      const file = join(folder, name);
      const [finding] = analyzer.report(file).findings;
      return analyzer.chainFixes(file, finding?.span.start ?? -1);
    };
    const reason = "Not made async because it belongs to the installed package `kit`";
    const script = fixesIn("main.js");
    assert.deepEqual(script.fixes, []);
    assert.ok(script.refused.some((refused) => refused.reason.startsWith(reason)));
    const python = fixesIn("main.py");
    assert.ok(python.refused.some((refused) => refused.reason.startsWith(reason)));
    assert.ok(python.fixes.length > 0);
    for (const { safe, title, edits } of python.fixes) {
      assert.equal(safe, false);
      assert.match(title, /nobody knows all that `load` does/);
      assert.ok(edits.every(({ file }) => file === join(folder, "main.py")));
    }
  }));
