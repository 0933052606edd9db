import assert from "node:assert/strict";
import { load } from "./load.mjs";
import { test } from "./runner.mjs";

if (process.argv.includes("--test")) {
  const { it } = await import("node:test");
  it("loads", () => {
    assert.equal(load("main.txt"), "four");
  });
}

test(async () => assert.equal(load("main.txt"), "four"));
