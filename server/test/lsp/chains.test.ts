/** Chains over the protocol: what a person is shown of one, and that other files count as soon as they change. */
import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { PULL_CLIENT, PUSH_CLIENT } from "./support/capabilities";
import { messageOf, TestClient } from "./support/client";

const A = `import { loadConfig } from "./lib/config.js";
export async function handler(name) {
  return loadConfig(name);
}
`;
const B = `import { readJson } from "./json.js";
export function loadConfig(name) {
  return readJson(name);
}
`;
const HARMLESS_B = B.replace("readJson(name)", "name");
const C = `import * as fs from "node:fs";
export const readJson = (file) => fs.existsSync(file) && JSON.parse(fs.readFileSync(file, "utf8"));
`;
const FILES = { "a.js": A, "lib/config.js": B, "lib/json.js": C };
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const range = (line: number, start: number, end: number): Diagnostic["range"] => ({
  start: { line, character: start },
  end: { line, character: end },
});

async function count(client: TestClient, name: string): Promise<number> {
  return (await client.diagnostics(name)).length;
}

function tell(client: TestClient, ...changes: readonly (readonly [name: string, type: number])[]): void {
  client.notify("workspace/didChangeWatchedFiles", {
    changes: changes.map(([name, type]) => ({ uri: client.uri(name), type })),
  });
}

test("every step of a chain can be clicked, in files that are open and in files that aren't", async (t) => {
  const client = await TestClient.start(t, { files: { ...FILES, "lib/config.js": HARMLESS_B } });
  client.open("a.js", A);
  client.open("lib/config.js", `// unsaved\n${B}`);
  const [diagnostic, ...others] = await client.diagnostics("a.js");
  assert.deepEqual(others, []);
  assert.equal(diagnostic?.code, "blocking-chain");
  assert.equal(
    messageOf(diagnostic),
    "`loadConfig` blocks the event loop for milliseconds: it calls `readJson` (config.js:4), " +
      "which calls `fs.readFileSync` (json.js:2), and 1 more that blocks.",
  );
  assert.equal(client.textAt("a.js", diagnostic.range), "loadConfig");
  assert.deepEqual(diagnostic.relatedInformation, [
    { location: { uri: client.uri("lib/config.js"), range: range(3, 9, 17) }, message: "loadConfig calls readJson" },
    {
      location: { uri: client.uri("lib/json.js"), range: range(1, 68, 83) },
      message: "readJson calls fs.readFileSync, which blocks",
    },
  ]);
  await client.stop();
});

test("a step in an installed package opens the package's file", async (t) => {
  const main = 'import { send } from "@acme/sdk";\nexport async function handler() {\n  send();\n}\n';
  const sdk = 'const { execSync } = require("node:child_process");\nexports.send = () => execSync("date");\n';
  const client = await TestClient.start(t, {
    files: {
      "unblock.json": '{ "dependencies": "follow" }',
      "main.js": main,
      "node_modules/@acme/sdk/package.json": '{ "name": "@acme/sdk", "main": "./lib/client.js" }',
      "node_modules/@acme/sdk/lib/client.js": sdk,
    },
  });
  client.open("main.js", main);
  const [diagnostic, ...others] = await client.diagnostics("main.js");
  assert.deepEqual(others, []);
  assert.match(messageOf(diagnostic), /^`send` blocks .*`child_process\.execSync` \(@acme\/sdk\/lib\/client\.js:2\)/);
  const uri = client.uri("node_modules/@acme/sdk/lib/client.js");
  assert.deepEqual(
    diagnostic?.relatedInformation?.map(({ location }) => location),
    [{ uri, range: range(1, 21, 29) }],
  );
  client.open("node_modules/@acme/sdk/lib/client.js", sdk);
  assert.deepEqual(await client.diagnostics("node_modules/@acme/sdk/lib/client.js"), []);
  await client.stop();
});

interface HoverAnswer {
  readonly contents: { readonly kind: string; readonly value: string };
}

test("a hover lists the whole chain with links, and names what else the call reaches", async (t) => {
  for (const [capabilities, isMarkdown] of [
    [PULL_CLIENT, true],
    [PUSH_CLIENT, false],
  ] as const) {
    const client = await TestClient.start(t, { files: FILES, capabilities });
    client.open("a.js", A);
    const position = client.rangeOf("a.js", "loadConfig(name)").start;
    const answer = await client.request<HoverAnswer>("textDocument/hover", {
      textDocument: { uri: client.uri("a.js") },
      position,
    });
    const link = (place: string, name: string, fragment: string): string =>
      isMarkdown ? `[${place}](${client.uri(name)}#${fragment})` : place;
    const code = (text: string): string => (isMarkdown ? `\`${text}\`` : text);
    const [head, list, others] = [
      `${code("loadConfig")} blocks the event loop: file system, for milliseconds.`,
      `1. it calls ${code("readJson")}: ${link("config.js:3", "lib/config.js", "L3,10")}\n` +
        `2. which calls ${code("fs.readFileSync")}: ${link("json.js:2", "lib/json.js", "L2,69")}`,
      `It also reaches ${code("fs.existsSync")}.`,
    ];
    assert.equal(answer.contents.kind, isMarkdown ? "markdown" : "plaintext");
    assert.equal(answer.contents.value, [head, list, others].join(isMarkdown ? "\n\n" : "\n"));
    if (!isMarkdown) await client.take("textDocument/publishDiagnostics");
    await client.stop();
  }
});

test("an edit of the helper clears the finding of its caller, and brings it back, without a touch there", async (t) => {
  const client = await TestClient.start(t, { files: FILES });
  client.open("a.js", A);
  client.open("lib/config.js", B);
  assert.equal(await count(client, "a.js"), 1);
  assert.equal(await count(client, "lib/config.js"), 0);
  client.replace("lib/config.js", "readJson(name)", "name");
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "a.js"), 0);
  client.replace("lib/config.js", "return name", "return readJson(name)");
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "a.js"), 1);
  // An edit behind the call moves no step.
  client.replace("lib/config.js", "\n}\n", "\n}\n// the end\n");
  await client.silence();
  await client.stop();
});

test("a helper that is opened as it is, and edited only after a while, clears its caller too", async (t) => {
  const client = await TestClient.start(t, { files: FILES });
  client.open("a.js", A);
  assert.equal(await count(client, "a.js"), 1);
  client.open("lib/json.js", C);
  await client.silence();
  client.replace("lib/json.js", "readJson", "readJsonNow");
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "a.js"), 0);
  await client.stop();
});

test("the same for clients that get diagnostics pushed", async (t) => {
  const client = await TestClient.start(t, { files: FILES, capabilities: PUSH_CLIENT });
  const published = async (): Promise<readonly [string, number]> => {
    const { uri, diagnostics } = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
    return [uri, diagnostics.length];
  };
  client.open("a.js", A);
  assert.deepEqual(await published(), [client.uri("a.js"), 1]);
  client.open("lib/config.js", B);
  assert.deepEqual(await published(), [client.uri("lib/config.js"), 0]);
  client.replace("lib/config.js", "readJson(name)", "name");
  assert.deepEqual(await published(), [client.uri("a.js"), 0]);
  client.close("lib/config.js");
  assert.deepEqual([await published(), await published()].sort(), [
    [client.uri("a.js"), 1],
    [client.uri("lib/config.js"), 0],
  ]);
  await client.stop();
});

test("files further down count when they change, go, come and are renamed on disk only", async (t) => {
  const client = await TestClient.start(t, { files: FILES });
  const onDisk = (name: string): string => join(client.root, name);
  const expect = async (found: number, what: string): Promise<void> => {
    await client.take("workspace/diagnostic/refresh");
    assert.equal(await count(client, "a.js"), found, what);
  };
  client.open("a.js", A);
  assert.equal(await count(client, "a.js"), 1);

  client.write("lib/json.js", "export const readJson = (file) => file;\n");
  tell(client, ["lib/json.js", CHANGED]);
  await expect(0, "changed");
  client.write("lib/json.js", C);
  tell(client, ["lib/json.js", CHANGED]);
  await expect(1, "changed back");

  rmSync(onDisk("lib/json.js"));
  tell(client, ["lib/json.js", DELETED]);
  await expect(0, "deleted");
  client.write("lib/json.js", C);
  tell(client, ["lib/json.js", CREATED]);
  await expect(1, "created");

  renameSync(onDisk("lib"), onDisk("library"));
  tell(client, ["lib", DELETED], ["library/config.js", CREATED], ["library/json.js", CREATED]);
  await expect(0, "its folder renamed");
  renameSync(onDisk("library"), onDisk("lib"));
  tell(client, ["library", DELETED], ["lib/config.js", CREATED], ["lib/json.js", CREATED]);
  await expect(1, "its folder named as before");

  // Some watchers name the folder alone.
  renameSync(onDisk("lib"), onDisk("library"));
  tell(client, ["lib", DELETED], ["library", CREATED]);
  await expect(0, "its folder renamed, told by its name");
  renameSync(onDisk("library"), onDisk("lib"));
  tell(client, ["library", DELETED], ["lib", CREATED]);
  await expect(1, "its folder named as before, told by its name");
  client.write("notes.txt", "");
  tell(client, ["notes.txt", CREATED]);
  await client.silence();
  await client.stop();
});

test("a file that is opened counts with its neighbours before anybody tells that they are there", async (t) => {
  const client = await TestClient.start(t, { files: { "package.json": "{}", ...FILES } });
  client.open("a.js", A);
  assert.equal(await count(client, "a.js"), 1);
  for (const [name, text] of Object.entries(FILES)) client.write(`copy/${name}`, text);
  client.open("copy/a.js", A);
  assert.equal(await count(client, "copy/a.js"), 1);
  await client.stop();
});

test("what is created only in the editor counts, until it is closed without having been saved", async (t) => {
  const client = await TestClient.start(t, { files: { "a.js": A } });
  client.open("a.js", A);
  assert.equal(await count(client, "a.js"), 0);
  client.open("lib/config.js", B);
  client.open("lib/json.js", C);
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "a.js"), 1);
  client.close("lib/json.js");
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "a.js"), 0);
  await client.stop();
});

test("Python: an unsaved edit of a helper in a package clears its caller", async (t) => {
  const app = "from helpers.wait import pause\n\n\nasync def main():\n    pause()\n";
  const wait = "import time\n\n\ndef pause():\n    time.sleep(1)\n";
  const client = await TestClient.start(t, {
    files: { "pyproject.toml": "", "app.py": app, "helpers/__init__.py": "", "helpers/wait.py": wait },
  });
  client.open("app.py", app, "python");
  const [diagnostic] = await client.diagnostics("app.py");
  assert.equal(
    messageOf(diagnostic),
    "`pause` blocks the event loop for as long as it waits: it calls `time.sleep` (wait.py:5).",
  );
  client.open("helpers/wait.py", wait, "python");
  client.replace("helpers/wait.py", "time.sleep(1)", "pass");
  await client.take("workspace/diagnostic/refresh");
  assert.equal(await count(client, "app.py"), 0);
  await client.stop();
});

test("manifests are watched: they say what an import means, which versions hold, what is at hand", async (t) => {
  const pyproject = (version: string): string => `[project]\nrequires-python = ">=${version}"\n`;
  const text = "import time\nimport asyncio\nimport requests\n\n\nasync def f(url):\n    requests.get(url)\n";
  const client = await TestClient.start(t, { files: { "pyproject.toml": pyproject("3.8") } });
  const titles = async (): Promise<string> => {
    const [diagnostic] = await client.diagnostics("a.py");
    return (diagnostic?.data as { fixes: { title: string }[] }).fixes.map(({ title }) => title).join("; ");
  };
  client.open("a.py", text, "python");
  assert.doesNotMatch(await titles(), /to_thread/);
  client.write("pyproject.toml", pyproject("3.9"));
  tell(client, ["pyproject.toml", CHANGED]);
  await client.take("workspace/diagnostic/refresh");
  assert.match(await titles(), /to_thread/);

  const isWatched = (name: string): boolean => client.watched.some((pattern) => matches(pattern, name));
  for (const name of [
    ...["package.json", "tsconfig.json", "tsconfig.build.json", "jsconfig.json", "pnpm-workspace.yaml"],
    ...["pyproject.toml", "requirements.txt", "requirements-dev.txt", "setup.cfg", "unblock.json", ".gitignore"],
  ]) {
    assert.ok(isWatched(name), name);
  }
  assert.ok(!isWatched("notes.txt"));
  await client.stop();
});

/** The protocol's globs as far as the server uses them: any folder, `*`, groups. */
function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/^\*\*\//, "")
    .replace(/[.]/g, "\\.")
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(",", "|")})`)
    .replace(/\*/g, ".*");
  return new RegExp(`^${source}$`).test(name);
}
