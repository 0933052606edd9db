/**
 * A program is run, every file of it is fixed, and it is run again: what it prints and how it ends must be the same.
 * Headers in its main file: `// rewrites: N`, how many calls are rewritten in all files together;
 * `// stderr differs: why`. A line that ends in `// stays: why` is still reported afterwards.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Fix } from "../../src/core/findings";
import { analyzerOf, findingsOf, problemsOf, rewriteOf } from "./analysis";
import {
  applyEdits,
  copyFixture,
  filesUnder,
  FIXTURES,
  inTemporaryFolder,
  isSource,
  linkDependencies,
} from "./fixtures";
import { linesThatStay, reportedLines } from "./leftOver";
import { header } from "./markers";
import { run, type Run } from "./programs";
import { typeErrors } from "./types";

/** `fixture`: a folder with `main.{mjs,cjs,js,ts,mts,cts}`, relative to test-fixtures. */
export async function checkExecuted(fixture: string): Promise<void> {
  const before = await inTemporaryFolder(async (folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    linkDependencies(folder);
    assert.deepEqual(typeErrorsOf(folder), [], "the fixture itself has type errors");
    return run(mainOf(folder), folder);
  });
  await inTemporaryFolder(async (folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    linkDependencies(folder);
    const main = readFileSync(mainOf(folder), "utf8");
    const rewritten = fixEverything(folder);
    const trace = (): string =>
      filesUnder(folder)
        .filter(isSource)
        .map((file) => readFileSync(file, "utf8"))
        .join("\n");
    assert.equal(`${rewritten} rewrites`, `${header(main, "rewrites") ?? "no"} rewrites`);
    assert.deepEqual(typeErrorsOf(folder), [], `new type errors in\n${trace()}`);
    const after = await run(mainOf(folder), folder);
    const compared = (one: Run): Run => (header(main, "stderr differs") === undefined ? one : { ...one, stderr: "" });
    assert.deepEqual(compared(after), compared(before), `another result from\n${trace()}`);
    assert.deepEqual(reportedLines(folder), linesThatStay(folder), `reported after the fix in\n${trace()}`);
  });
}

/**
 * As `checkExecuted` for every single rewrite that is offered, the best and the others: the program with nothing else changed
 * does what it did. Gives the number of rewrites.
 */
export async function checkOffers(fixture: string): Promise<number> {
  const runWith = (fix: Fix | undefined): Promise<readonly [Run, string]> =>
    inTemporaryFolder(async (folder) => {
      copyFixture(resolve(FIXTURES, fixture), folder);
      linkDependencies(folder);
      const main = mainOf(folder);
      const text = applyEdits(readFileSync(main, "utf8"), fix?.edits ?? [], fix?.edits[0]?.file ?? main);
      writeFileSync(main, text);
      return [await run(main, folder), text] as const;
    });
  const offered = await inTemporaryFolder((folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    linkDependencies(folder);
    const { findings } = analyzerOf(folder).report(mainOf(folder));
    return findings.flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "await-twin"));
  });
  const [before] = await runWith(undefined);
  for (const fix of offered) {
    const [after, text] = await runWith(fix);
    assert.deepEqual(after, before, `another result from ${fix.title}\n${text}`);
  }
  return offered.length;
}

/** Applies all fixes, safe or not, to all files on disk; gives the number of calls that had one. */
export function fixEverything(folder: string): number {
  const analyzer = analyzerOf(folder);
  const report = analyzer.checkPaths([folder]);
  assert.deepEqual(problemsOf(report), []);
  for (const { file } of report.files) {
    const edits = analyzer.fixAll(file, { unsafe: true });
    writeFileSync(file, applyEdits(readFileSync(file, "utf8"), edits, file));
  }
  return findingsOf(report).filter(({ finding }) => rewriteOf(finding) !== undefined).length;
}

function mainOf(folder: string): string {
  const main = filesUnder(folder).find((file) => /^main\.[cm]?[jt]s$/.test(relative(folder, file)));
  assert.ok(main, "the fixture has no main file");
  return main;
}

function typeErrorsOf(folder: string): readonly string[] {
  const files = filesUnder(folder).filter((file) => /\.[cm]?tsx?$/.test(file));
  return files.length === 0 ? [] : typeErrors(files, folder);
}
