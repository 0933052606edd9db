/** The package as it is shipped: what is in it, and that what is in it runs with nothing else around. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import {
  createProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import manifest from "../../package.json";
import { EDITOR_KEYS, SETTING_KEYS } from "../../client/src/settingKeys";
import { DEFAULT_CONFIG } from "../src/core/config";

const ROOT = path.resolve(__dirname, "../..");
const SOURCE = "import fs from 'node:fs'; async function f(p) { fs.readFileSync(p) }\n";
const PYTHON = "import time\nasync def wait():\n    time.sleep(1)\n";
const PARSERS = ["web-tree-sitter.wasm", "tree-sitter-python.wasm"];

let home: string;
let entries: ReadonlyMap<string, Buffer>;
const inPackage = (file: string): string => path.join(home, "extension", file);

before(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "unblock-package-"));
  const vsix = path.join(home, "unblock.vsix");
  // `npm test` has built what is packed.
  const packed = await runNode([path.join(ROOT, "scripts/package.mjs"), "--no-build", "--out", vsix], ROOT);
  assert.equal(packed.exitCode, 0, packed.output);
  entries = unzip(await readFile(vsix));
  for (const [name, content] of entries) {
    await mkdir(path.dirname(path.join(home, name)), { recursive: true });
    await writeFile(path.join(home, name), content);
  }
});

after(() => rm(home, { recursive: true, force: true }));

test("the package holds what the allow-list names, and nothing else", async () => {
  const schemas = (await readdir(path.join(ROOT, "server/schema"))).map((name) => `server/schema/${name}`);
  const rules = (await readdir(path.join(ROOT, "docs/rules"))).map((name) => `docs/rules/${name}`);
  // Names are vsce's own: it lowers some of them and gives the licence an extension.
  const expected = [
    ...["package.json", "readme.md", "changelog.md", "LICENSE.txt", "icon.png", "client/dist/extension.js"],
    ...["cli.js", "main.js", "typescript.js", "scslre.js", ...PARSERS, "NOTICES.txt"].map(
      (name) => `server/dist/${name}`,
    ),
    ...schemas,
    ...rules,
  ];
  const shipped = [...entries.keys()].flatMap((name) => (name.startsWith("extension/") ? name.slice(10) : []));
  assert.deepEqual(shipped.sort(), expected.sort());
  assert.ok(rules.length > 0 && schemas.length > 0);
});

test("the packed server finds a blocking call, with no modules around it", async () => {
  for (let folder = inPackage("server/dist"); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    assert.equal(existsSync(path.join(folder, "node_modules")), false, `node_modules beside ${folder}`);
  }
  const file = path.join(home, "project", "main.mjs");
  const items = await diagnose(pathToFileURL(file).href, "javascript", SOURCE);
  assert.equal(items.length, 1, JSON.stringify(items));
  assert.equal(items[0]?.source, "unblock");
  assert.equal(items[0].code, "blocking-call");
});

test("the packed server answers for Python, saved or not", async () => {
  for (const uri of [pathToFileURL(path.join(home, "project", "main.py")).href, "untitled:Untitled-1"]) {
    const items = await diagnose(uri, "python", PYTHON);
    assert.deepEqual(
      items.map(({ code, range }) => [code, range.start, range.end]),
      [["blocking-call", { line: 2, character: 4 }, { line: 2, character: 14 }]],
    );
  }
});

test("the notices name what is inside", async () => {
  const notices = await readFile(inPackage("server/dist/NOTICES.txt"), "utf8");
  for (const name of ["typescript", "web-tree-sitter", "tree-sitter-python"]) {
    assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(`, "m"));
  }
});

test("the packed command line runs", async () => {
  const version = await runNode([inPackage("server/dist/cli.js"), "--version"], home);
  assert.deepEqual(version, { exitCode: 0, output: `${manifest.version}\n` });

  const project = path.join(home, "checked");
  await mkdir(project);
  await writeFile(path.join(project, "main.mjs"), SOURCE);
  const report = await runNode([inPackage("server/dist/cli.js"), "check", "--format", "json", "."], project);
  assert.equal(report.exitCode, 1, report.output);
  const { findings } = JSON.parse(report.output) as { findings: readonly { file: string; api: string }[] };
  assert.deepEqual(
    findings.map(({ file, api }) => [file, api]),
    [["main.mjs", "node:fs.readFileSync"]],
  );
});

test("without the Python parser JavaScript is analysed, and every Python file says why it isn't", async () => {
  const dist = path.join(home, "broken", "server", "dist");
  const project = path.join(home, "both");
  await Promise.all([mkdir(dist, { recursive: true }), mkdir(project)]);
  for (const name of ["cli.js", "main.js", "typescript.js", PARSERS[0] ?? ""]) {
    await copyFile(inPackage(`server/dist/${name}`), path.join(dist, name));
  }
  await writeFile(path.join(project, "main.mjs"), SOURCE);
  const javascript = await runNode([path.join(dist, "cli.js"), "check"], project);
  assert.equal(javascript.exitCode, 1, javascript.output);

  await writeFile(path.join(project, "main.py"), PYTHON);
  const both = await runNode([path.join(dist, "cli.js"), "check"], project);
  assert.equal(both.exitCode, 3, both.output);
  assert.match(both.output, /main\.mjs\n +1:\d+ +warning/);
  assert.match(
    both.output,
    /error: main\.py: Not analysed: .*there is no tree-sitter-python\.wasm in .*Install Unblock again/,
  );
  const uri = pathToFileURL(path.join(project, "main.py")).href;
  const items = await diagnose(uri, "python", PYTHON, path.join(dist, "main.js"));
  assert.deepEqual(
    items.map(({ code }) => code),
    ["internal"],
  );

  await writeFile(path.join(dist, PARSERS[1] ?? ""), "not a module");
  const damaged = await runNode([path.join(dist, "cli.js"), "check"], project);
  assert.equal(damaged.exitCode, 3, damaged.output);
  assert.match(damaged.output, /error: main\.py: Not analysed: the Python parser can't be loaded/);
});

test("the manifest's settings are the engine's, with its defaults", () => {
  const properties: Readonly<Record<string, { readonly default: unknown }>> =
    manifest.contributes.configuration.properties;
  const names = Object.keys(properties).map((name) => name.replace(/^unblock\./, ""));
  assert.deepEqual(names.sort(), [...SETTING_KEYS, ...EDITOR_KEYS, "enable", "trace.server"].sort());

  for (const key of EDITOR_KEYS) assert.equal(properties[`unblock.${key}`]?.default, false, key);

  const defaults = { ...DEFAULT_CONFIG, nodeVersion: null } as Readonly<Record<string, unknown>>;
  for (const key of SETTING_KEYS) {
    const [group = "", name] = key.split(".");
    const value = defaults[group];
    const expected = name === undefined ? value : (value as Readonly<Record<string, unknown>>)[name];
    assert.deepEqual(properties[`unblock.${key}`]?.default, expected, key);
  }
});

/** Diagnostics that the packed server gives for a document that exists in the editor only. */
async function diagnose(
  uri: string,
  languageId: string,
  text: string,
  program = inPackage("server/dist/main.js"),
): Promise<Report["items"]> {
  const server = spawn(process.execPath, [program, "--stdio"], {
    cwd: home,
    env: bareEnvironment(),
  });
  let complaints = "";
  server.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const ended = new Promise<number | null>((resolve) => server.on("close", resolve));
  const died = ended.then((exitCode) => Promise.reject(new Error(`The server ended with ${exitCode}: ${complaints}`)));
  const dialogue = async () => {
    connection.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
    });
    await connection.sendNotification("initialized", {});
    const textDocument = { uri, languageId, version: 1, text };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    const report = await connection.sendRequest<Report>("textDocument/diagnostic", { textDocument: { uri } });
    await connection.sendRequest("shutdown");
    return report;
  };
  try {
    const report = await Promise.race([dialogue(), died]);
    await connection.sendNotification("exit");
    assert.equal(await ended, 0, complaints);
    return report.items;
  } finally {
    connection.dispose();
    server.kill();
  }
}

interface Report {
  readonly items: readonly { readonly source: string; readonly code: string; readonly range: Range }[];
}

/** The environment without anything that leads to other modules. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_PATH: "", NODE_OPTIONS: "" };
}

function runNode(given: readonly string[], cwd: string): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, given, { cwd, env: bareEnvironment(), stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
}

/** Files of a zip archive by name. Reads the central directory (APPNOTE.TXT 4.3.12), as sizes elsewhere may be zero. */
function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  assert.notEqual(end, -1, "not a zip archive");
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const isDeflated = archive.readUInt16LE(at + 10) === 8;
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const header = archive.readUInt32LE(at + 42);
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const content = archive.subarray(start, start + size);
    files.set(name, isDeflated ? inflateRawSync(content) : content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
