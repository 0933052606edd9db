import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { applyEdits } from "../../src/adapters/cli/applyEdits";
import { unifiedDiff, writeRewrites } from "../../src/adapters/cli/fix";
import type { Edit, FileReport } from "../../src/core/findings";
import type { Analyzer } from "../../src/workspace/types";
import { replaceFile } from "../../src/workspace/write";
import { inTemporaryFolder } from "../support/fixtures";
import { put, unprivileged } from "../workspace/support";
import { BLOCKING, fakeAnalyzer, finding, runIn, statsOf } from "./support";

function edit(start: number, end: number, text: string): Edit {
  return { file: "a.js", span: { start, end }, text };
}

test("edits are applied by place, insertions at one place in their order", () => {
  assert.equal(applyEdits("abc", []), "abc");
  assert.equal(applyEdits("abc", [edit(2, 3, "C"), edit(0, 1, "A")]), "AbC");
  assert.equal(applyEdits("abc", [edit(1, 1, "1"), edit(1, 1, "2"), edit(1, 2, "B")]), "a12Bc");
});

test("line breaks come in the file's style, and a byte order mark stays first", () => {
  assert.equal(applyEdits("a\r\nb", [edit(0, 0, "x\ny\r\n")]), "x\r\ny\r\na\r\nb");
  assert.equal(applyEdits("a\nb", [edit(0, 0, "x\r\n")]), "x\na\nb");
  assert.equal(applyEdits("\uFEFFa", [edit(0, 0, "x\n")]), "\uFEFFx\na");
  assert.equal(applyEdits("\uFEFFa", [edit(0, 2, "b")]), "\uFEFFb");
});

/** Holds one file; each round takes one `x` out of it, or does what `next` says. */
function rounds(
  file: string,
  text: string,
  next = (now: string) => now.replace("x", ""),
): Analyzer & { opened: number } {
  let now = text;
  const report = (): FileReport => ({
    file,
    text: now,
    findings: Array.from(now.matchAll(/x/g), ({ index }) => finding(file, index, index + 1)),
    problems: now.includes("{{") ? [{ file, kind: "syntax", message: "{{" }] : [],
  });
  const analyzer = {
    opened: 0,
    ...fakeAnalyzer({
      checkPaths: () => ({
        files: [report()],
        problems: [],
        skipped: [],
        stats: statsOf(1, 1, 1),
      }),
      report,
      open: (_file, opened) => {
        now = opened;
        analyzer.opened++;
      },
      close: () => (now = readFileSync(file, "utf8")),
      fixAll: () =>
        now.includes("x") ? [{ file, span: { start: 0, end: now.length }, text: next(now).replace("\uFEFF", "") }] : [],
    }),
  };
  return analyzer;
}

test("--fix goes on until nothing is left, then writes once", () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.js");
    put(folder, { "a.js": "\uFEFFax\r\nbx\r\n" });
    const result = runIn(folder, ["check", "--fix"], { analyzer: rounds(file, "\uFEFFax\r\nbx\r\n") });
    assert.equal(readFileSync(file, "utf8"), "\uFEFFa\r\nb\r\n");
    assert.equal(result.status, 0);
    assert.match(result.stdout, /^Rewrote 2 calls in 1 file\.\nNo findings are left\.\n/);
    assert.deepEqual(readdirSync(folder), ["a.js"]);
  }));

test("fixes that make way for each other end", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": "x" });
    const analyzer = rounds(join(folder, "a.js"), "x", (now) => `${now} `);
    runIn(folder, ["check", "--fix"], { analyzer });
    assert.equal(analyzer.opened, 10);
  }));

test("a rewrite that breaks the file is dropped and told", () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.js");
    put(folder, { "a.js": "x" });
    const { status, stdout } = runIn(folder, ["check", "--fix"], { analyzer: rounds(file, "x", () => "{{") });
    assert.equal(readFileSync(file, "utf8"), "x");
    assert.equal(status, 3);
    assert.match(stdout, /error: a\.js: Not rewritten: the rewritten file would not parse/);
  }));

test("with another format the number of rewrites goes to stderr", () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.js");
    put(folder, { "a.js": "xx" });
    const { stdout, stderr } = runIn(folder, ["check", "--fix", "--format", "json"], { analyzer: rounds(file, "xx") });
    assert.deepEqual((JSON.parse(stdout) as { findings: unknown }).findings, []);
    assert.equal(stderr, "Rewrote 2 calls in 1 file.\n");
  }));

test("a file that changed in the meantime is left alone", () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.js");
    put(folder, { "a.js": "somebody else's" });
    const { status, stdout } = runIn(folder, ["check", "--fix"], { analyzer: rounds(file, "x") });
    assert.equal(readFileSync(file, "utf8"), "somebody else's");
    assert.equal(status, 2);
    assert.match(stdout, /a\.js: Not rewritten: it changed in the meantime; run again\./);
  }));

test("a file keeps its mode, a link stays a link, and nothing is left beside them", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "real/a.js": "1" });
    const real = join(folder, "real", "a.js");
    const link = join(folder, "link.js");
    chmodSync(real, 0o751);
    symlinkSync("real/a.js", link);
    assert.equal(replaceFile(link, "1", "2\uFEFF😀\r\n"), undefined);
    assert.equal(readFileSync(real, "utf8"), "2\uFEFF😀\r\n");
    assert.equal(statSync(real).mode & 0o777, 0o751);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual(readdirSync(join(folder, "real")), ["a.js"]);
  }));

test("a file that can't be written stays as it is, with a problem", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "closed/a.js": "1" });
    const file = join(folder, "closed", "a.js");
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0o555);
    const problem = unprivileged(() => replaceFile(file, "1", "2"));
    chmodSync(join(folder, "closed"), 0o755);
    assert.match(problem?.message ?? "", /^Not rewritten: no permission/);
    assert.equal(readFileSync(file, "utf8"), "1");
    assert.deepEqual(readdirSync(join(folder, "closed")), ["a.js"]);
    assert.match(
      replaceFile(join(folder, "none.js"), "1", "2")?.message ?? "",
      /^Not rewritten: there is no such file/,
    );
  }));

test("--diff writes nothing and prints a patch that git applies: CRLF, byte order mark, no line break at the end", () =>
  inTemporaryFolder((folder) => {
    for (const before of ["1\n2\n3\nax\n5\n", "\uFEFFax\r\nb\r\n", "a\nbx", "x\n"]) {
      const file = join(folder, "a b.js");
      writeFileSync(file, before);
      const { status, stdout, stderr } = runIn(folder, ["check", "--diff"], { analyzer: rounds(file, before) });
      assert.equal(readFileSync(file, "utf8"), before);
      assert.equal(status, 1);
      assert.equal(stderr, "1 call in 1 file would be rewritten.\n");
      execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: stdout });
      assert.equal(readFileSync(file, "utf8"), before.replace("x", ""));
    }
  }));

test("a patch reads like one", () => {
  const patch = unifiedDiff("src/a.js", { file: "", before: "a\nb\n", after: "a\nc\n", calls: 1 });
  assert.equal(patch, "--- a/src/a.js\n+++ b/src/a.js\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
});

test("the real thing: fixed, then quiet", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": BLOCKING, "b.mjs": `\uFEFF${BLOCKING.replaceAll("\n", "\r\n")}` });
    const patch = runIn(folder, ["check", "--diff"]);
    assert.equal(patch.status, 1);
    assert.match(
      patch.stdout,
      /^-  return fs\.readFileSync\("data\.json"\);\n\+  return await fs\.promises\.readFile\("data\.json"\);$/m,
    );
    assert.equal(readFileSync(join(folder, "a.js"), "utf8"), BLOCKING);
    const { status, stdout } = runIn(folder, ["check", "--fix"]);
    assert.match(stdout, /^Rewrote 2 calls in 2 files\.\nNo findings are left\.\n/);
    assert.equal(status, 0);
    const fixed = BLOCKING.replace("fs.readFileSync", "await fs.promises.readFile");
    assert.equal(readFileSync(join(folder, "a.js"), "utf8"), fixed);
    assert.equal(readFileSync(join(folder, "b.mjs"), "utf8"), `\uFEFF${fixed.replaceAll("\n", "\r\n")}`);
    assert.equal(runIn(folder, ["check", "--diff"]).stdout, "");
  }));

const CHAIN = {
  "package.json": `{ "private": true }`,
  "main.js": `const { load } = require("./load");\nexports.main = async () => load();\n`,
  "load.js": `const fs = require("node:fs");\nexports.load = () => fs.readFileSync("data.json", "utf8");\n`,
};

test("--unsafe-fixes makes the functions of a chain async, in all files", async () => {
  await inTemporaryFolder((folder) => {
    put(folder, CHAIN);
    assert.equal(runIn(folder, ["check", ".", "--fix"]).status, 1);
    assert.equal(readFileSync(join(folder, "main.js"), "utf8"), CHAIN["main.js"]);
    const diff = runIn(folder, ["check", ".", "--diff", "--unsafe-fixes"]);
    assert.match(diff.stderr, /1 call in 2 files would be rewritten/);
    assert.match(diff.stdout, /\+exports\.main = async \(\) => await load\(\);/);
    const fixed = runIn(folder, ["check", ".", "--fix", "--unsafe-fixes"]);
    assert.equal(fixed.status, 0, fixed.stdout);
    const after = readFileSync(join(folder, "load.js"), "utf8");
    assert.match(after, /^exports\.load = async \(\) => await fs\.promises\.readFile\("data\.json", "utf8"\);$/m);
  });
});

test("files of one fix are all written, or none is", async () => {
  await inTemporaryFolder((folder) => {
    put(folder, CHAIN);
    const rewrite = (name: string, before: string) => ({ file: join(folder, name), before, after: "new", calls: 1 });
    const rewrites = [rewrite("load.js", CHAIN["load.js"]), rewrite("main.js", "what it isn't")];
    const { written, problems } = writeRewrites({ rewrites, groups: [rewrites.map(({ file }) => file)] });
    assert.deepEqual(written, []);
    assert.deepEqual(
      problems.map(({ file }) => file),
      [join(folder, "main.js")],
    );
    assert.equal(readFileSync(join(folder, "load.js"), "utf8"), CHAIN["load.js"]);
    assert.equal(writeRewrites({ rewrites, groups: [] }).written.length, 1);
  });
});
