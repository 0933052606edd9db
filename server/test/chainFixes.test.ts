import { describe, test } from "node:test";
import { checkChainProgram, checkRefusedChains } from "./support/chainFixes";
import { fixturesIn } from "./support/fixtures";

describe("executed: a program whose chains are fixed does what it did", { concurrency: 2 }, () => {
  for (const language of ["javascript", "typescript", "python"]) {
    for (const name of fixturesIn(`chains-fixes/${language}`)) {
      test(`${language}: ${name}`, () => checkChainProgram(`chains-fixes/${language}/${name}`));
    }
  }
});

describe("refused: a fix of a chain isn't offered, and says why", () => {
  for (const name of fixturesIn("chains-fixes/refused")) {
    test(name, () => checkRefusedChains(`chains-fixes/refused/${name}`));
  }
});
