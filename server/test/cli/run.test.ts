import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { version } from "../../../package.json";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";
import { BLOCKING, CLEAN, fakeAnalyzer, runIn, statsOf } from "./support";

const CLI = resolve(__dirname, "../../src/cli.ts");
const NODE = ["--import", resolve(__dirname, "../../../node_modules/tsx/dist/loader.mjs"), CLI];

test("help, version and wrong usage", () =>
  inTemporaryFolder((folder) => {
    assert.match(runIn(folder, ["--help"]).stdout, /^Finds calls/);
    assert.deepEqual(runIn(folder, ["--version"]), { status: 0, stdout: "1.2.3\n", stderr: "" });
    const wrong = runIn(folder, ["check", "--fromat", "json"]);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ""]);
    assert.equal(wrong.stderr, "unblock: there is no option --fromat. Did you mean --format?\nSee unblock --help.\n");
    assert.equal(runIn(folder, []).status, 2);
  }));

test("0 clean, 1 findings", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "clean.js": CLEAN, "blocking.js": BLOCKING });
    assert.equal(runIn(folder, ["check", "clean.js"]).status, 0);
    assert.equal(runIn(folder, ["check"]).status, 1);
    assert.equal(runIn(folder, ["check", "--min-severity", "error"]).status, 0);
  }));

test("2: a path that isn't there, though the others are checked", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "blocking.js": BLOCKING });
    const { status, stdout } = runIn(folder, ["check", "none.js", "blocking.js"]);
    assert.equal(status, 2);
    assert.match(stdout, /blocking-call/);
    assert.match(stdout, /note: none\.js: Not analysed: there is no such file or folder/);
  }));

test("2: a configuration that is broken or misspelled never looks clean", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "clean.js": CLEAN, "broken/unblock.json": "{", "misspelled/unblock.json": '{\n  "igonre": []\n}' });
    put(folder, { "broken/a.js": CLEAN, "misspelled/a.js": CLEAN });
    const broken = runIn(folder, ["check", "broken"]);
    assert.equal(broken.status, 2);
    assert.match(
      broken.stdout,
      /error: broken\/unblock\.json:1:2: unblock\.json can't be read as JSON: close brace expected/,
    );
    const misspelled = runIn(folder, ["check", "misspelled"]);
    assert.equal(misspelled.status, 2);
    assert.match(
      misspelled.stdout,
      /error: misspelled\/unblock\.json:2:3: Unknown key "igonre"\. Did you mean "ignore"\?/,
    );
    assert.equal(runIn(folder, ["check", "clean.js"]).status, 0);
    assert.equal(runIn(folder, ["check", "clean.js", "--config", "broken/unblock.json"]).status, 2);
    const none = runIn(folder, ["check", "--config", "none.json"]);
    assert.deepEqual(
      [none.status, none.stderr.split("\n")[0]],
      [2, "unblock: there is no configuration file none.json."],
    );
  }));

test("--config holds for everything", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": BLOCKING, "unblock.json": "{}", "ci.json": '{ "severity": { "milliseconds": "off" } }' });
    assert.equal(runIn(folder, ["check"]).status, 1);
    assert.equal(runIn(folder, ["check", "--config", "ci.json"]).status, 0);
  }));

test("3: an error inside is told with its place, and so is one in a single file", () =>
  inTemporaryFolder((folder) => {
    const throws = fakeAnalyzer({
      checkPaths: () => {
        throw new Error("a hole");
      },
    });
    const { status, stdout, stderr } = runIn(folder, ["check"], { analyzer: throws });
    assert.deepEqual([status, stdout], [3, ""]);
    assert.match(stderr, /^unblock: an error inside unblock 1\.2\.3.*\nError: a hole\n {4}at /);
    const problem = { file: join(folder, "a.js"), kind: "internal", message: "A hole." } as const;
    const stats = statsOf(1, 1, 1);
    const tells = fakeAnalyzer({ checkPaths: () => ({ files: [], problems: [problem], skipped: [], stats }) });
    assert.equal(runIn(folder, ["check"], { analyzer: tells }).status, 3);
  }));

test("nothing to check is said", () =>
  inTemporaryFolder((folder) => {
    const { status, stdout, stderr } = runIn(folder, ["check"]);
    assert.match(stdout, /^Nothing was checked\.\n/);
    assert.deepEqual([status, stderr], [0, "unblock: there is nothing to check under ..\n"]);
  }));

test("files that can't be analysed: a line for each, columns right in the others, no crash", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "syntax.js": `${BLOCKING}async function (\n`,
      "five-megabytes.js": "f(1);".repeat(1_000_000),
      "minified.js": "f(1);".repeat(20_000),
      "binary.js": Uint8Array.from([0, 1, 2]),
      "good.js": BLOCKING,
    });
    symlinkSync("nowhere.js", join(folder, "broken-link.js"));
    symlinkSync("loop.js", join(folder, "loop.js"));
    symlinkSync(".", join(folder, "circle"));
    const { status, stdout } = runIn(folder, ["check"]);
    assert.equal(status, 1);
    for (const line of [
      /^note: binary\.js: Not analysed: binary/m,
      /^note: broken-link\.js: Not analysed: there is no such file/m,
      /^note: five-megabytes\.js: Not analysed: 5\.0 MB/m,
      /^note: minified\.js: Not analysed: minified/m,
      /^note: syntax\.js:6:\d+: Syntax error: .* Analysed as far as it can be read/m,
      /^note: circle: Not followed/m,
      /^note: loop\.js: Not followed/m,
      /^ {2}3:10 {2}warning/m,
    ]) {
      assert.match(stdout, line);
    }
    assert.equal(stdout.match(/^note:/gm)?.length, 7);
  }));

test("as a process: status, version, and a reader that goes away", () =>
  inTemporaryFolder(async (folder) => {
    put(folder, { "a.js": BLOCKING });
    const result = spawnSync(process.execPath, [...NODE, "check"], { cwd: folder, encoding: "utf8" });
    assert.deepEqual([result.status, result.stderr], [1, ""]);
    assert.match(result.stdout, /^a\.js\n {2}3:10/);
    const told = spawnSync(process.execPath, [...NODE, "--version"], { cwd: folder, encoding: "utf8" });
    assert.equal(told.stdout, `${version}\n`);

    // More than a pipe holds, so that the writer notices.
    put(folder, { "many.js": `const fs = require("fs");\nasync () => {\n${"fs.readFileSync(1);\n".repeat(3000)}}\n` });
    const child = spawn(process.execPath, [...NODE, "check", "--quiet"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.once("data", () => child.stdout.destroy());
    const [status] = (await once(child, "close")) as [number | null];
    assert.deepEqual([status, stderr], [1, ""]);

    // And all of it arrives at one that stays.
    const whole = spawnSync(process.execPath, [...NODE, "check", "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    assert.equal((JSON.parse(whole.stdout) as { findings: unknown[] }).findings.length, 3001);
  }));
