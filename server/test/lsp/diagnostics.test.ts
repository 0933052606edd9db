import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { PUSH_CLIENT } from "./support/capabilities";
import { messageOf, TestClient } from "./support/client";

const READER = `import * as fs from "node:fs";
export async function load(file) {
  return fs.readFileSync(file, "utf8");
}
`;
const IMPORTER = `import { read } from "./names.js";
export async function load(file) {
  return read(file, "utf8");
}
`;
const BLOCKING_NAMES = `export { readFileSync as read } from "node:fs";\n`;
const HARMLESS_NAMES = `export const read = async (file) => file;\n`;

test("a blocking call is underlined, with its code, its page and what to do", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", READER);
  const [diagnostic, ...others] = await client.diagnostics("a.js");
  assert.deepEqual(others, []);
  assert.ok(diagnostic);
  const { range, source, code, codeDescription, severity, tags, relatedInformation } = diagnostic;
  assert.deepEqual(range, { start: { line: 2, character: 9 }, end: { line: 2, character: 24 } });
  assert.equal(client.textAt("a.js", range), "fs.readFileSync");
  assert.deepEqual(
    [source, code, severity, tags, relatedInformation],
    ["unblock", "blocking-call", 2, undefined, undefined],
  );
  assert.equal(codeDescription?.href, "https://github.com/unblock-dev/unblock/blob/main/docs/rules/blocking-call.md");
  assert.match(messageOf(diagnostic), /fs\.readFileSync.* blocks the event loop/);
  await client.stop();
});

test("columns count UTF-16 units: surrogate pairs, CRLF, tabs and a byte order mark", async (t) => {
  const client = await TestClient.start(t);
  const text =
    "\uFEFFconst fs = require('fs');\r\n" +
    "async function f(p) {\r\n" +
    "\treturn ['𝄞😀', fs.readFileSync(p)];\r\n" +
    "}\r\n";
  client.open("a.cjs", text);
  const [diagnostic] = await client.diagnostics("a.cjs");
  assert.deepEqual(diagnostic?.range, { start: { line: 2, character: 17 }, end: { line: 2, character: 32 } });
  assert.equal(client.textAt("a.cjs", diagnostic.range), "fs.readFileSync");
  await client.stop();
});

test("diagnostics follow incremental edits", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", READER);
  const [before] = await client.diagnostics("a.js");
  client.edit("a.js", {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    newText: "// 😀\n\n",
  });
  const [moved] = await client.diagnostics("a.js");
  assert.equal(moved?.range.start.line, (before?.range.start.line ?? 0) + 2);
  client.replace("a.js", "async function", "function");
  assert.deepEqual(await client.diagnostics("a.js"), []);
  client.replace("a.js", "function", "async function");
  assert.deepEqual(await client.diagnostics("a.js"), [moved]);
  await client.stop();
});

test("a result that says the same is unchanged, whatever the version of the text", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", READER);
  const first = await client.pull("a.js");
  assert.ok(first.resultId);
  assert.deepEqual(await client.pull("a.js", first.resultId), { kind: "unchanged", resultId: first.resultId });
  const end = { line: 4, character: 0 };
  client.edit("a.js", { range: { start: end, end }, newText: "// more\n" });
  assert.deepEqual(await client.pull("a.js", first.resultId), { kind: "unchanged", resultId: first.resultId });
  client.replace("a.js", "// more", "export async function g() { return fs.statSync('x'); }");
  const second = await client.pull("a.js", first.resultId);
  assert.equal(second.kind, "full");
  assert.notEqual(second.resultId, first.resultId);
  await client.stop();
});

test("a change in an open document that another one imports brings one refresh", async (t) => {
  const client = await TestClient.start(t, { files: { "names.js": BLOCKING_NAMES } });
  client.open("a.js", IMPORTER);
  client.open("names.js", BLOCKING_NAMES);
  const before = await client.pull("a.js");
  assert.equal(before.kind === "full" && before.items.length, 1);
  await client.pull("names.js");
  await client.silence();

  client.replace("names.js", BLOCKING_NAMES, HARMLESS_NAMES);
  await client.take("workspace/diagnostic/refresh");
  await client.silence();
  const after = await client.pull("a.js", before.resultId);
  assert.deepEqual(after.kind === "full" && after.items, []);

  client.replace("names.js", "(file) => file", "(path) => path");
  await client.silence();
  await client.stop();
});

test("a change on disk of an imported file brings one refresh", async (t) => {
  const client = await TestClient.start(t, { files: { "names.js": HARMLESS_NAMES } });
  client.open("a.js", IMPORTER);
  assert.deepEqual(await client.diagnostics("a.js"), []);
  client.write("names.js", BLOCKING_NAMES);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri("names.js"), type: 2 }] });
  await client.take("workspace/diagnostic/refresh");
  assert.equal((await client.diagnostics("a.js")).length, 1);
  // Packages are not analysed: their news are none.
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri("node_modules/x/i.js"), type: 1 }] });
  await client.silence();
  await client.stop();
});

test("diagnostics are pushed to a client that doesn't pull, once per change, and taken back on closing", async (t) => {
  const client = await TestClient.start(t, { capabilities: PUSH_CLIENT, files: { "names.js": BLOCKING_NAMES } });
  const published = () => client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  client.open("a.js", IMPORTER);
  const first = await published();
  assert.equal(first.uri, client.uri("a.js"));
  assert.equal(first.version, 1);
  assert.deepEqual(
    first.diagnostics.map(({ range }) => client.textAt("a.js", range)),
    ["read"],
  );
  assert.equal(first.diagnostics[0]?.codeDescription, undefined);

  client.open("names.js", HARMLESS_NAMES);
  const both = [await published(), await published()].map(({ uri, diagnostics }) => [uri, diagnostics.length]);
  assert.deepEqual(both.sort(), [
    [client.uri("a.js"), 0],
    [client.uri("names.js"), 0],
  ]);
  client.edit("a.js", { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: "//\n" });
  await client.silence();
  client.close("a.js");
  assert.deepEqual(await published(), { uri: client.uri("a.js"), diagnostics: [] });
  await client.stop();
});

test("untitled documents are analysed by their language, others are not", async (t) => {
  const client = await TestClient.start(t);
  const typed = "import * as fs from 'fs'; export async function f(p: string) { return fs.readFileSync(p); }";
  client.open("untitled:Untitled-1", typed, "typescript");
  assert.equal((await client.diagnostics("untitled:Untitled-1")).length, 1);
  client.open("untitled:Untitled-2", typed, "plaintext");
  assert.deepEqual(await client.diagnostics("untitled:Untitled-2"), []);
  client.open("git:/x/a.ts?HEAD", typed, "typescript");
  assert.deepEqual(await client.diagnostics("git:/x/a.ts?HEAD"), []);
  client.open("README.md", READER, "markdown");
  assert.deepEqual(await client.diagnostics("README.md"), []);
  await client.stop();
});

test("a document that the editor hasn't loaded is read from disk", async (t) => {
  const client = await TestClient.start(t, { files: { "a.js": READER } });
  assert.equal((await client.diagnostics("a.js")).length, 1);
  assert.deepEqual(await client.diagnostics("missing.js"), []);
  await client.stop();
});

test("each workspace folder has its own root, and unsaved text of one counts in the other", async (t) => {
  const client = await TestClient.start(t, {
    folders: ["one", "two"],
    files: { "one/names.js": HARMLESS_NAMES, "two/unblock.json": `{"ignore": ["node:fs"]}` },
  });
  const importer = IMPORTER.replace("./names.js", "../one/names.js");
  client.open("one/a.js", IMPORTER);
  client.open("two/a.js", importer);
  client.open("outside/a.js", importer);
  client.open("one/names.js", BLOCKING_NAMES);
  const count = async (name: string): Promise<number> => (await client.diagnostics(name)).length;
  assert.deepEqual([await count("one/a.js"), await count("two/a.js"), await count("outside/a.js")], [1, 0, 1]);
  await client.stop();
});

test("a cancelled pull ends as cancelled, and the next one is answered for the newest text", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", READER);
  const textDocument = { uri: client.uri("a.js") };
  const pulls: Promise<unknown>[] = [];
  for (let round = 0; round < 10; round++) {
    pulls.push(client.cancelled("textDocument/diagnostic", { textDocument }));
    client.edit("a.js", { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "\n" });
  }
  const last = client.diagnostics("a.js");
  for (const outcome of await Promise.allSettled(pulls)) {
    assert.equal(outcome.status, "rejected");
    assert.equal((outcome.reason as { code?: number }).code, -32800);
  }
  const expected: Diagnostic["range"] = { start: { line: 12, character: 9 }, end: { line: 12, character: 24 } };
  assert.deepEqual(
    (await last).map(({ range }) => range),
    [expected],
  );
  await client.stop();
});

test("garbage keeps nothing from working", async (t) => {
  const client = await TestClient.start(t);
  const garbage = "\u0000\ud800 async function ( { => `${ \r /* ".repeat(50);
  client.open("garbage.js", garbage);
  client.open("a.js", READER);
  assert.deepEqual(await client.diagnostics("garbage.js"), []);
  client.edit("garbage.js", {
    range: { start: { line: 0, character: 3 }, end: { line: 40, character: 2 } },
    newText: "\ud83d",
  });
  await client.pull("garbage.js");
  assert.equal((await client.diagnostics("a.js")).length, 1);
  assert.equal((await client.pull("::::")).kind, "full");
  await client.stop();
});

test("what the command line leaves out is quiet in the editor too, and the log says why", async (t) => {
  const files = {
    "unblock.json": `{ "exclude": ["generated"] }`,
    ".gitignore": "dist/\n*.gen.js\n",
    ".git/HEAD": "ref: refs/heads/main\n",
  };
  const client = await TestClient.start(t, { files });
  const quiet = ["generated/a.js", "dist/a.js", "a.gen.js", "node_modules/x/a.js", "a.min.js"];
  for (const name of [...quiet, "a.js"]) client.open(name, READER);
  for (const name of quiet) {
    assert.deepEqual(await client.diagnostics(name), [], name);
    const range = client.rangeOf(name, "readFileSync");
    assert.deepEqual(await client.actions(name, range, []), []);
    const told = client.logs.filter(({ message }) => message.includes(`${client.uri(name)}: Not analysed: `));
    assert.equal(told.length, 1, name);
  }
  assert.equal((await client.diagnostics("a.js")).length, 1);
  client.write(".gitignore", "");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri(".gitignore"), type: 2 }] });
  await client.take("workspace/diagnostic/refresh");
  assert.equal((await client.diagnostics("dist/a.js")).length, 1);
  await client.stop();
});

test("five megabytes on one line are told in the log, and cost nobody time", async (t) => {
  const client = await TestClient.start(t);
  const unit = "async function a(){return require('fs').readFileSync('x')}function b(c){return c?b(c-1):0};";
  client.open("a.js", READER);
  client.open("bundle.js", unit.repeat(Math.ceil(5_000_000 / unit.length)));
  client.open("line.js", unit.repeat(1000));
  const started = performance.now();
  assert.deepEqual(await client.diagnostics("bundle.js"), []);
  assert.deepEqual(await client.diagnostics("line.js"), []);
  assert.equal((await client.diagnostics("a.js")).length, 1);
  assert.ok(performance.now() - started < 5000);
  const told = client.logs.filter(({ message }) => /Not analysed: (?:5\.0 MB|minified)/.test(message));
  assert.equal(told.length, 2);
  // Made readable, it is analysed.
  client.replace("line.js", client.text("line.js"), READER);
  assert.equal((await client.diagnostics("line.js")).length, 1);
  await client.stop();
});
