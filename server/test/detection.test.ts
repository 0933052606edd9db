import { describe, test } from "node:test";
import { checkFindings } from "./check";
import { fixturesIn } from "./support/fixtures";

describe("detection: what is marked is reported, and nothing else", () => {
  for (const name of fixturesIn("typescript/detection")) {
    test(name, () => checkFindings(`typescript/detection/${name}`));
  }
});
