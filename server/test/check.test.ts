import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkFindings, checkFix, checkNoFix } from "./check";
import { checkExecuted } from "./support/executed";
import { inTemporaryFolder } from "./support/fixtures";
import { header, readMarkers } from "./support/markers";

const CODE = "import fs from 'node:fs';\nexport const load = async () => fs.readFileSync('a');\n";
const FIXED = CODE.replace("fs.readFileSync('a')", "await fs.promises.readFile('a')");
const CARETS = `//${" ".repeat(30)}${"^".repeat(15)}`;

async function withFiles(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await use(folder);
  });
}

const fails = (check: () => Promise<void>): Promise<void> => assert.rejects(check, assert.AssertionError);

describe("the helpers of the fixtures fail when they should", () => {
  test("checkFindings: what is marked and found passes", () =>
    withFiles({ "a.mjs": `${CODE}${CARETS} blocking-call node:fs.readFileSync warning\n` }, checkFindings));

  test("checkFindings: markers of Python", () =>
    withFiles(
      { "a.py": "import time\nasync def f():\n  time.sleep(1)\n #^^^^^^^^^^ blocking-call time.sleep warning\n" },
      async (folder) => {
        await checkFindings(folder);
        writeFileSync(join(folder, "a.py"), "import time\nasync def f():\n  time.sleep(1)\n");
        await fails(() => checkFindings(folder));
      },
    ));

  const wrong = {
    "an unmarked finding": CODE,
    "a marker without a finding": "export {};\n//<^^^^^^ blocking-call node:fs.readFileSync\n",
    "another column": `${CODE} ${CARETS} blocking-call node:fs.readFileSync\n`,
    "another severity": `${CODE}${CARETS} blocking-call node:fs.readFileSync hint\n`,
    "another API": `${CODE}${CARETS} blocking-call node:fs.readSync\n`,
    "a file with a problem": `${CODE}${CARETS} blocking-call node:fs.readFileSync\nexport const = 1;\n`,
  };
  for (const [name, text] of Object.entries(wrong)) {
    test(`checkFindings: ${name} fails`, () =>
      withFiles({ "a.mjs": text }, (folder) => fails(() => checkFindings(folder))));
  }

  test("checkFix: the right text passes, another or an unchanged one fails", () =>
    withFiles({ "a.before.mjs": CODE, "a.after.mjs": FIXED, "b.mjs": `${FIXED}\n` }, async (folder) => {
      await checkFix(join(folder, "a.before.mjs"), join(folder, "a.after.mjs"));
      await fails(() => checkFix(join(folder, "a.before.mjs"), join(folder, "b.mjs")));
      await fails(() => checkFix(join(folder, "a.before.mjs"), join(folder, "a.before.mjs")));
      await fails(() => checkFix(join(folder, "a.after.mjs"), join(folder, "a.after.mjs")));
    }));

  test("checkNoFix: a finding with a rewrite, and one without its reason, fail", async () => {
    await withFiles({ "a.mjs": `${CODE}${CARETS} no-fix: because\n` }, (folder) => fails(() => checkNoFix(folder)));
    const callback = "import fs from 'node:fs';\nexport const f = async (a) => a.sort(() => fs.rmSync('b'));\n";
    const carets = `//${" ".repeat(41)}${"^".repeat(9)}`;
    await withFiles({ "a.mjs": `${callback}${carets} no-fix: callback\n` }, checkNoFix);
    await withFiles({ "a.mjs": `${callback}${carets} no-fix: moon\n` }, (folder) => fails(() => checkNoFix(folder)));
    await withFiles({ "a.mjs": callback }, (folder) => fails(() => checkNoFix(folder)));
  });

  const program =
    "import fs from 'node:fs';\nconst load = async () => fs.readFileSync('main.mjs').length > 0;\nconsole.log(await load());\n";
  const reads =
    "import fs from 'node:fs';\nconst load = async () => fs.readFileSync('main.mjs', 'utf8');\nconsole.log(await load());\n";
  test("checkExecuted: the same result passes; another number of rewrites, output or finding fails", async () => {
    await withFiles({ "main.mjs": `// rewrites: 1\n${program}` }, checkExecuted);
    await withFiles({ "main.mjs": `// rewrites: 2\n${program}` }, (folder) => fails(() => checkExecuted(folder)));
    // It prints its own source, which the rewrite changes.
    await withFiles({ "main.mjs": `// rewrites: 1\n${reads}` }, (folder) => fails(() => checkExecuted(folder)));
    const stays = "export const f = async (a) => a.sort(() => fs.rmSync('b'));";
    await withFiles({ "main.mjs": `// rewrites: 1\n${program}${stays} // stays: callback\n` }, checkExecuted);
    await withFiles({ "main.mjs": `// rewrites: 1\n${program}${stays}\n` }, (folder) =>
      fails(() => checkExecuted(folder)),
    );
    await withFiles({ "main.mjs": `// rewrites: 1\n${program}1; // stays: nothing\n` }, (folder) =>
      fails(() => checkExecuted(folder)),
    );
    const typed = 'import fs from "node:fs";\nconst size: number = fs.statSync(".");\nconsole.log(size);\n';
    await withFiles({ "main.mts": typed }, (folder) => fails(() => checkExecuted(folder)));
  });
});

test("markers are taken out of the text and know their line and columns", () => {
  const marked = readMarkers("a\n//<^ one\n  //^^ two\nbc\n//  ^^^ three\n// ^ no caret line of its own? yes\n");
  assert.equal(marked.text, "a\nbc\n");
  assert.deepEqual(marked.markers, [
    { line: 0, start: 0, end: 1, label: "one" },
    { line: 0, start: 4, end: 6, label: "two" },
    { line: 1, start: 4, end: 7, label: "three" },
    { line: 1, start: 3, end: 4, label: "no caret line of its own? yes" },
  ]);
  assert.equal(marked.fixtureLine(1), 4);
  assert.deepEqual(readMarkers("a = b\n#<^ one\n#   ^ two\n  #<^ three\n# ^\n").markers, [
    { line: 0, start: 0, end: 1, label: "one" },
    { line: 0, start: 4, end: 5, label: "two" },
    { line: 0, start: 2, end: 3, label: "three" },
  ]);
  assert.throws(() => readMarkers("//^ above everything"));
  assert.equal(header("// a\n  // rewrites: 7 \n", "rewrites"), "7");
  assert.equal(header("# rewrites: 7\nx = 1\n", "rewrites"), "7");
  assert.equal(header("rewrites: 7", "rewrites"), undefined);
});
