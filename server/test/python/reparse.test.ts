/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import assert from "node:assert/strict";
import { describe } from "node:test";
import type { FileFacts } from "../../src/core/facts";
import { languages } from "../support/languages";
import { checkEdit, checkReparsing } from "../support/reparse";

function factsOf(file: string, text: string): FileFacts {
  const python = languages.find(({ id }) => id === "python");
  assert.ok(python);
  return python.facts(file, text);
}

describe("parsing Python again after an edit", () => {
  checkReparsing("python/detection", /\.py$/, factsOf, {
    keeps: 170,
    typed: [
      "\n",
      "x",
      "    ",
      "\t",
      "async ",
      "def f():\n",
      "(",
      ")",
      '"',
      '"""',
      "#",
      ":",
      "await ",
      "\\",
      "@",
      "é",
      "😀",
    ],
    pasted: [
      "import time\n",
      "time.sleep(1)\n",
      "class C:\n    def m(self):\n        self.m()\n",
      "\nif x:\n",
      "else:\n",
      "# a\n",
      "    # b\n",
      "NAME = 1\n",
      "def f(NAME):\n    return NAME\n",
      "@x\n",
      "\\\n",
      "\uFEFF",
    ],
    statements: [
      "    NAME()\n",
      "    return NAME()\n",
      "    NAME = NAME\n",
      "    self.NAME = NAME()\n",
      "    global NAME\n",
      "    with NAME() as q: q.NAME()\n",
      "        yield NAME\n",
      "    def q(): return NAME()\n",
      "    for q in NAME(): q()\n",
      "    for q in range(10_000_000): NAME()\n",
      "    return [NAME(q) for q in range(100_000) if await NAME()]\n",
      "        NAME()\n",
      "        self.NAME = NAME\n",
      "        return self.NAME\n",
      "        raise NotImplementedError\n",
      "        # NAME\n",
    ],
  });
});

describe("an edit that brings the first large number into a text", () => {
  const text =
    "import itertools\n\ndef give():\n    take(itertools.product(range(200), range(200)))\n\n" +
    "def take(pairs):\n    for pair in pairs:\n        print(pair)\n\ndef other():\n    |pass\n";
  checkEdit(
    "tells the sizes of what is given elsewhere",
    { text, typed: "print(10_000)\n    ", changed: "give" },
    factsOf,
    ".py",
  );
});
