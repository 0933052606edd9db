import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { PULL_CLIENT, PUSH_CLIENT } from "./support/capabilities";
import { messageOf, TestClient } from "./support/client";

const READER = `import * as fs from "node:fs";
export async function load(file) {
  return fs.readFileSync(file, "utf8");
}
`;
const CHANGED = 2;
const DELETED = 3;

test("severity comes from the editor's settings, and changes with them", async (t) => {
  const client = await TestClient.start(t, {
    settings: { severity: { milliseconds: "error" }, trace: { server: "off" } },
  });
  client.open("a.js", READER);
  assert.equal((await client.diagnostics("a.js"))[0]?.severity, 1);
  client.settings = { severity: { milliseconds: "off" } };
  client.notify("workspace/didChangeConfiguration", { settings: null });
  await client.take("workspace/diagnostic/refresh");
  assert.deepEqual(await client.diagnostics("a.js"), []);
  client.notify("workspace/didChangeConfiguration", { settings: null });
  await client.silence();
  await client.stop();
});

test("settings that can't be used are told, and take no other setting with them", async (t) => {
  const settings = { severity: { milliseconds: "information" }, contexts: "sometimes" };
  const client = await TestClient.start(t, { settings });
  client.open("a.js", READER);
  assert.equal((await client.diagnostics("a.js"))[0]?.severity, 3);
  const warnings = client.logs.filter(({ type }) => type === 2).map(({ message }) => message);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /unblock\.contexts/);
  await client.stop({ expectErrors: true });
});

test("without workspace/configuration, settings come with initialize or with the notification", async (t) => {
  const severity = (level: string) => ({ severity: { milliseconds: level } });
  for (const initializationOptions of [severity("error"), { unblock: severity("error") }]) {
    const client = await TestClient.start(t, { capabilities: PUSH_CLIENT, initializationOptions });
    client.open("a.js", READER);
    const first = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
    assert.deepEqual(
      first.diagnostics.map((diagnostic) => diagnostic.severity),
      [1],
    );
    client.notify("workspace/didChangeConfiguration", { settings: { unblock: severity("hint") } });
    const second = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
    assert.deepEqual(
      second.diagnostics.map((diagnostic) => diagnostic.severity),
      [4],
    );
    await client.stop();
  }
});

test("a broken configuration: the last valid one holds, no fixes, and it is told where it is broken", async (t) => {
  const valid = `{ "severity": { "milliseconds": "error" } }`;
  const client = await TestClient.start(t, {
    files: { "unblock.json": valid },
    initializationOptions: { status: true },
  });
  client.open("a.js", READER);
  client.open("unblock.json", valid, "json");
  const [before] = await client.diagnostics("a.js");
  assert.equal(before?.severity, 1);
  assert.deepEqual(await client.take("unblock/status"), { level: "ok" });
  assert.ok((await client.actions("a.js", before.range, [before])).length > 0);
  assert.deepEqual(await client.diagnostics("unblock.json"), []);

  client.replace("unblock.json", `"error" }`, `"error" ]`);
  const [problem] = await client.diagnostics("unblock.json");
  assert.deepEqual([problem?.code, problem?.severity, problem?.source], ["config", 1, "unblock"]);
  assert.equal(client.textAt("unblock.json", problem?.range ?? before.range), "]");
  // Until it is saved, the file on disk holds.
  assert.ok((await client.actions("a.js", before.range, [before])).length > 0);

  client.write("unblock.json", client.text("unblock.json"));
  client.notify("textDocument/didSave", { textDocument: { uri: client.uri("unblock.json") } });
  await client.take("workspace/diagnostic/refresh");
  const [broken] = await client.diagnostics("a.js");
  assert.equal(broken?.severity, 1);
  for (const diagnostic of [before, broken]) {
    assert.deepEqual(await client.actions("a.js", before.range, [diagnostic]), []);
  }
  const status = await client.take<{ level: string; uri: string }>("unblock/status");
  assert.deepEqual([status.level, status.uri], ["warning", client.uri("unblock.json")]);

  client.write("unblock.json", `{ "severity": { "milliseconds": "hint" } }`);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri("unblock.json"), type: CHANGED }] });
  await client.take("workspace/diagnostic/refresh");
  const [mended] = await client.diagnostics("a.js");
  assert.equal(mended?.severity, 4);
  assert.ok((await client.actions("a.js", mended.range, [mended])).length > 0);
  assert.deepEqual(await client.take("unblock/status"), { level: "ok" });
  const [warning, ...others] = client.logs.filter(({ type }) => type <= 2);
  assert.match(warning?.message ?? "", /unblock\.json can't be read as JSON: comma expected/);
  assert.deepEqual(others, []);
  await client.stop({ expectErrors: true });
});

test("problems of a configuration that isn't open are pushed, until it is mended or gone", async (t) => {
  const client = await TestClient.start(t, { capabilities: PUSH_CLIENT });
  const uri = client.uri("unblock.json");
  const change = async (text: string, type: number): Promise<PublishDiagnosticsParams> => {
    client.write("unblock.json", text);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
    const published = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
    assert.equal(published.uri, uri);
    return published;
  };
  const { diagnostics } = await change(`{\n  "sevrity": {}\n}`, CHANGED);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => [code, range.start.line]),
    [["config", 1]],
  );
  assert.match(messageOf(diagnostics[0]), /Did you mean "severity"/);
  assert.deepEqual((await change("{}", CHANGED)).diagnostics, []);
  assert.equal((await change("{", CHANGED)).diagnostics.length, 1);
  assert.deepEqual((await change("", DELETED)).diagnostics, []);
  const warnings = client.logs.filter(({ type }) => type === 2).map(({ message }) => message);
  assert.equal(warnings.length, 2);
  assert.match(warnings[0] ?? "", /Did you mean "severity"/);
  assert.match(warnings[1] ?? "", /unblock\.json can't be read as JSON/);
  await client.stop({ expectErrors: true });
});

test("workspace folders that come and go bring their configuration along", async (t) => {
  const files = { "one/unblock.json": `{ "ignore": ["node:fs"] }`, "one/a.js": READER };
  const client = await TestClient.start(t, { capabilities: PULL_CLIENT, folders: ["two"], files });
  client.settings = { severity: { milliseconds: "error" } };
  client.open("two/a.js", READER);
  assert.equal((await client.diagnostics("two/a.js")).length, 1);
  const folder = { uri: client.uri("two"), name: "two" };
  client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [folder] } });
  assert.equal((await client.diagnostics("two/a.js")).length, 1);
  const added = [{ uri: client.uri("one"), name: "one" }];
  client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed: [] } });
  client.open("one/a.js", READER);
  assert.deepEqual(await client.diagnostics("one/a.js"), []);
  await client.stop();
});

test("loops of which nobody knows how long they take are told where the setting asks for them", async (t) => {
  const client = await TestClient.start(t, { settings: { loops: "all" } });
  client.open("a.js", "export async function mark(rows) {\n  for (const row of rows) row.done = true;\n}\n");
  const [first, ...others] = await client.diagnostics("a.js");
  assert.deepEqual([first?.severity, first?.code, others], [4, "heavy-loop", []]);
  client.settings = { loops: "evidence" };
  client.notify("workspace/didChangeConfiguration", { settings: null });
  await client.take("workspace/diagnostic/refresh");
  assert.deepEqual(await client.diagnostics("a.js"), []);
  await client.stop();
});
