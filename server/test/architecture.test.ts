/** Holds the house together: who may import whom, who may touch the disk, and how long a file gets. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ts } from "ts-morph";

const ROOT = path.resolve(__dirname, "../..");
const LONGEST_FILE_LINES = 300;

const WORKSPACE_LIBRARIES = ["picomatch", "ignore", "jsonc-parser", "ajv", "semver", "resolve.exports"];
const CONTRACT = ["server/src/core/", "server/src/languages/language"];
const ENGINE = ["server/src/core/", "server/src/languages/", "server/src/workspace/"];

/** What files under a prefix may import: a folder of the project (ends with `/`), a file, a package, or all of Node (`node:`). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "server/src/core/": ["server/src/core/"],
  "server/src/languages/language": ["server/src/core/"],
  "server/src/languages/load": [...CONTRACT, "server/src/languages/", "node:path"],
  "server/src/languages/backtracking": ["scslre"],
  "server/src/languages/typescript/": [
    ...CONTRACT,
    "server/src/languages/typescript/",
    "server/src/languages/backtracking",
    "ts-morph",
  ],
  "server/src/languages/python/": [
    ...CONTRACT,
    "server/src/languages/python/",
    "server/src/languages/backtracking",
    "web-tree-sitter",
    "node:path",
  ],
  "server/src/workspace/": [...ENGINE, "server/catalogue/", "server/schema/", "node:", ...WORKSPACE_LIBRARIES],
  "server/src/adapters/lsp/": [
    ...[...ENGINE, "server/src/adapters/lsp/", "node:"],
    ...["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-uri"],
  ],
  "server/src/adapters/cli/": [...ENGINE, "server/src/adapters/cli/", "node:", "diff"],
  "server/src/main.ts": [...ENGINE, "server/src/adapters/lsp/", "vscode-languageserver", "node:path", "package.json"],
  "server/src/cli.ts": [...ENGINE, "server/src/adapters/cli/", "node:path", "package.json"],
  "client/src/": ["client/src/", "vscode", "vscode-languageclient", "server/src/adapters/lsp/protocol"],
};

/** The disk belongs to one stage; and whatever runs a program or speaks to a network belongs to none. */
const ONLY_IN_WORKSPACE = /^node:fs(\/|$)/;
const NOWHERE = /^node:(child_process|cluster|vm|net|tls|dgram|dns|https?|http2|inspector)(\/|$)/;

/** A line for each thing in `source` that the table forbids; `file` is relative to the project, with `/`. */
function violations(file: string, source: string): string[] {
  const prefix = Object.keys(MAY_IMPORT).find((candidate) => file.startsWith(candidate));
  if (prefix === undefined) return [`${file}: no rule says what it may import`];
  const allowed = MAY_IMPORT[prefix] ?? [];
  const found = ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .map((name) => (name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name))
    .filter((target) => !isAllowed(target, allowed) || isForbidden(file, target))
    .map((target) => `${file}: may not import ${target}`);
  const lines = source.split("\n").length - 1;
  if (lines > LONGEST_FILE_LINES) found.push(`${file}: ${lines} lines`);
  if (
    file.startsWith("server/src/adapters/lsp/") &&
    !file.endsWith("/positions.ts") &&
    /\.(positionAt|offsetAt)\b/.test(source)
  ) {
    found.push(`${file}: only positions.ts converts between offsets and positions`);
  }
  return found;
}

const isAllowed = (target: string, allowed: readonly string[]): boolean =>
  allowed.some((entry) => target === entry || target.startsWith(/[/:]$/.test(entry) ? entry : `${entry}/`));

const isForbidden = (file: string, target: string): boolean =>
  NOWHERE.test(target) || (ONLY_IN_WORKSPACE.test(target) && !file.startsWith("server/src/workspace/"));

const sources = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`),
);

test("every source file keeps to the import table", () => {
  assert.ok(sources.length > 20, `only ${sources.length} files found`);
  assert.deepEqual(
    sources.flatMap((file) => violations(file, readFileSync(path.join(ROOT, file), "utf8"))),
    [],
  );
});

test("the check sees what is forbidden, in every form of import", () => {
  const forbidden: readonly (readonly [file: string, source: string])[] = [
    ["server/src/core/link.ts", 'import { readFileSync } from "node:fs";'],
    ["server/src/core/link.ts", 'import type { Host } from "../workspace/types";'],
    ["server/src/core/link.ts", 'import node from "../../catalogue/node.json";'],
    ["server/src/core/link.ts", 'export * from "../languages/language";'],
    ["server/src/languages/typescript/parse.ts", 'import {\n  createHost,\n} from "../../workspace/host";'],
    ["server/src/languages/python/tree.ts", 'import { readFileSync } from "node:fs";'],
    ["server/src/languages/python/tree.ts", 'import { ts } from "ts-morph";'],
    ["server/src/languages/python/calls.ts", 'import { callFacts } from "../typescript/calls";'],
    ["server/src/languages/typescript/calls.ts", 'import { Parser } from "web-tree-sitter";'],
    ["server/src/core/link.ts", 'import * as path from "node:path";'],
    ["server/src/workspace/host.ts", 'import { ts } from "ts-morph";'],
    ["server/src/workspace/host.ts", 'import { spawn } from "node:child_process";'],
    ["server/src/adapters/cli/run.ts", 'const fs = require("node:fs/promises");'],
    ["server/src/adapters/cli/run.ts", 'import "../lsp/server";'],
    ["server/src/adapters/lsp/hover.ts", 'const fs = await import("node:fs");'],
    ["server/src/adapters/lsp/hover.ts", "export const at = (d: TextDocument) => d.positionAt(0);"],
    ["client/src/client.ts", 'import { startServer } from "../../server/src/adapters/lsp/server";'],
    ["client/src/client.ts", 'import vscodeish from "vscodeish";'],
    ["server/src/unknown/place.ts", ""],
    ["server/src/core/long.ts", "\n".repeat(LONGEST_FILE_LINES + 1)],
  ];
  for (const [file, source] of forbidden) assert.equal(violations(file, source).length, 1, `${file}: ${source.trim()}`);
  assert.deepEqual(
    violations("server/src/core/link.ts", '// import "node:fs"\nimport type { Span } from "./facts";\n'),
    [],
  );
  assert.deepEqual(violations("client/src/client.ts", 'import { State } from "vscode-languageclient/node";'), []);
});
