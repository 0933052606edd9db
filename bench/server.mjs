/**
 * `npm run bench:server -- [--keystrokes N] CHECKOUT…`: how long after an edit the diagnostics of a file of 5,000 lines
 * come, in a workspace that is there already, over the language server's own protocol; and what the server holds in memory.
 */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, ensureDependencies } from "../scripts/ensure.mjs";
import { median, percentile } from "./measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  "vscode-languageserver/node",
);
const LINES = 5000;
/** Between two keystrokes: a fast typist's pause. */
const PAUSE_MILLISECONDS = 120;
/**
 * What is typed in turn, so many lines below the head of a function: a comment above it, a statement in its body, one that
 * isn't finished, and the rest of that. Each one adds a line above findings, so that every result is news.
 */
const EDITS = {
  typescript: [
    { below: 0, text: "// x\n" },
    { below: 1, text: "  values.indexOf(1);\n" },
    { below: 1, text: "  String(\n" },
    { below: 2, text: "    path);\n" },
  ],
  python: [
    { below: 0, text: "# x\n" },
    { below: 1, text: "    values.index(1)\n" },
    { below: 1, text: "    str(\n" },
    { below: 2, text: "        path)\n" },
  ],
};

const list = process.argv.slice(2);
const at = list.indexOf("--keystrokes");
const keystrokes = at < 0 ? 60 : Number(list[at + 1]);
const checkouts = at < 0 ? list : list.toSpliced(at, 2);
if (checkouts.length === 0 || !(keystrokes > 0)) {
  console.error("Name at least one checkout: npm run bench:server -- [--keystrokes N] CHECKOUT…");
  process.exit(2);
}
await ensureDependencies();
await build();
for (const checkout of checkouts) await bench(resolve(checkout));

async function bench(root) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const server = spawn(process.execPath, [join(here, "..", "server", "dist", "main.js"), "--stdio"], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const arrived = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, version, diagnostics }) => {
    arrived.get(`${uri} ${version}`)?.(diagnostics.length);
  });
  for (const method of ["workspace/configuration", "client/registerCapability", "window/workDoneProgress/create"]) {
    connection.onRequest(method, ({ items }) => (items === undefined ? null : items.map(() => null)));
  }
  connection.listen();
  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "bench" }],
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } } },
  });
  await connection.sendNotification("initialized", {});

  const { text, name, languageId } = bigFile(root);
  const uri = pathToFileURL(join(root, name)).href;
  let version = 1;
  const published = (number) => new Promise((resolve) => arrived.set(`${uri} ${number}`, resolve));
  const first = published(version);
  const began = performance.now();
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  const findings = await first;
  const opened = performance.now() - began;
  const times = [];
  const cpuBefore = processorTime(server.pid);
  const typed = EDITS[languageId];
  let line = middleFunction(text);
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    const { below, text } = typed[stroke % typed.length];
    const position = { line: line + below, character: 0 };
    if (below === 0) line++;
    const start = performance.now();
    const done = published(++version);
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    await done;
    times.push(performance.now() - start);
  }
  const cpu = (processorTime(server.pid) - cpuBefore) / keystrokes;
  const [, peak] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
  console.log(
    `${root}: ${LINES} lines, ${findings} findings; opened after ${opened.toFixed(0)} ms; ` +
      `${keystrokes} keystrokes: median ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU each; ` +
      `server ${(Number(peak) / 1024).toFixed(0)} MB at most`,
  );
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  connection.dispose();
}

/** Zero-based line at which a function in the middle begins. */
function middleFunction(text) {
  const lines = text.split("\n");
  const middle = Math.floor(lines.length / 2);
  return middle + lines.slice(middle).findIndex((line) => /^(export )?async /.test(line));
}

/** Milliseconds of processor time that a process has used, from clock ticks of 10 ms. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A file of 5,000 lines that calls what the workspace's own modules export, with a blocking call every 250 lines. */
function bigFile(root) {
  const modules = modulesOf(root);
  const python = modules.filter((file) => file.endsWith(".py"));
  const scripts = modules.filter((file) => !file.endsWith(".py"));
  return python.length > scripts.length ? pythonFile(root, python) : scriptFile(root, scripts);
}

function scriptFile(root, files) {
  const imported = files.slice(0, 50).map((file, index) => {
    const path = `./${relative(root, file).split(sep).join("/")}`;
    return {
      line: `import * as m${index} from ${JSON.stringify(path.replace(/\.tsx?$/, ""))};`,
      name: exportOf(file, index),
    };
  });
  const lines = ['import * as fs from "node:fs";', ...imported.map(({ line }) => line)];
  for (let number = 0; lines.length < LINES; number++) {
    const called = imported[number % Math.max(1, imported.length)]?.name ?? "Math.random";
    lines.push(
      `export async function work${number}(path: string, values: readonly number[]) {`,
      `  const total = values.map((value) => value * ${number}).reduce((a, b) => a + b, 0);`,
      `  const found = await Promise.resolve({ path, total });`,
      `  ${called}(path as never);`,
      number % 25 === 0 ? `  fs.readFileSync(path);` : `  void found;`,
      `  if (found.total > ${number}) return found;`,
      `  for (const value of values) await Promise.resolve(value);`,
      `  return { path, total: 0 };`,
      `}`,
      ``,
    );
  }
  return { text: lines.join("\n"), name: "unblock-bench.ts", languageId: "typescript" };
}

function exportOf(file, index) {
  const [, name] = /^export (?:async )?function (\w+)/m.exec(readFileSync(file, "utf8")) ?? [];
  return name === undefined ? undefined : `m${index}.${name}`;
}

function pythonFile(root, files) {
  const named = files.map((file) => ({
    file,
    module: relative(root, file)
      .replace(/(\/__init__)?\.py$/, "")
      .split(sep)
      .join("."),
  }));
  const modules = named.filter(({ module }) => /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(module));
  const imported = modules.slice(0, 50).map(({ file, module }, index) => {
    const [, name] = /^def (\w+)/m.exec(readFileSync(file, "utf8")) ?? [];
    return { line: `import ${module} as m${index}`, name: name === undefined ? undefined : `m${index}.${name}` };
  });
  const lines = ["import time", ...imported.map(({ line }) => line)];
  for (let number = 0; lines.length < LINES; number++) {
    const called = imported[number % Math.max(1, imported.length)]?.name ?? "print";
    lines.push(
      `async def work${number}(path, values):`,
      `    total = sum(value * ${number} for value in values)`,
      `    found = {"path": path, "total": total}`,
      `    ${called}(path)`,
      number % 25 === 0 ? `    time.sleep(1)` : `    assert found`,
      `    if found["total"] > ${number}:`,
      `        return found`,
      `    return {"path": path, "total": 0}`,
      ``,
      ``,
    );
  }
  return { text: lines.join("\n"), name: "unblock_bench.py", languageId: "python" };
}

/** Source files of a checkout, without tests and dependencies. */
function modulesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(\.|node_modules$|tests?$|__tests__$|dist$|playground$)/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return modulesOf(path);
    return /\.(ts|py)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}
