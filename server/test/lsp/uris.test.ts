import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, locate, toUri } from "../../src/adapters/lsp/uris";

test("a file is the same however its URI is spelled", () => {
  assert.equal(locate("file:///a/b%20c/d.js")?.file, "/a/b c/d.js");
  assert.equal(locate("file:///a/b c/d.js")?.file, "/a/b c/d.js");
  assert.deepEqual(locate("file:///a/b/d.js"), { file: "/a/b/d.js", folder: "/a/b", name: "d.js", untitled: false });
  const drives = ["file:///C:/a.js", "file:///c:/a.js", "file:///C%3A/a.js", "file:///c%3A/a.js"];
  assert.equal(new Set(drives.map((uri) => locate(uri)?.file)).size, 1);
});

test("a folder is the same with a slash at the end", () => {
  assert.equal(locate("file:///a/b/")?.file, "/a/b");
  assert.equal(locate("file:///")?.file, "/");
  assert.equal(locate("file:///c%3A/")?.file, locate("file:///C:/")?.file);
});

test("a path goes to a URI and back", () => {
  for (const file of ["/a/b c/d.js", "/a/%20/d.js", "/a/#b?/ü😀.js"]) assert.equal(locate(toUri(file))?.file, file);
});

test("untitled documents are apart from each other and from files", () => {
  const first = locate("untitled:Untitled-1", "javascript");
  const second = locate("untitled:Untitled-2", "typescriptreact");
  assert.match(first?.file ?? "", /\.js$/);
  assert.match(second?.file ?? "", /\.tsx$/);
  assert.notEqual(first?.folder, second?.folder);
  assert.equal(first?.untitled, true);
});

test("what has no file behind it has no place", () => {
  for (const uri of ["git:/a.js", "vscode-notebook-cell:/a.ipynb#1", "", "a.js", "::::", "untitled:x"]) {
    assert.equal(locate(uri, "json"), undefined);
  }
});

test("a folder holds what is below it, not what begins like it", () => {
  assert.ok(isWithin("/a/b", "/a/b/c.js"));
  assert.ok(isWithin("/a/b", "/a/b"));
  assert.ok(isWithin("/", "/a.js"));
  assert.ok(isWithin("c:\\a", "c:\\a\\b.js"));
  assert.ok(!isWithin("/a/b", "/a/bc.js"));
  assert.ok(!isWithin("/a/b", "/a"));
});
