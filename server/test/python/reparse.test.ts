/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import assert from "node:assert/strict";
import { describe } from "node:test";
import type { FileFacts } from "../../src/core/facts";
import { languages } from "../support/languages";
import { checkReparsing } from "../support/reparse";

function factsOf(file: string, text: string): FileFacts {
  const python = languages.find(({ id }) => id === "python");
  assert.ok(python);
  return python.facts(file, text);
}

describe("parsing Python again after an edit", () => {
  checkReparsing("python/detection", /\.py$/, factsOf, {
    keeps: 100,
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
    ],
  });
});
