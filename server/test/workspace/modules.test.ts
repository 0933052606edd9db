import assert from "node:assert/strict";
import { test } from "node:test";
import { files as filesOf, resolverOf } from "./moduleFiles";

function resolve(specifier: string, ...files: readonly string[]): string | undefined {
  return resolverOf(filesOf({}, ...files)).resolve("/p/src/main.ts", specifier)?.file;
}

test("the file itself, and what its name is compiled from", () => {
  assert.equal(resolve("./a.js", "/p/src/a.js"), "/p/src/a.js");
  assert.equal(resolve("./a.js", "/p/src/a.ts"), "/p/src/a.ts");
  assert.equal(resolve("./a.js", "/p/src/a.tsx"), "/p/src/a.tsx");
  assert.equal(resolve("./a.mjs", "/p/src/a.mts"), "/p/src/a.mts");
  assert.equal(resolve("./a.cjs", "/p/src/a.cts"), "/p/src/a.cts");
  assert.equal(resolve("./a.jsx", "/p/src/a.tsx"), "/p/src/a.tsx");
  assert.equal(resolve("./a.js", "/p/src/a.js", "/p/src/a.ts"), "/p/src/a.js");
  assert.equal(resolve("../lib/a.ts", "/p/lib/a.ts"), "/p/lib/a.ts");
  assert.equal(resolve("/abs/a.js", "/abs/a.js"), "/abs/a.js");
});

test("without an extension: sources before what is compiled from them, files before folders", () => {
  assert.equal(resolve("./a", "/p/src/a.js", "/p/src/a.ts"), "/p/src/a.ts");
  assert.equal(resolve("./a", "/p/src/a.cjs"), "/p/src/a.cjs");
  assert.equal(resolve("./a.service", "/p/src/a.service.ts"), "/p/src/a.service.ts");
  assert.equal(resolve("./a", "/p/src/a/index.ts", "/p/src/a.js"), "/p/src/a.js");
  assert.equal(resolve("./a", "/p/src/a/index.ts"), "/p/src/a/index.ts");
});

test("folders", () => {
  assert.equal(resolve(".", "/p/src/index.js", "/p/src.js"), "/p/src/index.js");
  assert.equal(resolve("..", "/p/index.js", "/p.js"), "/p/index.js");
  assert.equal(resolve("./a/", "/p/src/a/index.js", "/p/src/a.js"), "/p/src/a/index.js");
});

test("packages, built-in modules, data and what isn't there", () => {
  assert.equal(resolve("fs", "/p/src/fs", "/p/src/fs.js", "/fs"), undefined);
  assert.equal(resolve("node:fs", "/p/src/node:fs"), undefined);
  assert.equal(resolve("@scope/a", "/p/src/@scope/a.js"), undefined);
  assert.equal(resolve(".hidden", "/p/src/.hidden.js"), undefined);
  assert.equal(resolve("./data.json", "/p/src/data.json"), undefined);
  assert.equal(resolve("./none", "/p/src/some.js"), undefined);
});
