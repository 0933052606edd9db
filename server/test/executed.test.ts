import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkExecuted, checkOffers } from "./support/executed";
import { fixturesIn } from "./support/fixtures";

describe("executed: a fixed program does what it did", { concurrency: 2 }, () => {
  for (const name of fixturesIn("typescript/executed")) {
    test(name, () => checkExecuted(`typescript/executed/${name}`));
  }
});

describe("executed: each rewrite that is offered for an inline callback, alone", { concurrency: 2 }, () => {
  // What is written all at once has no order: the title of such a rewrite says so.
  const isTried = (entry: string): boolean => entry.startsWith("inline-") && entry !== "inline-writes";
  for (const name of fixturesIn("typescript/executed", isTried)) {
    test(name, async () => {
      assert.ok((await checkOffers(`typescript/executed/${name}`)) > 3);
    });
  }
});
