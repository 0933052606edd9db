/**
 * The questions that tests ask of fixtures, one helper a question. A fixture is a small program that says itself what
 * is expected of it (support/markers.ts); what is reported and not expected fails like what is expected and not reported.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Finding } from "../src/core/findings";
import { analyse, analyzerOf, findingsOf, problemsOf, rewriteOf } from "./support/analysis";
import { applyEdits, copyFixture, FIXTURES, inTemporaryFolder, slashed } from "./support/fixtures";
import { writeProject } from "./python/support";
import { labelsOf } from "./support/labels";
import { header, lineAndColumn, type MarkedText } from "./support/markers";

/**
 * Every marker `code api [severity] [chain]` of the fixture (a file or a folder, relative to test-fixtures) is a finding at
 * exactly these columns, and nothing else is found. A finding over several lines is marked on its first. The chain is told
 * as in support/labels.ts.
 */
export async function checkFindings(fixture: string): Promise<void> {
  await withFixture(fixture, (folder, sources) => {
    const report = analyse(folder);
    assert.deepEqual(problemsOf(report), []);
    const expected = expectations(folder, sources);
    assert.deepEqual(
      rowsOf(
        folder,
        sources,
        expected,
        findingsOf(report).map(({ finding }) => finding),
      ),
      expected,
    );
  });
}

/**
 * As `checkFindings`, for a program of several files; every marker of a chain names the whole chain. An editor that opens
 * one file alone finds the same there.
 */
export async function checkChains(fixture: string): Promise<void> {
  await checkFindings(fixture);
  await withFixture(fixture, (folder, sources) => {
    const expected = expectations(folder, sources);
    const unnamed = expected.filter((row) => row.includes(" blocking-chain ") && !row.includes(" via "));
    assert.deepEqual(unnamed, [], "these markers don't name their chain");
    const found = [...sources].flatMap(([file, { text }]) => {
      const analyzer = analyzerOf(folder);
      analyzer.open(file, text);
      return analyzer.report(file).findings;
    });
    assert.deepEqual(rowsOf(folder, sources, expected, found), expected);
  });
}

/**
 * `name.before.ext` becomes `name.after.ext`, character by character. The header `// apply:` of the fixture chooses how:
 * `all` (the default): every first fix together; `safe`: the safe ones together; `each`: one finding at a time, analysed
 * again after each. With `// engines:` the project has that range for Node.js. With `// executor:`, `// declares:`
 * and `// python:` it has such settings and such a pyproject.toml. With `// title:` some fix has these words in its title. Applied once more, nothing changes.
 */
export async function checkFix(before: string, after: string): Promise<void> {
  await inTemporaryFolder((folder) => {
    const text = readFileSync(resolve(FIXTURES, before), "utf8");
    const wanted = readFileSync(resolve(FIXTURES, after), "utf8");
    const file = join(folder, basename(before).replace(".before.", "."));
    writeFileSync(file, text);
    const engines = header(text, "engines");
    if (engines !== undefined) {
      writeFileSync(join(folder, "package.json"), JSON.stringify({ engines: { node: engines } }));
    }
    writeProject(folder, text);
    const mode = header(text, "apply") ?? "all";
    assert.match(mode, /^(?:all|safe|each)$/);
    const fix = (current: string): string =>
      mode === "each" ? oneAtATime(folder, file, current) : together(folder, file, current, mode === "all");
    const title = header(text, "title") ?? "";
    const titles = analyzerOf(folder)
      .report(file)
      .findings.map((finding) => rewriteOf(finding)?.title ?? "");
    assert.ok(
      titles.some((one) => one.includes(title)),
      `no title has "${title}": ${titles.join("; ")}`,
    );
    const fixed = fix(text);
    assert.notEqual(fixed, text, "nothing was rewritten");
    assert.equal(fixed, wanted);
    writeFileSync(file, fixed);
    assert.equal(fix(fixed), fixed, "a second run changes the text again");
  });
}

/** Every marker `no-fix: reason` is a finding without a rewrite whose message holds the reason, and nothing else is found. */
export async function checkNoFix(fixture: string): Promise<void> {
  await withFixture(fixture, (folder, sources) => {
    const report = analyse(folder);
    assert.deepEqual(problemsOf(report), []);
    const reasons = new Map(expectations(folder, sources).map((row) => splitAt(row, " no-fix: ")));
    const found = findingsOf(report).map(({ finding }) => {
      const at = place(folder, finding, sources);
      const reason = reasons.get(at) ?? "";
      if (rewriteOf(finding) !== undefined) return `${at} has a rewrite: ${rewriteOf(finding)?.title ?? ""}`;
      return finding.message.toLowerCase().includes(reason.toLowerCase())
        ? `${at} ${reason}`
        : `${at} ${finding.message}`;
    });
    assert.deepEqual(found.sort(), [...reasons].map(([at, reason]) => `${at} ${reason}`).sort());
  });
}

/** `file:line:start-end label` for every finding, sorted; the label says as much as the expected one does. */
function rowsOf(
  folder: string,
  sources: ReadonlyMap<string, MarkedText>,
  expected: readonly string[],
  findings: readonly Finding[],
): readonly string[] {
  const rows = findings.map((finding) => {
    const labels = labelsOf(folder, finding).map((label) => `${place(folder, finding, sources)} ${label}`);
    return labels.find((label) => expected.includes(label)) ?? labels[0] ?? "";
  });
  return rows.sort();
}

async function withFixture(
  fixture: string,
  use: (folder: string, sources: ReadonlyMap<string, MarkedText>) => void,
): Promise<void> {
  await inTemporaryFolder((folder) => use(folder, copyFixture(resolve(FIXTURES, fixture), folder)));
}

/** `file:line:start-end label` for every marker, with the fixture's own line numbers, sorted. */
function expectations(folder: string, sources: ReadonlyMap<string, MarkedText>): string[] {
  const rows = [...sources].flatMap(([file, source]) =>
    source.markers.map(
      ({ line, start, end, label }) =>
        `${slashed(relative(folder, file))}:${source.fixtureLine(line)}:${start + 1}-${end + 1} ${label}`,
    ),
  );
  assert.equal(new Set(rows).size, rows.length, "the same marker stands twice");
  return rows.sort();
}

function place(folder: string, finding: Finding, sources: ReadonlyMap<string, MarkedText>): string {
  const source = sources.get(finding.file);
  assert.ok(source, `${finding.file} is not part of the fixture`);
  const { line, column } = lineAndColumn(source.text, finding.span.start);
  const endOfLine = source.text.indexOf("\n", finding.span.start);
  const end = endOfLine === -1 ? finding.span.end : Math.min(finding.span.end, endOfLine);
  const columns = `${column + 1}-${column + 1 + end - finding.span.start}`;
  return `${slashed(relative(folder, finding.file))}:${source.fixtureLine(line)}:${columns}`;
}

function together(folder: string, file: string, text: string, unsafe: boolean): string {
  return applyEdits(text, analyzerOf(folder).fixAll(file, { unsafe }), file);
}

function oneAtATime(folder: string, file: string, text: string): string {
  const analyzer = analyzerOf(folder);
  let current = text;
  for (let round = 0; round < 100; round++) {
    analyzer.open(file, current);
    const fix = analyzer
      .report(file)
      .findings.map(rewriteOf)
      .find((rewrite) => rewrite !== undefined);
    if (fix === undefined) return current;
    current = applyEdits(current, fix.edits, file);
  }
  throw new Error("fixes of single findings never come to an end");
}

function splitAt(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  assert.notEqual(index, -1, `${text} has no ${separator.trim()}`);
  return [text.slice(0, index), text.slice(index + separator.length)];
}
