/** A text that was parsed on what an edit left of the tree before it has the facts of a text that was parsed anew. */
import { describe } from "node:test";
import { extractFacts } from "../../src/languages/typescript/facts";
import { checkEdit, checkReparsing } from "../support/reparse";

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
      "for (let q = 0; q < 1e6; q++) NAME();\n",
      "Array.from({ length: 1e6 }, NAME).map((q) => NAME(q));\n",
      "this.NAME = NAME;\n",
      "exports.NAME = NAME;\n",
      "/** @type {NAME} */\n",
      "/** @returns {import('node:fs')} */\n",
      "function NAME() { return NAME(); }\n",
      "interface NAME { a: NAME }\n",
    ],
  });
});

describe("an edit that changes what something else costs", () => {
  const check = (name: string, text: string, typed: string, changed = "all"): void => {
    checkEdit(name, { text, typed, changed }, extractFacts, ".mjs");
  };
  const heavier = "for (let j = 0; j < 100; j++) Math.sqrt(j);";

  check(
    "by a loop",
    "function all() { for (let i = 0; i < 1e6; i++) one(i); }\nfunction one(i) { |return i * 2; }\n",
    heavier,
  );
  check(
    "by a loop, with a function in between",
    "const all = () => { for (let i = 0; i < 1e6; i++) some(i); };\n" +
      "function some(i) { return one(i); }\nfunction one(i) { |return i * 2; }\n",
    heavier,
  );
  check(
    "by a walk that it is handed on to",
    "function all() { return Array.from({ length: 1e6 }, one); }\nfunction one(i) { |return i * 2; }\n",
    heavier,
  );
  check(
    "by a walk around it",
    "const rows = load();\nrows.map(async (row) => { |});\n",
    "rows.find((other) => other === row);",
    "",
  );
  // What the others cost depends on which was counted first.
  check(
    "by its own loop, over functions that call each other",
    "function first() { | }\nfunction all() { for (let i = 0; i < 1e6; i++) even(i); }\n" +
      "function even(i) { return i + odd(i - 1); }\nfunction odd(i) { return i * 2 + even(i - 1); }\n",
    "for (let i = 0; i < 1e6; i++) odd(i);",
  );
});
