/** Texts that no Python reads, or only some Python does: no crash, a line that says so, and right columns in what can be read. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { rowsOfText } from "../support/texts";
import { analyse, problemsOf } from "../support/analysis";
import { inTemporaryFolder } from "../support/fixtures";

/** What is found as `line:column text`, one-based, and problems as `kind line:column`. */
interface Expected {
  readonly text: string;
  readonly found: readonly string[];
  readonly problems?: readonly string[];
}

const HEAD = "import os, time\nasync def f(x):\n";
const found = (...places: readonly string[]): readonly string[] => places.map((place) => `${place} time.sleep`);

const CASES: Readonly<Record<string, Expected>> = {
  "Windows line ends": { text: HEAD.replaceAll("\n", "\r\n") + "    time.sleep(1)\r\n", found: found("3:5") },
  "line ends of old Macs": { text: HEAD.replaceAll("\n", "\r") + "    time.sleep(1)\r", found: found("3:5") },
  "a byte order mark": { text: `\uFEFF${HEAD}    time.sleep(1)\n`, found: found("3:5") },
  "letters of two units": {
    text: `${HEAD}    "😀😀"; time.sleep(1)\n    y = "𝒳é"; time.sleep(2)\n`,
    found: found("3:13", "4:16"),
  },
  "half a letter": { text: `${HEAD}    "\uD83D"; time.sleep(1)\n`, found: found("3:10") },
  "names in any script": { text: `${HEAD}    变量 = time\n    变量.sleep(1)\n`, found: ["4:5 变量.sleep"] },
  "tabs and spaces mixed": {
    text: `${HEAD}\tif x:\n        \ttime.sleep(1)\n\ttime.sleep(2)\n`,
    found: found("4:10", "5:2"),
  },
  "a form feed": { text: HEAD.replace("async", "\fasync") + "    time.sleep(1)\n", found: found("3:5") },
  "a continued line": { text: `${HEAD}    y = \\\n      time.sleep(1)\n`, found: found("4:7") },
  "no line end at the end": { text: "import time\nasync def f(): time.sleep(1)", found: found("2:16") },
  "a coding line": { text: `# -*- coding: latin-1 -*-\n${HEAD}    time.sleep(1)\n`, found: found("4:5") },
  "nothing at all": { text: "", found: [] },
  "a parameter list that isn't closed": {
    text: "import time\nasync def f(:\n    time.sleep(1)\n",
    found: found("3:5"),
    problems: ["syntax 2:13"],
  },
  "a call that isn't closed": {
    text: `${HEAD}    time.sleep(1\n\nasync def g():\n    x = 1\n`,
    found: [],
    problems: ["syntax 3:5"],
  },
  "a merge conflict": {
    text: `import time\n<<<<<<< HEAD\nasync def f():\n    time.sleep(1)\n=======\nasync def g():\n    time.sleep(2)\n>>>>>>> other\n`,
    found: found("4:5", "7:5"),
    problems: ["syntax 2:1"],
  },
  "3.8: positional parameters": {
    text: "import time\nasync def f(a, /, b, *, c):\n    time.sleep(1)\n",
    found: found("3:5"),
  },
  "3.10: soft keywords as names": {
    text: `${HEAD}    match = case = type = 1\n    print(match, type(case))\n    time.sleep(1)\n`,
    found: found("5:5"),
  },
  "3.11: groups of exceptions": {
    text: `${HEAD}    try:\n        time.sleep(1)\n    except* ValueError:\n        time.sleep(2)\n`,
    found: found("4:9", "6:9"),
  },
  "3.12: type parameters": {
    text: "import time\ntype A[T] = list[T]\nasync def f[T: int](x: T) -> T:\n    time.sleep(1)\n",
    found: found("4:5"),
  },
  "3.12: quotes inside f-strings": {
    text: `${HEAD}    y = f"{x["a"]} {f"{os.stat("b")}"}"\n    time.sleep(1)\n`,
    found: ["3:24 os.stat", "4:5 time.sleep"],
  },
  "3.13: defaults of type parameters": {
    text: "import time\nclass A[T = int, *Ts = *tuple[int], **P = [int]]:\n    async def f[U: int = bool](self):\n        time.sleep(1)\ntype B[T = int, U: int = bool] = list[T]\n",
    found: found("4:9"),
  },
  "3.13: a default that is missing": {
    text: "import time\nasync def f[T =](x):\n    time.sleep(1)\n",
    found: found("3:5"),
    problems: ["syntax 2:15"],
  },
  "a line that goes back to no block": {
    text: `${HEAD}    if x:\n            time.sleep(1)\n        time.sleep(2)\n    time.sleep(3)\n`,
    found: found("4:13", "5:9", "6:5"),
    problems: ["syntax 5:9"],
  },
  "a line that is indented for nothing": {
    text: `${HEAD}    x = 1\n      time.sleep(1)\n`,
    found: found("4:7"),
    problems: ["syntax 4:7"],
  },
  "Python 2": {
    text: "import time\ndef f():\n    print 'a'\n    exec 'b'\nasync def g():\n    time.sleep(1)\n",
    found: found("6:5"),
    problems: ["syntax 3:5"],
  },
  "Python 2: exceptions with a comma, backquotes, octal numbers": {
    text: "import time\ntry:\n    x = `1`\nexcept ValueError, e:\n    raise ValueError, 0777\nasync def g():\n    time.sleep(1)\n",
    found: found("7:5"),
    problems: ["syntax 3:9"],
  },
  "3.14: template strings": {
    text: `${HEAD}    y = t'a {x} {os.stat(x)}'\n    time.sleep(1)\n    z = t"{x!r:>{os.stat(x)}}"\n`,
    found: ["3:18 os.stat", "4:5 time.sleep", "5:18 os.stat"],
  },
  "3.14: exceptions without parentheses": {
    text: `${HEAD}    try:\n        time.sleep(1)\n    except ValueError, TypeError:\n        time.sleep(2)\n`,
    found: found("4:9", "6:9"),
  },
  "many branches": {
    text: `${HEAD}    if x: pass\n${"    elif x: pass\n".repeat(2000)}    time.sleep(1)\n`,
    found: found("2004:5"),
  },
  "functions in functions": {
    text: `import time\n${Array.from({ length: 90 }, (_, depth) => `${" ".repeat(depth)}async def f():\n`).join("")}${" ".repeat(90)}time.sleep(1)\n`,
    found: found("92:91"),
  },
};

describe("Python that is odd or broken", () => {
  for (const [name, { text, found: wanted, problems = [] }] of Object.entries(CASES)) {
    test(name, () => {
      const report = rowsOfText("odd.py", text);
      assert.deepEqual(report.findings, wanted);
      assert.deepEqual(report.problems, problems);
    });
  }

  test("bytes that aren't UTF-8, and a file that is too large: a line each, and the others are analysed", () =>
    inTemporaryFolder((folder) => {
      const source = `# -*- coding: latin-1 -*-\n${HEAD}    "é"; time.sleep(1)\n`;
      writeFileSync(join(folder, "latin.py"), Buffer.from(source, "latin1"));
      writeFileSync(join(folder, "large.py"), `${HEAD}    time.sleep(1)\n${"TABLE = [1, 2, 3]\n".repeat(120_000)}`);
      writeFileSync(join(folder, "well.py"), `${HEAD}    time.sleep(1)\n`);
      const report = analyse(folder);
      assert.deepEqual(
        report.files.map(({ file, findings }) => [file.slice(folder.length + 1), findings.length]),
        [
          ["large.py", 0],
          ["latin.py", 0],
          ["well.py", 1],
        ],
      );
      const [large = "", latin = "", ...others] = problemsOf(report);
      assert.match(large, /too-large: Not analysed: 2\.2 MB, more than 2 MB\.$/);
      assert.match(latin, /binary: Not analysed: not valid UTF-8; save it as UTF-8\.$/);
      assert.deepEqual(others, []);
    }));

  test("a generated file just below the limit is analysed", () => {
    const table = Array.from({ length: 36_000 }, (_, index) => `    "key${index}": ["${index}", None, ("a", "b")],\n`);
    const text = `${HEAD}    time.sleep(1)\n\nTABLE = {\n${table.join("")}}\n`;
    assert.ok(text.length > 1_400_000 && text.length < 2_000_000, String(text.length));
    assert.deepEqual(rowsOfText("generated.py", text).findings, found("3:5"));
  });
});
