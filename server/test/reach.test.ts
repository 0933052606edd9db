/**
 * The command line parses only what can lead to something that blocks, as names tell. In a fixture one call brings a file in for all others: here
 * each is left alone, the names of the others made unknown, and has to be found by both ways into the engine.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Finding } from "../src/core/findings";
import { analyse, analyzerOf, findingsOf } from "./support/analysis";
import { copyFixture, FIXTURES, inTemporaryFolder } from "./support/fixtures";

const NAMES = /[\w$]+/g;

for (const language of ["typescript", "python"]) {
  describe(`reach in ${language}: a call alone in its file is found`, () => {
    for (const name of readdirSync(join(FIXTURES, "chains", language))) {
      test(name, async () => {
        await inTemporaryFolder((folder) => {
          copyFixture(join(FIXTURES, "chains", language, name), folder);
          const found = findingsOf(analyse(folder)).map(({ finding }) => finding);
          const missed = found.filter((finding) => isMissedAlone(folder, finding, found));
          assert.deepEqual(
            missed.map(({ message }) => message),
            [],
          );
        });
      });
    }
  });
}

/** An editor that opens the file finds it, when the names of the other findings are unknown, and the command line doesn't. */
function isMissedAlone(folder: string, finding: Finding, all: readonly Finding[]): boolean {
  const { file, span } = finding;
  const text = readFileSync(file, "utf8");
  const kept = new Set(text.slice(span.start, span.end).match(NAMES));
  const others = new Set(
    all
      .filter((other) => other.file === file)
      .flatMap((other) => text.slice(other.span.start, other.span.end).match(NAMES) ?? [])
      .filter((name) => !kept.has(name)),
  );
  const alone = text.replace(NAMES, (name) => (others.has(name) ? "_".repeat(name.length) : name));
  writeFileSync(file, alone);
  try {
    const isSame = (other: Finding): boolean => other.file === file && other.span.start === span.start;
    const analyzer = analyzerOf(folder);
    analyzer.open(file, alone);
    const isThere = analyzer.report(file).findings.some(isSame);
    return isThere && !findingsOf(analyse(folder)).some((found) => isSame(found.finding));
  } finally {
    writeFileSync(file, text);
  }
}
