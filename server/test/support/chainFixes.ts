/**
 * Programs of several files whose chains are fixed. Headers in a program's main file: `fix: WORDS`, which of the fixes
 * is meant, by words of its title; `fixes: N`, how many findings have it; `engines:` for Node.js. A line that ends in
 * `stays: why` is still reported afterwards.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Edit, Finding, Fix } from "../../src/core/findings";
import type { ChainFixes, WorkspaceReport } from "../../src/workspace/types";
import { runPython } from "../python/support";
import { analyzerOf, findingsOf, problemsOf } from "./analysis";
import { applyEdits, copyFixture, filesUnder, FIXTURES, inTemporaryFolder, isSource, slashed } from "./fixtures";
import { linesThatStay, reportedLines } from "./leftOver";
import { header, lineAndColumn, type MarkedText } from "./markers";
import { run, type Run } from "./programs";
import { typeErrors } from "./types";

/** Fixed, a program prints the same and ends the same, has no type error, and nothing is reported any more. */
export async function checkChainProgram(fixture: string): Promise<void> {
  const before = await inTemporaryFolder((folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    assert.deepEqual(typeErrorsOf(folder), [], "the fixture itself has type errors");
    return runMain(folder);
  });
  await inTemporaryFolder(async (folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    const main = readFileSync(mainOf(folder), "utf8");
    const applied = applyOneByOne(folder, header(main, "fix") ?? "");
    const trace = traceOf(folder);
    assert.equal(`${applied.length} fixes`, `${header(main, "fixes") ?? "no"} fixes`, trace);
    const title = header(main, "title");
    if (title !== undefined) assert.deepEqual(applied.slice(0, 1), [title]);
    assert.deepEqual(typeErrorsOf(folder), [], `new type errors in\n${trace}`);
    const after = await runMain(folder);
    assert.deepEqual(after, before, `another result from\n${trace}`);
    assert.deepEqual(reportedLines(folder), linesThatStay(folder), `reported after the fix in\n${trace}`);
  });
}

/** Every marker `no WORDS: reason` is a chain whose fix of that title is refused for that reason; no other chain is found. */
export async function checkRefusedChains(fixture: string): Promise<void> {
  await inTemporaryFolder((folder) => {
    const sources = copyFixture(resolve(FIXTURES, fixture), folder);
    const analyzer = analyzerOf(folder);
    const report = analyzer.checkPaths([folder]);
    assert.deepEqual(problemsOf(report), []);
    const expected = [...sources].flatMap(([file, source]) =>
      source.markers.map((marker) => ({
        at: `${slashed(relative(folder, file))}:${source.fixtureLine(marker.line)}`,
        label: marker.label,
      })),
    );
    const found = chainsOf(report).map((finding) => ({
      at: placeOf(folder, finding, sources),
      offered: analyzer.chainFixes(finding.file, finding.span.start),
    }));
    const places = (list: readonly { readonly at: string }[]): readonly string[] =>
      [...new Set(list.map(({ at }) => at))].sort();
    assert.deepEqual(places(found), places(expected));
    for (const { at, label } of expected) {
      for (const { offered } of found.filter((one) => one.at === at))
        assert.equal(refusal(label, offered), label, `${at}: ${JSON.stringify(offered)}`);
    }
  });
}

/** The label itself if what it says is true, else what is. */
function refusal(label: string, { fixes, refused }: ChainFixes): string {
  const [, words = "", reason = ""] = /^no ([^:]+): (.+)$/.exec(label) ?? [];
  const fix = fixes.find(({ title }) => title.includes(words));
  if (fix !== undefined) return `offered: ${fix.title}`;
  const found = refused.filter(({ title }) => title.includes(words));
  return found.some((one) => one.reason.includes(reason)) ? label : `refused: ${JSON.stringify(found)}`;
}

function chainsOf(report: WorkspaceReport): Finding[] {
  return findingsOf(report).flatMap(({ finding }) => (finding.code === "blocking-chain" ? [finding] : []));
}

/** Applies the fix with these words to one finding after the other, analysed anew each time; gives the titles. */
export function applyOneByOne(folder: string, words: string): readonly string[] {
  const titles: string[] = [];
  for (let round = 0; round < 50; round++) {
    const analyzer = analyzerOf(folder);
    const report = analyzer.checkPaths([folder]);
    assert.deepEqual(problemsOf(report), [], traceOf(folder));
    let fix: Fix | undefined;
    // The main file's come first: what happens doesn't depend on the names of files.
    const chains = chainsOf(report).sort(
      (a, b) => Number(b.file === mainOf(folder)) - Number(a.file === mainOf(folder)),
    );
    for (const finding of chains) {
      fix ??= analyzer.chainFixes(finding.file, finding.span.start).fixes.find(({ title }) => title.includes(words));
    }
    if (fix === undefined) return titles;
    titles.push(fix.title);
    applyToDisk(fix.edits);
  }
  throw new Error("fixes of chains never come to an end");
}

/** Edits of any number of files. */
export function applyToDisk(edits: readonly Edit[]): void {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const own = edits.filter((edit) => edit.file === file);
    writeFileSync(file, applyEdits(readFileSync(file, "utf8"), own, file));
  }
}

function mainOf(folder: string): string {
  const main = filesUnder(folder).find((file) => /^main\.(py|[cm]?[jt]s)$/.test(relative(folder, file)));
  assert.ok(main, "the fixture has no main file");
  return main;
}

async function runMain(folder: string): Promise<Run> {
  const main = mainOf(folder);
  const { exitCode, stdout, stderr } = main.endsWith(".py") ? await runPython(main, folder) : await run(main, folder);
  // A traceback shows the lines of the program, which are others now; what was raised is its last line.
  return {
    exitCode,
    stdout,
    stderr: stderr.includes("Traceback") ? (stderr.trimEnd().split("\n").at(-1) ?? "") : stderr,
  };
}

function typeErrorsOf(folder: string): readonly string[] {
  const files = filesUnder(folder).filter((file) => /\.[cm]?tsx?$/.test(file));
  return files.length === 0 ? [] : typeErrors(files, folder);
}

function traceOf(folder: string): string {
  const files = filesUnder(folder).filter(isSource);
  return files.map((file) => `=== ${relative(folder, file)}\n${readFileSync(file, "utf8")}`).join("\n");
}

function placeOf(folder: string, { file, span }: Finding, sources: ReadonlyMap<string, MarkedText>): string {
  const source = sources.get(file);
  assert.ok(source, `${file} is not part of the fixture`);
  const { line } = lineAndColumn(source.text, span.start);
  return `${slashed(relative(folder, file))}:${source.fixtureLine(line)}`;
}
