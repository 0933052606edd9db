import assert from "node:assert/strict";
import { test } from "node:test";
import { AFTER_DOT, ANYWHERE, ELSEWHERE, TAKEN_OUT, Words } from "../../src/workspace/words";

test("a name has to stand there as a whole", () => {
  const words = new Words("read(reader, $read, un_read, 2)");
  assert.equal(words.has("read", ANYWHERE), true);
  assert.equal(words.has("reade", ANYWHERE), false);
  assert.equal(words.has("$read", ANYWHERE), true);
  assert.equal(words.has("_read", ANYWHERE), false);
});

test("where a name stands is told apart", () => {
  const placesIn = (text: string): readonly number[] =>
    [AFTER_DOT, TAKEN_OUT, ELSEWHERE].filter((place) => new Words(text).has("read", place));
  assert.deepEqual(placesIn("read()"), [ELSEWHERE]);
  assert.deepEqual(placesIn("files\n  ?. read()"), [AFTER_DOT]);
  assert.deepEqual(placesIn("files['read']()"), [TAKEN_OUT]);
  assert.deepEqual(placesIn("const { read } = files"), [TAKEN_OUT]);
  assert.deepEqual(placesIn("const { read: open } = files"), [TAKEN_OUT]);
  assert.deepEqual(placesIn("const {\n  read // first\n, other } = files"), [TAKEN_OUT]);
  assert.deepEqual(placesIn("read(); files.read"), [AFTER_DOT, ELSEWHERE]);
  assert.deepEqual(placesIn('import "./read"'), [ELSEWHERE]);
});

test("a comment after a dot hides nothing", () => {
  assert.equal(new Words("files. // with care\n read()").has("read", AFTER_DOT), true);
  assert.equal(new Words("files. /* with care */ read()").has("read", AFTER_DOT), true);
});

test("a name that isn't spelled in ASCII letters could be anywhere", () => {
  assert.equal(new Words("").has("a-name", AFTER_DOT), true);
  assert.equal(new Words("").has("größe", AFTER_DOT), true);
});

test("many names are all found again", () => {
  const names = Array.from({ length: 5000 }, (_, index) => `name${String(index)}`);
  const words = new Words(names.join(" "));
  assert.deepEqual(
    names.filter((name) => !words.has(name, ELSEWHERE)),
    [],
  );
  assert.equal(words.has("name5000", ANYWHERE), false);
});
