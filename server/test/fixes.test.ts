import { describe, test } from "node:test";
import { checkFix, checkNoFix } from "./check";
import { fixturesIn } from "./support/fixtures";

describe("fixes: the text before becomes the text after", () => {
  for (const name of fixturesIn("typescript/fixes", (entry) => entry.includes(".before."))) {
    test(name.replace(".before", ""), () =>
      checkFix(`typescript/fixes/${name}`, `typescript/fixes/${name.replace(".before.", ".after.")}`),
    );
  }
});

describe("no fix: none is offered and the message says why", () => {
  for (const name of fixturesIn("typescript/no-fix")) {
    test(name, () => checkNoFix(`typescript/no-fix/${name}`));
  }
});
