import { describe, test } from "node:test";
import { checkChains } from "./check";
import { fixturesIn } from "./support/fixtures";

for (const language of ["typescript", "python"]) {
  describe(`chains in ${language}: what is marked is reported with its chain, and nothing else`, () => {
    for (const name of fixturesIn(`chains/${language}`)) {
      test(name, () => checkChains(`chains/${language}/${name}`));
    }
  });
}
