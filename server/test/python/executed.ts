/** The programs that are run before and after their fixes. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyzerOf } from "../support/analysis";
import { fixturesIn, inTemporaryFolder } from "../support/fixtures";
import { lineAndColumn } from "../support/markers";
import { pythonInterpreter, PYTHON_FIXES, runPython, writeProject, type PythonRun } from "./support";

/** Before a fix the loop of a measured program stands still for at least so many milliseconds; afterwards for less. */
const STALL = 180;

/** Modules that the programs import. */
const SUPPORT = fixturesIn("python/fixes/executed", (name) => name.startsWith("support"));

export const PROGRAMS = fixturesIn("python/fixes/executed", (name) => !name.startsWith("support"));

/** So often a fixed program may be run until its loop goes on: what blocks does so every time, a busy machine doesn't. */
const RUNS = 3;

/**
 * The loop stood still before and doesn't afterwards. On a machine that is busy with other things every loop stands still
 * now and then: of a long stall, half may be left, and the fixed program is run `again`.
 */
export async function checkStalls(before: PythonRun, after: PythonRun, again: () => Promise<PythonRun>): Promise<void> {
  assert.ok(before.stall >= STALL, `before the fix the loop stood still for ${String(before.stall)} ms only`);
  const limit = Math.max(STALL, before.stall / 2);
  let least = after.stall;
  for (let runs = 1; least >= limit && runs < RUNS; runs++) least = Math.min(least, (await again()).stall);
  assert.ok(least < limit, `after the fix the loop still stood still for ${String(least)} ms`);
}

/** What `# stalls:` says of programs that compute. */
export const COMPUTES = "loops";

/** Afterwards the loop's thread computes for less at a time, in milliseconds. */
const LONGEST_TURN = 20;

/** What computes gives control back in time, or does it elsewhere. */
export async function checkTurns(before: PythonRun, after: PythonRun, again: () => Promise<PythonRun>): Promise<void> {
  assert.ok(before.busy >= STALL, `before the fix the loop's thread computed for ${String(before.busy)} ms only`);
  let least = after.busy;
  for (let runs = 1; least >= LONGEST_TURN && runs < RUNS; runs++) least = Math.min(least, (await again()).busy);
  assert.ok(least < LONGEST_TURN, `after the fix the loop's thread still computed for ${String(least)} ms at a time`);
}

/** What a program shows of itself. */
export function outcomeOf({ exitCode, stdout, stderr }: PythonRun): object {
  return { exitCode, stdout: stdout.split("\n"), stderr };
}

/** Runs a changed copy of a program in a folder of its own, with what all of them use. */
export async function runCopy(
  name: string,
  change: (text: string, file: string, folder: string) => string,
  home: "executed" | "gather" = "executed",
): Promise<PythonRun> {
  await pythonInterpreter();
  return inTemporaryFolder((folder) => {
    cpSync(join(PYTHON_FIXES, home, name), join(folder, name));
    for (const one of SUPPORT) cpSync(join(PYTHON_FIXES, "executed", one), join(folder, one));
    const file = join(folder, name);
    writeProject(folder, readFileSync(file, "utf8"));
    writeFileSync(file, change(readFileSync(file, "utf8"), file, folder));
    return runPython(file, folder);
  });
}

/** Lines of a text with a finding. */
export function reportedLines(name: string, text: string): Promise<readonly string[]> {
  return inTemporaryFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    writeProject(folder, text);
    const report = analyzerOf(folder).report(file);
    const lines = report.findings.map(({ span }) => text.split("\n")[lineAndColumn(text, span.start).line] ?? "");
    return [...new Set(lines)];
  });
}
