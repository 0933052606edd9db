import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkFix, checkNoFix } from "../check";
import { analyzerOf, findingsOf, problemsOf, rewriteOf } from "../support/analysis";
import { applyEdits, fixturesIn, inTemporaryFolder } from "../support/fixtures";
import { header, lineAndColumn } from "../support/markers";
import { pythonInterpreter, PYTHON_FIXES, runPython, type PythonRun } from "./support";

/** Before a fix the loop of a measured program stands still for at least so many milliseconds; afterwards for less. */
const STALL = 180;

describe("fixes of Python: the text before becomes the text after", () => {
  for (const name of fixturesIn("python/fixes/text", (entry) => entry.includes(".before."))) {
    const before = `python/fixes/text/${name}`;
    test(name.replace(".before", ""), () => checkFix(before, before.replace(".before.", ".after.")));
  }
});

describe("no fix in Python: none is offered and the message says why", () => {
  for (const name of fixturesIn("python/fixes/no-fix")) {
    test(name, () => checkNoFix(`python/fixes/no-fix/${name}`));
  }
});

const programs = fixturesIn("python/fixes/executed", (name) => name !== "support.py");

describe("executed: a fixed Python program does what it did, and its loop goes on", { concurrency: 2 }, () => {
  for (const name of programs) test(name, () => checkProgram(name));
});

describe("executed: each other fix by itself", { concurrency: 2 }, () => {
  for (const name of programs) test(name, () => checkEachAlone(name));
});

/** All first fixes together: same output, same end, nothing reported but lines that end in `# stays: why`. */
async function checkProgram(name: string): Promise<void> {
  const before = await runCopy(name, (text) => text);
  let fixed = "";
  const after = await runCopy(name, (text, file, folder) => {
    const analyzer = analyzerOf(folder);
    const report = analyzer.checkPaths([file]);
    assert.deepEqual(problemsOf(report), []);
    const rewritten = findingsOf(report).filter(({ finding }) => rewriteOf(finding) !== undefined).length;
    assert.equal(`${String(rewritten)} rewrites`, `${header(text, "rewrites") ?? "no"} rewrites`);
    fixed = applyEdits(text, analyzer.fixAll(file, { unsafe: true }), file);
    return fixed;
  });
  assert.deepEqual(outcomeOf(after), outcomeOf(before), `another result from\n${fixed}`);
  const stays = fixed.split("\n").filter((line) => line.includes("# stays: "));
  assert.deepEqual(await reportedLines(name, fixed), stays, `reported after the fix in\n${fixed}`);
  if (header(fixed, "stalls") === undefined) return;
  assert.ok(before.stall >= STALL, `before the fix the loop stood still for ${String(before.stall)} ms only`);
  assert.ok(after.stall < STALL, `after the fix the loop still stood still for ${String(after.stall)} ms`);
}

/** Every fix that isn't the first, all in one text where they don't touch each other. */
async function checkEachAlone(name: string): Promise<void> {
  const before = await runCopy(name, (text) => text);
  for (let index = 1; index <= 2; index++) {
    let fixed = "";
    const after = await runCopy(name, (text, file, folder) => {
      fixed = withFixesAt(text, file, folder, index);
      return fixed;
    });
    if (fixed === "") continue;
    assert.deepEqual(outcomeOf(after), outcomeOf(before), `another result from fix ${String(index)} in\n${fixed}`);
  }
}

/** Applies the fix at `index` of one finding after the other, analysed anew each time. */
function withFixesAt(text: string, file: string, folder: string, index: number): string {
  const analyzer = analyzerOf(folder);
  let current = text;
  const done = new Set<string>();
  for (let round = 0; round < 200; round++) {
    analyzer.open(file, current);
    const findings = analyzer.report(file).findings;
    const next = findings.find((finding, order) => {
      const key = `${finding.api} ${String(findings.length - order)}`;
      return finding.fixes[index]?.kind === "await-twin" && !done.has(key);
    });
    if (next === undefined) return current;
    done.add(`${next.api} ${String(findings.length - findings.indexOf(next))}`);
    current = applyEdits(current, next.fixes[index]?.edits ?? [], file);
  }
  throw new Error("fixes of single findings never come to an end");
}

function outcomeOf({ exitCode, stdout, stderr }: PythonRun): object {
  return { exitCode, stdout: stdout.split("\n"), stderr };
}

async function runCopy(
  name: string,
  change: (text: string, file: string, folder: string) => string,
): Promise<PythonRun> {
  await pythonInterpreter();
  return inTemporaryFolder((folder) => {
    for (const one of [name, "support.py"]) cpSync(join(PYTHON_FIXES, "executed", one), join(folder, one));
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(file, "utf8"), file, folder));
    return runPython(file, folder);
  });
}

function reportedLines(name: string, text: string): Promise<readonly string[]> {
  return inTemporaryFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const report = analyzerOf(folder).report(file);
    const lines = report.findings.map(({ span }) => text.split("\n")[lineAndColumn(text, span.start).line] ?? "");
    return [...new Set(lines)];
  });
}
