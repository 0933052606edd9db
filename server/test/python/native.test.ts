import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyzerOf } from "../support/analysis";
import { applyEdits } from "../support/fixtures";
import { header } from "../support/markers";
import { checkStalls, outcomeOf, PROGRAMS, reportedLines, runCopy } from "./executed";
import { PYTHON_FIXES } from "./support";

/** Programs with the words that the titles of their native fixes hold, and how many such fixes there are. */
const natives = PROGRAMS.flatMap((name) => {
  const text = readFileSync(join(PYTHON_FIXES, "executed", name), "utf8");
  const [words, count] = [header(text, "native"), header(text, "native fixes")];
  return words === undefined ? [] : [{ name, words: words.split(", "), count: Number(count) }];
});

describe(
  "executed: with its native fixes a Python program does what it did, and its loop goes on",
  { concurrency: 2 },
  () => {
    for (const native of natives) test(native.name, () => checkNative(native));
  },
);

interface Native {
  readonly name: string;
  readonly words: readonly string[];
  readonly count: number;
}

/** One native fix after the other, then the first fix of what is left: same output, same end, and nothing reported but lines that end in `# stays: why`. */
async function checkNative({ name, words, count }: Native): Promise<void> {
  const before = await runCopy(name, (text) => text);
  let fixed = "";
  let applied = 0;
  const after = await runCopy(name, (text, file, folder) => {
    const analyzer = analyzerOf(folder);
    fixed = text;
    for (;;) {
      analyzer.open(file, fixed);
      const fixes = analyzer.report(file).findings.flatMap((finding) => finding.fixes);
      const fix = fixes.find(({ kind, title }) => kind === "await-twin" && words.some((word) => title.includes(word)));
      if (fix === undefined) break;
      assert.ok(++applied <= 200, "native fixes never come to an end");
      fixed = applyEdits(fixed, fix.edits, file);
    }
    fixed = applyEdits(fixed, analyzer.fixAll(file, { unsafe: true }), file);
    return fixed;
  });
  assert.deepEqual(outcomeOf(after), outcomeOf(before), `another result from\n${fixed}`);
  assert.equal(applied, count, `native fixes in\n${fixed}`);
  const stays = fixed.split("\n").filter((line) => line.includes("# stays: "));
  assert.deepEqual(await reportedLines(name, fixed), stays, `reported after the fix in\n${fixed}`);
  if (header(fixed, "stalls") === undefined) return;
  await checkStalls(before, after, () => runCopy(name, () => fixed));
}
