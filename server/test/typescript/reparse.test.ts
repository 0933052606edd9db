/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import { describe } from "node:test";
import { extractFacts } from "../../src/languages/typescript/facts";
import { checkReparsing } from "../support/reparse";

describe("parsing again after an edit", () => {
  checkReparsing("typescript/detection", /\.(mjs|ts|tsx|mts)$/, extractFacts, {
    typed: [
      "\n",
      "x",
      "async ",
      "function f() {",
      "}",
      "{",
      "(",
      ")",
      "await ",
      "`",
      "${",
      "'",
      "/*",
      "*/",
      "// ",
      "@",
      "<",
    ],
    pasted: ["import fs from 'node:fs';\n", "export const y = fs.readFileSync;\n", "class C { m() { this.m(); } }\n"],
    keeps: 100,
    statements: [
      "NAME();\n",
      "return NAME();\n",
      "return { a: NAME, m() { return NAME(); } };\n",
      "NAME = NAME;\n",
      "const z = () => NAME.NAME();\n",
      "class Q { get p() { return NAME(); } }\n",
      "new NAME().p;\n",
      "for (const q of NAME()) q();\n",
      "this.NAME = NAME;\n",
      "exports.NAME = NAME;\n",
      "/** @type {NAME} */\n",
      "/** @returns {import('node:fs')} */\n",
      "function NAME() { return NAME(); }\n",
      "interface NAME { a: NAME }\n",
    ],
  });
});
