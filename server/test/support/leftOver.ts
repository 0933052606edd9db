/** What is still reported of a program after its fixes, and what it says itself stays. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { analyse, findingsOf, problemsOf } from "./analysis";
import { filesUnder, isSource, slashed } from "./fixtures";
import { lineAndColumn } from "./markers";

/** `file: line's text` for every finding, each line once. */
export function reportedLines(folder: string): readonly string[] {
  const report = analyse(folder);
  assert.deepEqual(problemsOf(report), []);
  const lines = findingsOf(report).map(({ report: { file, text }, finding }) => {
    const { line } = lineAndColumn(text, finding.span.start);
    return `${slashed(relative(folder, file))}: ${(text.split("\n")[line] ?? "").trim()}`;
  });
  return [...new Set(lines)].sort();
}

/** The lines that end in a comment `stays: why`, in the same form. */
export function linesThatStay(folder: string): readonly string[] {
  return filesUnder(folder)
    .filter(isSource)
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /(\/\/|#) stays: /.test(line))
        .map((line) => `${slashed(relative(folder, file))}: ${line.trim()}`),
    )
    .sort();
}
