import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ProblemKind } from "../../src/core/facts";
import { createHost } from "../../src/workspace/host";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "./support";

const host = createHost();

function textOf(file: string): string {
  const read = host.read(file);
  assert.ok("text" in read, JSON.stringify(read));
  return read.text;
}

function refuses(file: string, kind: ProblemKind, message: RegExp): void {
  const read = host.read(file);
  assert.ok("problem" in read, "it was read");
  assert.equal(read.problem.file, file);
  assert.equal(read.problem.kind, kind);
  assert.match(read.problem.message, message);
}

test("text comes as it is: byte order mark, line ends, surrogate pairs", () =>
  inTemporaryFolder((folder) => {
    const text = "\uFEFFa\r\n😀\r\u2028";
    put(folder, { "a.js": text, "empty.js": "" });
    assert.equal(textOf(join(folder, "a.js")), text);
    assert.equal(textOf(join(folder, "empty.js")), "");
  }));

test("binary files and other encodings are refused", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "image.js": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      "utf16.js": Buffer.from("\uFEFFvar a = 1;", "utf16le"),
      "latin1.js": Buffer.from("// café", "latin1"),
      "late.js": Buffer.concat([Buffer.alloc(8192, 32), Buffer.from([0])]),
    });
    refuses(join(folder, "image.js"), "binary", /binary/);
    refuses(join(folder, "utf16.js"), "binary", /not UTF-8/);
    refuses(join(folder, "latin1.js"), "binary", /not valid UTF-8; save it as UTF-8/);
    // A NUL far inside is a character of a text, as Git sees it too.
    assert.equal(textOf(join(folder, "late.js")).length, 8193);
  }));

test("minified and very large files are refused, long data isn't", () =>
  inTemporaryFolder((folder) => {
    const statement = "f(1);";
    put(folder, {
      "five-megabytes.js": statement.repeat(1_000_000),
      "many-lines.js": `${statement}\n`.repeat(400_000),
      "bundle.js": statement.repeat(20_000),
      "small.js": statement.repeat(2_000),
      "long.js": `${statement}\n`.repeat(20_000),
      "lib.min.js": statement,
      "data.json": `[${"1,".repeat(60_000)}1]`,
    });
    refuses(join(folder, "five-megabytes.js"), "too-large", /5\.0 MB, more than 2 MB/);
    refuses(join(folder, "many-lines.js"), "too-large", /2\.4 MB/);
    refuses(join(folder, "bundle.js"), "minified", /minified/);
    refuses(join(folder, "lib.min.js"), "minified", /its name/);
    assert.equal(textOf(join(folder, "small.js")).length, 10_000);
    assert.equal(textOf(join(folder, "long.js")).length, 120_000);
    assert.equal(textOf(join(folder, "data.json")).length, 120_003);
  }));

test("what is no readable file is refused with the reason", () =>
  inTemporaryFolder((folder) => {
    mkdirSync(join(folder, "folder.js"));
    symlinkSync("nowhere.js", join(folder, "broken.js"));
    symlinkSync("self.js", join(folder, "self.js"));
    execFileSync("mkfifo", [join(folder, "pipe.js")]);
    put(folder, { "file.js": "" });
    refuses(join(folder, "folder.js"), "unreadable", /a folder, not a file/);
    refuses(join(folder, "broken.js"), "unreadable", /no such file.*symbolic link/);
    refuses(join(folder, "self.js"), "unreadable", /leads back to itself/);
    refuses(join(folder, "pipe.js"), "unreadable", /a pipe/);
    refuses(join(folder, "file.js", "x.js"), "unreadable", /a file, not a folder/);
    refuses(join(folder, "n".repeat(300)), "unreadable", /too long/);
    refuses(join(folder, "nul\0.js"), "unreadable", /null bytes/);
  }));

test("isFile", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": "" });
    symlinkSync("a.js", join(folder, "link.js"));
    symlinkSync("self.js", join(folder, "self.js"));
    const names = [".", "a.js", "link.js", "self.js", "none.js", "a.js/b.js", "nul\0.js"];
    assert.deepEqual(
      names.filter((name) => host.isFile(`${folder}/${name}`)),
      ["a.js", "link.js"],
    );
  }));
