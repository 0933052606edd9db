import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Entry } from "../../src/core/catalogue";
import type { FixOutcome } from "../../src/languages/language";
import { checkFix, checkNoFix } from "../check";
import { analyzerOf, findingsOf, problemsOf, REWRITES, rewriteOf } from "../support/analysis";
import { checkSuppressions } from "../support/everywhere";
import { applyEdits, fixturesIn, inTemporaryFolder } from "../support/fixtures";
import { languages } from "../support/languages";
import { header } from "../support/markers";
import { checkStalls, checkTurns, COMPUTES, outcomeOf, PROGRAMS, reportedLines, runCopy } from "./executed";
import { PYTHON_FIXES, type PythonRun } from "./support";

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

describe("executed: a fixed Python program does what it did, and its loop goes on", { concurrency: 2 }, () => {
  for (const name of PROGRAMS) test(name, () => checkProgram(name));
});

describe("suppressions of Python", () => {
  for (const name of PROGRAMS) test(name, () => checkSuppressions(`python/fixes/executed/${name}`));

  test("none on a line in the middle of a string, or of a continued expression", async () => {
    const text = readFileSync(join(PYTHON_FIXES, "executed", "suppressible.py"), "utf8");
    const kinds = await inTemporaryFolder((folder) => {
      const file = join(folder, "program.py");
      writeFileSync(file, text);
      const { findings } = analyzerOf(folder).report(file);
      const calls = findings.filter(({ code }) => code === "blocking-call");
      return calls.map(({ fixes }) => fixes.some(({ kind }) => kind === "suppress-line"));
    });
    assert.deepEqual(kinds, [true, false, false, true, true, true, true]);
  });
});

test("a suppression joins the one that stands there", () => {
  const python = languages.find(({ id }) => id === "python");
  const above = "    # unblock-ignore-next-line other";
  const text = `async def f():\n${above} -- why\n    call()\n`;
  const start = text.indexOf("call");
  const [fix] = python?.suppressions("p.py", text, { start, end: start + 4 }, "blocking-call") ?? [];
  assert.equal(
    applyEdits(text, fix?.edits ?? [], "p.py"),
    `async def f():\n${above} blocking-call -- why\n    call()\n`,
  );
});

describe("fixes for the Python that a project supports", () => {
  const text =
    "import subprocess\n\n\nasync def f(c):\n    return [[subprocess.run(c, check=True) for c in c] for c in c]\n";
  const outcome = (pythonMinor: number): FixOutcome | undefined => {
    const python = languages.find(({ id }) => id === "python");
    const start = text.indexOf("subprocess.run");
    const entry: Entry = { path: "run", category: "subprocess", cost: "seconds" };
    const target = { span: { start, end: text.indexOf(" for c") }, module: "subprocess", entry };
    return python?.fixes("program.py", text, [target], { nodeMajor: 20, pythonMinor })[0];
  };
  test("before 3.11 no await in a comprehension inside another one", () => {
    assert.deepEqual(outcome(10), { fixes: [], refusal: "a nested comprehension can't await before Python 3.11" });
    assert.equal(outcome(11)?.fixes.length, 2);
  });
  test("before 3.9 the loop's executor, with keyword arguments in a partial", () => {
    const single = "import subprocess\n\n\nasync def f(c):\n    subprocess.run(c, check=True)\n";
    const python = languages.find(({ id }) => id === "python");
    const start = single.indexOf("subprocess.run");
    const entry: Entry = { path: "run", category: "subprocess", cost: "seconds" };
    const target = { span: { start, end: single.length - 1 }, module: "subprocess", entry };
    const fixed = python?.fixAll("p.py", single, [target], { nodeMajor: 20, pythonMinor: 8 }, { unsafe: false }) ?? [];
    assert.equal(
      applyEdits(single, fixed, "p.py"),
      "import asyncio\nimport functools\nimport subprocess\n\n\nasync def f(c):\n" +
        "    await asyncio.get_running_loop().run_in_executor(None, functools.partial(subprocess.run, c, check=True))\n",
    );
  });
});

describe("executed: each other fix by itself", { concurrency: 2 }, () => {
  for (const name of PROGRAMS) test(name, () => checkEachAlone(name));
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
  const stalls = header(fixed, "stalls");
  if (stalls !== undefined) await checkStalls(before, after, () => runCopy(name, () => fixed));
  if (stalls === COMPUTES) await checkTurns(before, after, () => runCopy(name, () => fixed));
}

/** The second fix of everything, then the third, each applied by itself and analysed again: same output, same end. */
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
    if (header(fixed, "stalls") === COMPUTES) await checkTurnsOfRest(name, before, fixed);
  }
}

/** With the first fix of everything that has no other. */
async function checkTurnsOfRest(name: string, before: PythonRun, fixed: string): Promise<void> {
  const run = (): Promise<PythonRun> =>
    runCopy(name, (_, file, folder) => {
      const analyzer = analyzerOf(folder);
      analyzer.open(file, fixed);
      return applyEdits(fixed, analyzer.fixAll(file, { unsafe: true }), file);
    });
  await checkTurns(before, await run(), run);
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
      return REWRITES.has(finding.fixes[index]?.kind ?? "") && !done.has(key);
    });
    if (next === undefined) return current;
    done.add(`${next.api} ${String(findings.length - findings.indexOf(next))}`);
    current = applyEdits(current, next.fixes[index]?.edits ?? [], file);
  }
  throw new Error("fixes of single findings never come to an end");
}
