import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import { messageOf, TestClient } from "./support/client";

const program = resolve("server/test/lsp/support/failingServer.ts");
const start = { line: 0, character: 0 };

test("what is thrown inside is a diagnostic and one log line with the file; other files go on", async (t) => {
  const client = await TestClient.start(t, { program, initializationOptions: { status: true } });
  client.open("bad.js", "throw!");
  client.open("good.js", "call()");
  const [diagnostic, ...others] = await client.diagnostics("bad.js");
  assert.deepEqual(others, []);
  assert.deepEqual([diagnostic?.code, diagnostic?.severity, diagnostic?.source], ["internal", 3, "unblock"]);
  assert.match(messageOf(diagnostic), /could not analyse this file: the engine broke/);
  assert.deepEqual(await client.take("unblock/status"), {
    level: "error",
    message: "A file could not be analysed.",
    uri: client.uri("bad.js"),
  });
  await client.diagnostics("bad.js");
  assert.deepEqual(await client.actions("bad.js", { start, end: start }, []), []);
  assert.equal(
    await client.request("textDocument/hover", { textDocument: { uri: client.uri("bad.js") }, position: start }),
    null,
  );
  assert.equal((await client.diagnostics("good.js")).length, 1);

  const errors = client.logs.filter(({ type }) => type === 1).map(({ message }) => message);
  assert.equal(errors.filter((message) => message.startsWith("textDocument/diagnostic")).length, 1);
  for (const message of errors) assert.ok(message.includes(client.uri("bad.js")), message);

  client.edit("bad.js", { range: { start, end: { line: 0, character: 6 } }, newText: "call()" });
  assert.equal((await client.diagnostics("bad.js"))[0]?.code, "blocking-call");
  assert.deepEqual(await client.take("unblock/status"), { level: "ok" });
  await client.stop({ expectErrors: true });
});

test("a fix-all that fails gives the action back without an edit", async (t) => {
  const client = await TestClient.start(t, { program });
  client.open("a.js", "call()");
  const action: CodeAction = { title: "x", kind: "source.fixAll.unblock", data: { fixAll: client.uri("a.js") } };
  assert.deepEqual(await client.request("codeAction/resolve", action), action);
  assert.equal(client.logs.filter(({ type }) => type === 1).length, 1);
  await client.stop({ expectErrors: true });
});

test("an internal problem of a file is told beside its findings", async (t) => {
  const client = await TestClient.start(t, { program });
  client.open("a.js", "problem! call()");
  const told = (await client.diagnostics("a.js")).map(({ code, message }) => [code, message]);
  assert.deepEqual(told, [
    ["internal", "half of it"],
    ["blocking-call", "Blocks."],
  ]);
  await client.stop();
});

test("further steps of a chain are related information, in open and in closed files", async (t) => {
  const client = await TestClient.start(t, { program, files: { "helper.js": "\n\ninner read" } });
  client.open("a.js", "call()");
  const uri = client.uri("helper.js");
  const range = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  const [diagnostic] = await client.diagnostics("a.js");
  assert.deepEqual(diagnostic?.relatedInformation, [
    { location: { uri, range: range(2, 0, 5) }, message: "call calls inner" },
    { location: { uri, range: range(2, 6, 10) }, message: "inner calls fs.readFileSync, which blocks" },
  ]);
  client.open("helper.js", "\n\n\ninner read");
  const [again] = await client.diagnostics("a.js");
  // Offset 2 is the third line's break now.
  assert.deepEqual(again?.relatedInformation?.[0]?.location.range, {
    start: { line: 2, character: 0 },
    end: { line: 3, character: 4 },
  });
  await client.stop();
});

test("the first safe fix is preferred, not the first fix", async (t) => {
  const client = await TestClient.start(t, { program });
  client.open("a.js", "call()");
  const diagnostics = await client.diagnostics("a.js");
  const actions = await client.actions("a.js", { start, end: start }, diagnostics);
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ["Await it (unsafe: check the order)", undefined],
      ["Await it", true],
    ],
  );
  await client.stop();
});
