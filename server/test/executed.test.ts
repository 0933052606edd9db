import { describe, test } from "node:test";
import { checkExecuted } from "./support/executed";
import { fixturesIn } from "./support/fixtures";

describe("executed: a fixed program does what it did", { concurrency: 2 }, () => {
  for (const name of fixturesIn("typescript/executed")) {
    test(name, () => checkExecuted(`typescript/executed/${name}`));
  }
});
