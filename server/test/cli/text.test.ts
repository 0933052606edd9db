import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createProgress } from "../../src/adapters/cli/progress";
import { wantsColour } from "../../src/adapters/cli/style";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";
import { BLOCKING, CLEAN, fakeAnalyzer, finding, runIn, statsOf } from "./support";

test("findings by file with their lines, what wasn't analysed, and the sums", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ".git/HEAD": "",
      ".gitignore": "dist\n",
      "dist/a.js": BLOCKING,
      "node_modules/p/a.js": BLOCKING,
      "src/a.js": BLOCKING,
      "src/b.js": CLEAN,
      "src/image.js": Uint8Array.from([0, 1, 2]),
    });
    symlinkSync("..", join(folder, "src", "up"));
    const { status, stdout, stderr } = runIn(folder, ["check"]);
    assert.equal(status, 1);
    assert.equal(stderr, "");
    const lines = stdout.replace(/[\d.]+ m?s\.$/m, "# ms.").split("\n");
    assert.equal(lines[0], "src/a.js");
    assert.match(lines[1] ?? "", /^ {2}3:10 {2}warning {2}`fs\.readFileSync` blocks .* {2}blocking-call$/);
    assert.equal(lines[2], '        return fs.readFileSync("data.json");');
    assert.equal(lines[3], "               ^^^^^^^^^^^^^^^");
    const rest = lines.slice(4).filter((line) => !line.includes("can be fixed"));
    assert.deepEqual(rest, [
      "",
      "note: src/image.js: Not analysed: binary, or text that is not UTF-8.",
      "note: src/up: Not followed: this link leads back to itself.",
      "",
      "1 finding in 1 file.",
      "Checked 3 files (1 parsed) in # ms.",
      "Left out: 1 by .gitignore (dist); 1 as dependencies (node_modules).",
      "",
    ]);
  }));

test("nothing found", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": CLEAN });
    const { status, stdout } = runIn(folder, ["check"]);
    assert.equal(status, 0);
    assert.equal(stdout.replace(/[\d.]+ m?s\.$/m, "# ms."), "No findings.\nChecked 1 file (0 parsed) in # ms.\n");
    assert.deepEqual(runIn(folder, ["check", "--quiet"]), { status: 0, stdout: "", stderr: "" });
  }));

test("what is below the asked severity is counted and fails nothing", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": "f()" });
    const file = join(folder, "a.js");
    const analyzer = fakeAnalyzer({
      checkPaths: () => ({
        files: [{ file, text: "f()", findings: [finding(file, 0, 1, { severity: "hint" })], problems: [] }],
        problems: [],
        skipped: [],
        stats: statsOf(1, 1, 1500),
      }),
    });
    const silent = runIn(folder, ["check"], { analyzer });
    assert.equal(silent.status, 0);
    assert.equal(
      silent.stdout,
      "No findings.\n1 finding of lower severity not shown: --min-severity hint\nChecked 1 file (1 parsed) in 1.5 s.\n",
    );
    const shown = runIn(folder, ["check", "--min-severity", "hint", "--quiet"], { analyzer });
    assert.deepEqual(shown, { status: 1, stdout: "a.js\n  1:1  hint     It blocks.  blocking-call\n", stderr: "" });
    assert.equal(runIn(folder, ["check", "--min-severity", "information"], { analyzer }).status, 0);
  }));

test("many files with the same problem share a line, others don't", () =>
  inTemporaryFolder((folder) => {
    const binary = Uint8Array.from([0]);
    const names = ["a", "b", "c", "d", "e"];
    put(folder, Object.fromEntries(names.map((name) => [`${name}.js`, binary])));
    const notes = () => runIn(folder, ["check", "--quiet"]).stdout;
    assert.equal(notes(), "note: a.js, b.js, c.js and 2 more: Not analysed: binary, or text that is not UTF-8.\n");
    put(folder, { "a.js": "", "b.js": "", "x/unblock.json": "{", "x/a.js": "" });
    assert.equal(notes().match(/^note: \w\.js: /gm)?.length, 3);
    assert.equal(notes().match(/^error: x\/unblock\.json:1:2: /gm)?.length, 1);
  }));

test("what can be fixed is told apart from what wants a look", () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.js");
    const fix = (kind: "await-twin" | "suppress-line", safe: boolean) => ({ kind, title: "x", safe, edits: [] });
    const findings = [
      finding(file, 0, 1, { fixes: [fix("await-twin", true)] }),
      finding(file, 1, 2, { fixes: [fix("await-twin", false)] }),
      finding(file, 2, 3, { fixes: [fix("suppress-line", true)] }),
      finding(file, 2, 3),
    ];
    const analyzer = fakeAnalyzer({
      checkPaths: () => ({
        files: [{ file, text: "f()", findings, problems: [] }],
        problems: [],
        skipped: [],
        stats: statsOf(1, 1, 1),
      }),
    });
    const { stdout } = runIn(folder, ["check"], { analyzer });
    assert.match(
      stdout,
      /\n1 can be fixed: unblock check --fix\n1 more can be fixed and then want a look: unblock check --unsafe-fixes\n/,
    );
  }));

test("colours for a terminal, unless somebody says otherwise; a file's own escape sequences never", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a\u001B[31m.js": BLOCKING.replace("data", "\u001B[31mdata") });
    const plain = runIn(folder, ["check"]).stdout;
    assert.ok(!plain.includes("\u001B"));
    assert.match(plain, /^a·\[31m\.js\n/);
    const coloured = runIn(folder, ["check"], { isTerminal: true }).stdout;
    assert.ok(coloured.includes("\u001B[33mwarning\u001B[39m"));
    assert.ok(!coloured.includes("\u001B[31mdata"));
    assert.equal(coloured.replace(/\u001B\[\d+m/g, "").replace(/\d+ ms/, ""), plain.replace(/\d+ ms/, ""));
    assert.deepEqual(
      [
        wantsColour("auto", {}, true),
        wantsColour("auto", {}, false),
        wantsColour("auto", { NO_COLOR: "1" }, true),
        wantsColour("auto", { NO_COLOR: "" }, true),
        wantsColour("auto", { FORCE_COLOR: "1" }, false),
        wantsColour("auto", { FORCE_COLOR: "0" }, true),
        wantsColour("auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true),
        wantsColour("auto", { TERM: "dumb" }, true),
        wantsColour("always", { NO_COLOR: "1" }, false),
        wantsColour("never", { FORCE_COLOR: "1" }, true),
      ],
      [true, false, false, true, true, false, false, false, true, false],
    );
  }));

test("progress: on a terminal, once the run is long, and gone at the end", () => {
  function written(isTTY: boolean, times: readonly number[]): string {
    let output = "";
    const clock = [...times];
    const progress = createProgress({ isTTY, write: (text) => (output += text) }, () => clock.shift() ?? 0);
    for (let done = 1; done < times.length; done++) progress.update(done, 9);
    progress.end();
    return output;
  }
  assert.equal(written(true, [0, 100, 499]), "");
  assert.equal(written(false, [0, 900, 2000]), "");
  const line = (done: number) => `\r\u001B[KChecking ${done} of 9 files…`;
  assert.equal(written(true, [0, 100, 600, 650, 701]), `${line(2)}${line(4)}\r\u001B[K`);
});
