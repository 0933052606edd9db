/** Calls that wait one after the other for an executor, run together: same results, sooner. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Refactorings } from "../../src/languages/language";
import { analyzerOf } from "../support/analysis";
import { applyEdits, fixturesIn, inTemporaryFolder } from "../support/fixtures";
import { header } from "../support/markers";
import { outcomeOf, reportedLines, runCopy } from "./executed";
import { PYTHON_FIXES, writeProject } from "./support";

const PROGRAMS = fixturesIn("python/fixes/gather", (name) => name !== "refused.py");

describe("executed: calls that run together give what they gave, in less time", () => {
  for (const name of PROGRAMS) {
    for (const index of [0, 1]) test(`${name}, form ${String(index + 1)}`, () => checkProgram(name, index));
  }
});

async function checkProgram(name: string, index: number): Promise<void> {
  const before = await runCopy(name, (text) => text, "gather");
  let fixed = "";
  let titles: readonly string[] = [];
  const after = await runCopy(
    name,
    (text, file, folder) => {
      ({ text: fixed, titles } = gathered(text, file, folder, index));
      return fixed;
    },
    "gather",
  );
  const text = readFileSync(join(PYTHON_FIXES, "gather", name), "utf8");
  if (index === 0)
    assert.equal(`${String(titles.length)} gathers`, `${header(text, "gathers") ?? "no"} gathers`, fixed);
  assert.deepEqual(outcomeOf(after), outcomeOf(before), `another result from\n${fixed}`);
  assert.deepEqual(await reportedLines(name, fixed), [], fixed);
  if (titles.length === 0) return;
  // Each of them saves a call of 150 ms or more; a busy machine may take half of it.
  const saved = before.stall - after.stall;
  assert.ok(saved > titles.length * 75, `${String(saved)} ms less for ${titles.join("\n")}`);
}

/** Everything that is offered, at one cursor after the other from the end on. */
function gathered(text: string, file: string, folder: string, index: number): { text: string; titles: string[] } {
  const analyzer = analyzerOf(folder);
  const titles: string[] = [];
  let current = text;
  for (let offset = current.length; offset >= 0; offset--) {
    if (current.charAt(offset - 1) !== ")") continue;
    analyzer.open(file, current);
    const found = analyzer.refactorings(file, { start: offset, end: offset })?.offered[index];
    if (found === undefined) continue;
    titles.push(found.title);
    current = applyEdits(current, found.edits, file);
    offset = current.length;
  }
  return { text: current, titles };
}

async function at(text: string, part: string, selected = ""): Promise<Refactorings | undefined> {
  return inTemporaryFolder((folder) => {
    const file = join(folder, "program.py");
    writeFileSync(file, text);
    writeProject(folder, text);
    const start = text.indexOf(part);
    const end = selected === "" ? start : text.indexOf(selected) + selected.length;
    return analyzerOf(folder).refactorings(file, { start, end });
  });
}

describe("refused: calls of which one may need the other stay as they are", () => {
  const text = readFileSync(join(PYTHON_FIXES, "gather", "refused.py"), "utf8");
  const lines = text.split("\n").filter((line) => line.includes("await asyncio."));
  for (const line of lines) {
    test(line.trim(), async () => {
      const { offered = [], refused = [] } = (await at(text, line.trim())) ?? {};
      const [, reason] = /# no: (.*)$/.exec(line) ?? [];
      assert.deepEqual(offered, []);
      if (reason !== undefined) assert.deepEqual([...new Set(refused.map((one) => one.reason))], [reason]);
    });
  }
});

describe("which calls are meant", () => {
  const text = `# python: >=3.8
import asyncio


async def f(a, b):
    one = await asyncio.to_thread(len, a)
    two = await asyncio.to_thread(len, b)
    three = await asyncio.to_thread(repr, a)
    return one, two, three
`;
  const titles = async (part: string, selected?: string): Promise<readonly string[]> =>
    ((await at(text, part, selected))?.offered ?? []).map(({ title }) => title);
  const unsafe = "in any order; the first error is raised while the others go on";

  test("all around a cursor, anywhere in one", async () => {
    const title = `Run these 3 calls together with \`asyncio.gather\` (unsafe: ${unsafe}; \`a\` is given to more than one)`;
    for (const part of ["one =", "two =", "repr, a"]) assert.deepEqual(await titles(part), [title]);
  });
  test("those that are selected", async () => {
    const title = `Run these 2 calls together with \`asyncio.gather\` (unsafe: ${unsafe})`;
    assert.deepEqual(await titles("one =", "len, b"), [title]);
  });
  test("none elsewhere", async () => {
    for (const part of ["async def", "return one", "import"]) assert.deepEqual(await titles(part), []);
  });
  test("none in a file with a syntax error", async () => {
    assert.equal(await at(`${text}\ndef (`, "one ="), undefined);
  });
  test("a task group from Python 3.11 on, where no handler would miss its errors", async () => {
    const newer = text.replace("3.8", "3.11");
    const names = async (of: string): Promise<readonly (string | undefined)[]> =>
      ((await at(of, "one ="))?.offered ?? []).map(({ title }) => /`(.*?)`/.exec(title)?.[1]);
    assert.deepEqual(await names(newer), ["asyncio.gather", "asyncio.TaskGroup"]);
    const body = newer.slice(newer.indexOf("    one"), newer.indexOf("    return"));
    const guarded = `    try:\n${body.replaceAll("    ", "        ")}    except OSError:\n        return None\n`;
    assert.deepEqual(await names(newer.replace(body, guarded)), ["asyncio.gather"]);
  });
  test("what a task group of anyio can't be given is refused", async () => {
    const structured = text.replaceAll("asyncio.to_thread(", "anyio.to_thread.run_sync(").replace("asyncio", "anyio");
    const { offered, refused } = (await at(structured.replace("len, b", "len, b, limiter=None"), "one =")) ?? {};
    assert.deepEqual(offered, []);
    assert.deepEqual(refused, [
      {
        title: "Run these 3 calls together with `anyio.create_task_group`",
        reason: "`start_soon` has no keyword arguments, and `limiter=None` is one",
      },
    ]);
  });
});
