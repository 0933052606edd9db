import assert from "node:assert/strict";
import { test } from "node:test";
import { fileLabels } from "../src/core/fileLabels";

function labels(...files: readonly string[]): readonly (string | undefined)[] {
  const found = fileLabels(files);
  return files.map((file) => found.get(file));
}

test("a file is its name, unless another one has the same", () => {
  assert.deepEqual(labels("/w/a/config.ts"), ["config.ts"]);
  assert.deepEqual(labels("/w/a/config.ts", "/w/a/config.ts"), ["config.ts", "config.ts"]);
  assert.deepEqual(labels("/w/a/config.ts", "/w/b/config.ts", "/w/b/json.ts"), [
    "a/config.ts",
    "b/config.ts",
    "json.ts",
  ]);
});

test("as many folders as are needed, each file for itself", () => {
  assert.deepEqual(labels("/w/a/lib/x.py", "/w/b/lib/x.py", "/w/c/x.py"), ["a/lib/x.py", "b/lib/x.py", "c/x.py"]);
  assert.deepEqual(labels("/x.py", "/w/x.py"), ["x.py", "w/x.py"]);
});

test("files that stand for their folder are named with it", () => {
  assert.deepEqual(labels("/w/util/index.ts", "/w/pkg/__init__.py"), ["util/index.ts", "pkg/__init__.py"]);
  assert.deepEqual(labels("/index.js"), ["index.js"]);
  assert.deepEqual(labels("/w/a/util/index.ts", "/w/b/util/index.ts"), ["a/util/index.ts", "b/util/index.ts"]);
});

test("paths of Windows", () => {
  assert.deepEqual(labels("c:\\w\\a\\x.ts", "c:\\w\\b\\x.ts"), ["a/x.ts", "b/x.ts"]);
});
