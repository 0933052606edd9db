import { describe, test } from "node:test";
import { checkFindings } from "../check";
import { fixturesIn } from "../support/fixtures";

describe("detection in Python: what is marked is reported, and nothing else", () => {
  for (const name of fixturesIn("python/detection")) {
    test(name, () => checkFindings(`python/detection/${name}`));
  }
});
