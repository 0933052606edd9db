import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines } from "../../src/adapters/cli/positions";
import { excerpt } from "../../src/adapters/cli/report/excerpt";

/** Place of the character `@`. */
function placeOfMark(text: string): string {
  const { line, column } = new Lines(text).position(text.indexOf("@"));
  return `${line}:${column}`;
}

test("lines end at \\n, \\r\\n and \\r, and at nothing else", () => {
  assert.equal(placeOfMark("@"), "1:1");
  assert.equal(placeOfMark("a\nb@"), "2:2");
  assert.equal(placeOfMark("a\r\nb\r\n@"), "3:1");
  assert.equal(placeOfMark("a\rb\r@"), "3:1");
  assert.equal(placeOfMark("a\u2028b\u2029c\fd\v@"), "1:9");
});

test("columns count UTF-16 units and no byte order mark", () => {
  assert.equal(placeOfMark("😀@"), "1:3");
  assert.equal(placeOfMark("e\u0301@"), "1:3");
  assert.equal(placeOfMark("\uFEFFab@"), "1:3");
  assert.equal(placeOfMark("\uFEFFab\n@"), "2:1");
  assert.equal(new Lines("\uFEFFab").characterOffset(2), 1);
});

test("offsets outside the text are at its ends", () => {
  const lines = new Lines("ab\nc");
  assert.deepEqual(lines.position(99), { line: 2, column: 2 });
  assert.deepEqual(lines.position(-1), { line: 1, column: 1 });
});

test("the text of a line has neither its end nor a byte order mark", () => {
  const lines = new Lines("\uFEFFab\r\ncd\re");
  assert.deepEqual(
    [1, 2, 3, 4].map((line) => lines.lineText(line)),
    ["ab", "cd", "e", ""],
  );
});

/** What stands above the `^` marks. */
function marked(text: string, from: number, to: number): readonly string[] | undefined {
  return excerpt(text, { line: 1, column: from + 1 }, { line: 1, column: to + 1 });
}

test("marks stand below what they are about", () => {
  assert.deepEqual(marked("  f(x);", 2, 3), ["f(x);", "^"]);
  assert.deepEqual(marked("\t\ta\tf(x);", 4, 5), ["a\tf(x);", " \t^"]);
  assert.deepEqual(marked("'😀' + f()", 7, 8), ["'😀' + f()", "       ^"]);
  assert.deepEqual(marked("'漢字' + f()", 7, 8), ["'漢字' + f()", "         ^"]);
  assert.deepEqual(marked("'e\u0301' + f()", 7, 8), ["'e\u0301' + f()", "      ^"]);
  assert.equal(marked("   ", 0, 1), undefined);
});

test("a span over several lines is marked to the end of the first", () => {
  assert.deepEqual(excerpt("ab cd", { line: 1, column: 4 }, { line: 2, column: 9 }), ["ab cd", "   ^^"]);
});

test("a long line is cut around the mark, never through a surrogate pair, and escape sequences are shown, not sent", () => {
  const [line = "", marks = ""] = marked(`${"😀".repeat(200)}f()${"x".repeat(500)}`, 400, 401) ?? [];
  assert.match(line, /^… (😀)+f\(\)x+ …$/u);
  assert.ok(line.length < 200);
  assert.equal(marks.trimStart(), "^");
  const [escaped] = marked('f("\u001B[31m")', 0, 1) ?? [];
  assert.equal(escaped, 'f("·[31m")');
});
