/** Ways in over the protocol: the request, code lenses and hints, and that they follow what happens elsewhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeLens } from "vscode-languageserver";
import type { WaysInResult } from "../../src/adapters/lsp/protocol";
import { PULL_CLIENT } from "./support/capabilities";
import { messageOf, TestClient } from "./support/client";

const A = `import { loadConfig } from "./config.js";
export async function handler(name) {
  return loadConfig(name);
}
`;
const B = `import * as fs from "node:fs";
export function loadConfig(name) {
  return read(name);
}
const read = (name) => fs.readFileSync(name);
`;
const FILES = { "package.json": "{}", "a.js": A, "config.js": B };
const WITH_LENSES = {
  ...PULL_CLIENT,
  workspace: { ...PULL_CLIENT.workspace, codeLens: { refreshSupport: true } },
};

function waysIn(client: TestClient, name: string, part: string, more: object = {}): Promise<WaysInResult | null> {
  const position = client.rangeOf(name, part).start;
  return client.request("unblock/waysIn", { textDocument: { uri: client.uri(name) }, position, ...more });
}

function lenses(client: TestClient, name: string): Promise<CodeLens[]> {
  return client.request("textDocument/codeLens", { textDocument: { uri: client.uri(name) } });
}

const range = (line: number, start: number, end: number): WaysInResult["range"] => ({
  start: { line, character: start },
  end: { line, character: end },
});

test("the request names the function, and every way to it with its steps", async (t) => {
  const client = await TestClient.start(t, { files: FILES });
  client.open("config.js", B);
  const inB = { uri: client.uri("config.js") };
  const entry = { uri: client.uri("a.js"), range: range(2, 9, 19) };
  assert.deepEqual(await waysIn(client, "config.js", "read = "), {
    ...{ ...inB, range: range(4, 6, 10) },
    name: "read",
    message: "`read`: 1 way in from async code.",
    ways: [
      {
        ...{ ...entry, within: "handler" },
        chain: [
          { ...entry, name: "loadConfig" },
          { ...inB, range: range(2, 9, 13), name: "read" },
        ],
      },
    ],
  });
  assert.equal(await waysIn(client, "config.js", "import"), null);
  client.open("a.js", A.replace("async ", ""));
  const { message, ways } = (await waysIn(client, "config.js", "read = ")) ?? {};
  assert.deepEqual([message, ways], ["`read` blocks, and no async code reaches it.", []]);
  await client.stop();
});

test("the request tells how far it is, and can be cancelled", async (t) => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`many/${index}.js`, A.replace("./config", "../config")]),
  );
  const client = await TestClient.start(t, { files: { ...FILES, ...many } });
  client.open("config.js", B);
  const params = { textDocument: { uri: client.uri("config.js") }, position: { line: 1, character: 20 } };
  await assert.rejects(client.cancelled("unblock/waysIn", params), { code: -32800 });
  // Others are answered meanwhile.
  const answer = waysIn(client, "config.js", "read = ", { workDoneToken: "token" });
  const first = await Promise.race([answer.then(() => "ways"), client.pull("config.js").then(() => "diagnostics")]);
  assert.equal(first, "diagnostics");
  assert.equal((await answer)?.ways.length, 301);
  const kinds: string[] = [];
  while (kinds.at(-1) !== "end") {
    const { token, value } = await client.take<{ token: string; value: { kind: string } }>("$/progress");
    assert.equal(token, "token");
    kinds.push(value.kind);
  }
  assert.equal(kinds[0], "begin");
  assert.ok(kinds.includes("report"));
  await client.stop();
});

test("a way from another workspace folder is found too", async (t) => {
  const client = await TestClient.start(t, {
    folders: ["one", "two"],
    files: {
      ...{ "one/package.json": "{}", "one/a.js": A, "one/config.js": B },
      ...{ "two/package.json": "{}", "two/b.js": A.replace("./config", "../one/config") },
    },
  });
  client.open("one/config.js", B);
  const found = await waysIn(client, "one/config.js", "loadConfig");
  assert.deepEqual(
    found?.ways.map(({ uri }) => uri),
    [client.uri("one/a.js"), client.uri("two/b.js")],
  );
  await client.stop();
});

test("code lenses: off by default; on by the setting, and refreshed when a way comes or goes elsewhere", async (t) => {
  const client = await TestClient.start(t, { files: FILES, capabilities: WITH_LENSES });
  client.open("config.js", B);
  assert.deepEqual(await lenses(client, "config.js"), []);
  client.settings = { codeLens: true };
  client.notify("workspace/didChangeConfiguration", { settings: null });
  await client.take("workspace/codeLens/refresh");
  const titles = async (): Promise<unknown> =>
    (await lenses(client, "config.js")).map(({ range: { start }, command }) => [
      start.line,
      command?.title,
      command?.command,
      command?.arguments,
    ]);
  const lens = (line: number, character: number, title: string): unknown => [
    line,
    title,
    "unblock.showWaysIn",
    [client.uri("config.js"), { line, character }],
  ];
  const one = "1 way in from async code";
  assert.deepEqual(await titles(), [lens(1, 16, one), lens(4, 6, one)]);
  client.write("b.js", A);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri("b.js"), type: 1 }] });
  await client.take("workspace/codeLens/refresh");
  const two = "2 ways in from async code";
  assert.deepEqual(await titles(), [lens(1, 16, two), lens(4, 6, two)]);
  // Nothing about ways in changed.
  client.open("a.js", `${A}// more\n`);
  await client.silence();
  client.replace("config.js", "fs.readFileSync(name)", "name");
  await client.take("workspace/codeLens/refresh");
  assert.deepEqual(await titles(), []);
  await client.stop();
});

test("hints at helpers: off by default; on by the setting, in step with who reaches them", async (t) => {
  const client = await TestClient.start(t, { files: FILES, settings: { hints: { reachedHelpers: true } } });
  client.open("config.js", B);
  assert.deepEqual(await client.diagnostics("config.js"), []);
  await client.take("workspace/diagnostic/refresh");
  const [hint, other, ...others] = await client.diagnostics("config.js");
  assert.deepEqual(others, []);
  assert.deepEqual([hint?.severity, hint?.source, hint?.code], [4, "unblock", "blocking-chain"]);
  assert.equal(messageOf(hint), "`loadConfig` blocks the event loop: 1 way in from async code.");
  assert.deepEqual(
    [hint, other].map((one) => one && client.textAt("config.js", one.range)),
    ["loadConfig", "read"],
  );
  assert.deepEqual(hint?.relatedInformation, [
    { location: { uri: client.uri("a.js"), range: range(2, 9, 19) }, message: "handler calls loadConfig" },
  ]);
  client.write("a.js", A.replace("async ", ""));
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri("a.js"), type: 2 }] });
  await client.take("workspace/diagnostic/refresh");
  assert.deepEqual(await client.diagnostics("config.js"), []);
  client.settings = {};
  client.notify("workspace/didChangeConfiguration", { settings: null });
  await client.silence();
  await client.stop();
});
