import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import type { Analyzer, Reached, WaysIn } from "../../src/workspace/types";
import { analyzerOf } from "../support/analysis";
import { inTemporaryFolder, slashed } from "../support/fixtures";
import { put } from "./support";

const FILES = {
  "package.json": "{}",
  "server.js": `import { loadConfig } from "./lib/config.js";
import { readJson } from "./lib/json.js";
export async function handler(name) {
  return loadConfig(name);
}
export const second = async (names) => names.map((name) => readJson(name));
export async function silenced() {
  return readJson("a"); // unblock-ignore-line
}
export function synchronous() {
  return loadConfig("b");
}
`,
  "lib/config.js": `import { readJson } from "./json.js";
export function loadConfig(name) {
  return readJson(name) ?? loadConfig("default");
}
export const harmless = (name) => name;
`,
  "lib/json.js": `import * as fs from "node:fs";
export const readJson = (file) => {
  const texts = [file].map((name) => fs.readFileSync(name, "utf8"));
  return JSON.parse(texts[0]);
};
export function unused() {
  return fs.statSync("x");
}
export async function direct() {
  return fs.readFileSync("x");
}
`,
};

function waysInOf(analyzer: Analyzer): WaysIn {
  const steps = analyzer.waysIn();
  let last = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    assert.ok(done / total >= last && done <= total, `${done} of ${total} after ${last}`);
    last = done / total;
  }
}

/** The function at the first place of `part`; `|` in it marks where. */
function at(folder: string, known: WaysIn, file: string, part: string): Reached | undefined {
  const text = readFileSync(join(folder, file), "utf8");
  const start = text.indexOf(part.replace("|", ""));
  assert.notEqual(start, -1, part);
  const offset = start + Math.max(0, part.indexOf("|"));
  return known.to(join(folder, file), { start: offset, end: offset });
}

/** `file function: call > call` for each way. */
function rows(folder: string, reached: Reached | undefined): readonly string[] {
  return (reached?.ways ?? []).map(
    ({ file, within, chain }) =>
      `${slashed(relative(folder, file))} ${within ?? "-"}: ${chain.map(({ name }) => name).join(" > ")}`,
  );
}

const TO_READ = ["server.js handler: loadConfig > readJson", "server.js second: readJson"];

test("the calls on the event loop that reach a function, by the shortest way, from wherever one asks", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const known = waysInOf(analyzerOf(folder));
    const places: readonly (readonly [string, string])[] = [
      ["lib/json.js", "|readJson = (file)"],
      ["lib/json.js", "const tex|ts"],
      ["lib/json.js", "fs.read|FileSync(name"],
      ["lib/config.js", "return read|Json(name)"],
      ["server.js", "read|Json(name));"],
    ];
    for (const [file, part] of places) {
      const reached = at(folder, known, file, part);
      assert.equal(reached?.name, "readJson", part);
      assert.equal(readFileSync(reached.file, "utf8").slice(reached.span.start, reached.span.end), "readJson");
      assert.deepEqual([reached.isBlocking, reached.isOnLoop], [true, false]);
      assert.deepEqual(rows(folder, reached), TO_READ, part);
    }
    assert.deepEqual(rows(folder, at(folder, known, "lib/config.js", "function load|Config")), [
      "server.js handler: loadConfig",
    ]);
  }));

test("what doesn't block, isn't reached, or runs on the event loop itself", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const known = waysInOf(analyzerOf(folder));
    const told = (file: string, part: string): unknown => {
      const reached = at(folder, known, file, part);
      return reached && [reached.name, reached.isBlocking, reached.isOnLoop, rows(folder, reached)];
    };
    assert.deepEqual(told("lib/config.js", "harm|less"), ["harmless", false, false, []]);
    assert.deepEqual(told("lib/json.js", "unu|sed"), ["unused", true, false, []]);
    assert.deepEqual(told("server.js", "hand|ler"), ["handler", false, true, []]);
    const direct = ["fs.readFileSync", true, true, ["lib/json.js direct: fs.readFileSync"]];
    assert.deepEqual(told("lib/json.js", 'readFile|Sync("x")'), direct);
    assert.equal(told("server.js", "|import"), undefined);
    assert.equal(known.to(join(folder, "missing.js"), { start: 0, end: 0 }), undefined);
  }));

test("helpers of a file: those that are reached, in their order", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const known = waysInOf(analyzerOf(folder));
    const helpers = (file: string): unknown =>
      known.helpers(join(folder, file)).map(({ name, ways }) => [name, ways.length]);
    assert.deepEqual(helpers("lib/json.js"), [["readJson", 2]]);
    assert.deepEqual(helpers("lib/config.js"), [["loadConfig", 1]]);
    assert.deepEqual(helpers("server.js"), []);
  }));

test("Python, over packages", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "pyproject.toml": "",
      "app/__init__.py": "",
      "app/main.py": `from app.store import save as keep\n\n\nasync def save(name):\n    keep(name)\n`,
      "app/store.py": `import time\n\n\ndef save(name):\n    _write(name)\n\n\ndef _write(name):\n    time.sleep(1)\n`,
    });
    const known = waysInOf(analyzerOf(folder));
    const reached = at(folder, known, "app/store.py", "def _wri|te");
    assert.equal(reached?.name, "_write");
    assert.deepEqual(rows(folder, reached), ["app/main.py save: save > _write"]);
  }));

test("a second walk after an edit knows the edit; what isn't saved counts", () =>
  inTemporaryFolder((folder) => {
    put(folder, FILES);
    const analyzer = analyzerOf(folder);
    const before = waysInOf(analyzer);
    const server = join(folder, "server.js");
    analyzer.open(server, `${FILES["server.js"]}export async function third() {\n  loadConfig("c");\n}\n`);
    analyzer.open(
      join(folder, "new.js"),
      `import { readJson } from "./lib/json.js";\nasync function f() { readJson("x"); }\n`,
    );
    const after = waysInOf(analyzer);
    assert.deepEqual(rows(folder, at(folder, after, "lib/json.js", "|readJson = (file)")), [
      "new.js f: readJson",
      TO_READ[0],
      TO_READ[1],
      "server.js third: loadConfig > readJson",
    ]);
    assert.deepEqual(rows(folder, at(folder, before, "lib/json.js", "|readJson = (file)")), TO_READ);
    // What the earlier walk knew and is gone now isn't told.
    analyzer.open(server, "export {};\n");
    assert.deepEqual(rows(folder, at(folder, before, "lib/json.js", "|readJson = (file)")), []);
  }));
