import assert from "node:assert/strict";
import { test } from "node:test";
import { CatalogueIndex } from "../../src/core/catalogueIndex";
import { handsOn } from "../../src/workspace/handedOn";

const catalogue = new CatalogueIndex([
  {
    module: "disk",
    returns: { "promises.opendir()": "Dir" },
    entries: [
      { path: "readSync", category: "file system", cost: "milliseconds" },
      { path: "Dir#closeSync", category: "file system", cost: "milliseconds" },
    ],
  },
]);

function handsOnDisk(text: string): boolean {
  const module = catalogue.module("disk");
  assert.ok(module);
  return handsOn(catalogue, module, text, text.indexOf('"disk"'));
}

test("a module that leaves the file, whole or in part, is handed on", () => {
  for (const text of [
    'import disk from "disk"; export default disk;',
    'import * as disk from "disk"; export const tools = { disk };',
    'import disk from "disk"; export const open = disk["promises"];',
    'import disk from "disk"; export const { promises } = disk;',
    'import disk from "disk"; export const open = disk.promises.opendir;',
    'import type { Dir } from "disk"; export class Store { dir?: Dir }',
    'import other, { a /* first */, Dir } from "disk"; export const dir: Dir = other.x;',
    'export * from "disk";',
    'const disk = require("disk"); module.exports = disk;',
  ]) {
    assert.equal(handsOnDisk(text), true, text);
  }
});

test("what leads to nothing that blocks isn't", () => {
  for (const text of [
    'import disk from "disk"; disk.promises.opendir("a");',
    'import disk from "disk"; export const read = () => disk.promises.readFile("a");',
    'import disk, { type Stats } from "disk"; export function size(stats: Stats) { return stats.size; }',
    'import { readFile } from "disk"; export { readFile };',
  ]) {
    assert.equal(handsOnDisk(text), false, text);
  }
});
