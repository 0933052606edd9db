import assert from "node:assert/strict";
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type InitializeResult,
} from "vscode-languageserver/node";
import { PULL_CLIENT, PUSH_CLIENT } from "./support/capabilities";
import { MAIN, TestClient } from "./support/client";
import packageJson from "../../../package.json";

test("a client that pulls gets pull diagnostics, and is asked for news of files and settings", async (t) => {
  const client = await TestClient.start(t, { capabilities: PULL_CLIENT });
  const { capabilities, serverInfo } = client.initializeResult ?? { capabilities: {} };
  assert.deepEqual(serverInfo, { name: "unblock", version: packageJson.version });
  assert.deepEqual(capabilities.diagnosticProvider, {
    identifier: "unblock",
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ["quickfix", "refactor.rewrite.unblock.gather", "source.fixAll.unblock"],
    resolveProvider: true,
  });
  await client.pull("nothing.js");
  assert.deepEqual(client.registrations.sort(), [
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
  ]);
  await client.stop();
});

test("a client that doesn't pull isn't offered it, nor what it can't do otherwise", async (t) => {
  const client = await TestClient.start(t, { capabilities: PUSH_CLIENT });
  const { capabilities } = client.initializeResult ?? { capabilities: {} };
  assert.equal(capabilities.diagnosticProvider, undefined);
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ["quickfix", "refactor.rewrite.unblock.gather", "source.fixAll.unblock"],
    resolveProvider: false,
  });
  await client.silence(300);
  assert.deepEqual(client.registrations, []);
  await client.stop();
});

test("a client that takes only commands gets no code actions", async (t) => {
  const client = await TestClient.start(t, { capabilities: {} });
  assert.equal(client.initializeResult?.capabilities.codeActionProvider, undefined);
  await client.stop();
});

test("--version prints the version; without a transport the usage is told", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", MAIN, ...args], { encoding: "utf8" });
  const version = run("--version");
  assert.deepEqual([version.status, version.stdout, version.stderr], [0, `${packageJson.version}\n`, ""]);
  const bare = run();
  assert.deepEqual([bare.status, bare.stdout], [2, ""]);
  assert.match(bare.stderr, /^Usage: .*--stdio/);
});

test("over Node's own channel it answers and ends as over stdio", async (t) => {
  const server = fork(MAIN, ["--node-ipc"], { execArgv: ["--import", "tsx"], silent: true });
  t.after(() => server.kill());
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const result = await connection.sendRequest<InitializeResult>("initialize", params);
  assert.equal(result.serverInfo?.name, "unblock");
  await connection.sendRequest("shutdown");
  const exited = once(server, "exit");
  await connection.sendNotification("exit");
  assert.deepEqual((await exited)[0], 0);
});
