/** What manifests say of the versions that a project supports. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ProjectReader } from "../../src/workspace/project";
import type { ReadResult } from "../../src/workspace/types";

/** A reader over these files; everything else doesn't exist. */
function readerOf(files: Readonly<Record<string, string>>): ProjectReader {
  return new ProjectReader({
    isFile: (file) => file in files,
    isProject: () => false,
    discover: () => ({ files: [], skipped: [], problems: [] }),
    read: (file): ReadResult => ({ text: files[file] ?? "" }),
  });
}

test("the lowest Node.js that engines allow, from the nearest manifest that says so", () => {
  const reader = readerOf({
    "/app/package.json": `{ "engines": { "node": ">=22.3 <25" } }`,
    "/app/packages/a/package.json": `{ "name": "a" }`,
    "/other/package.json": "{ not JSON",
  });
  assert.equal(reader.nodeMajor("/app/packages/a/index.js"), 22);
  assert.equal(reader.nodeMajor("/other/index.js"), 20);
});

test("the lowest Python 3 that a project allows", () => {
  const reader = readerOf({
    "/app/pyproject.toml": `[project]\nname = "app"\nrequires-python = ">=3.8,<3.13"\n`,
    "/poetry/pyproject.toml": `[tool.poetry.dependencies]\npython = "^3.11"\n`,
    "/silent/pyproject.toml": `[tool.black]\nline-length = 100\n`,
  });
  assert.equal(reader.pythonMinor("/app/src/main.py"), 8);
  assert.equal(reader.pythonMinor("/poetry/main.py"), 11);
  assert.equal(reader.pythonMinor("/silent/main.py"), 9);
});
