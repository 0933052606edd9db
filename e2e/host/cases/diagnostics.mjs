/** What is underlined, and what isn't. Every case of silence has a call beside it that must be found. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { SERVICE } from "../../lib/samples.mjs";
import { openFile, replaceText, waitForFindings } from "../editor.mjs";

const NAMED = `import { readFileSync } from 'node:fs';

export async function load(path) {
  return readFileSync(path, 'utf8');
}
`;
const TYPED = NAMED.replace("(path)", "(path: string): Promise<string>");
const REQUIRED = `const fs = require('fs');

exports.load = async (path) => fs.readFileSync(path, 'utf8');
`;
const ELEMENT = NAMED.replace("return readFileSync(path, 'utf8')", "return <pre>{readFileSync(path, 'utf8')}</pre>");
const TYPED_ELEMENT = ELEMENT.replace("(path)", "(path: string)");

/** File name → text and what is underlined in it. */
const LANGUAGES = {
  "language.js": [SERVICE, ["fs.readFileSync"]],
  "language.mjs": [NAMED, ["readFileSync"]],
  "language.cjs": [REQUIRED, ["fs.readFileSync"]],
  "language.jsx": [ELEMENT, ["readFileSync"]],
  "language.ts": [TYPED, ["readFileSync"]],
  "language.mts": [TYPED, ["readFileSync"]],
  "language.cts": [REQUIRED.replace("(path)", "(path: string)"), ["fs.readFileSync"]],
  "language.tsx": [TYPED_ELEMENT, ["readFileSync"]],
};

/** What must stay quiet, in a file whose last function must not. */
const SILENT = {
  "a synchronous function": "export function readNow(path) {\n  return fs.readFileSync(path);\n}\n",
  "a function of the user's own":
    "const own = { readFileSync: () => 1 };\nexport async function x() {\n  return own.readFileSync();\n}\n",
  "a name that shadows": "export async function y(fs) {\n  return fs.readFileSync('a');\n}\n",
  "the asynchronous twin": "export async function z(path) {\n  return await fs.promises.readFile(path);\n}\n",
  "comments and strings":
    "export async function c() {\n  // fs.readFileSync('a')\n  return \"fs.readFileSync('a')\";\n}\n",
  "a reference that isn't called": "export async function r() {\n  return [fs.readFileSync];\n}\n",
};

export const diagnostics = {
  "diagnostics: source, code with a link, severity, range, message": async () => {
    const document = await openFile("whole.js", SERVICE);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    assert.equal(finding.source, "unblock");
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(finding.code.value, "blocking-call");
    assert.match(finding.code.target.toString(), /^https:\/\/.*\/docs\/rules\/blocking-call\.md$/);
    assert.match(finding.message, /fs\.readFileSync/);
    assert.match(finding.message, /fs\.promises\.readFile/);
    assert.deepEqual(finding.range, new vscode.Range(3, 15, 3, 30));
  },

  ...Object.fromEntries(
    Object.entries(LANGUAGES).map(([name, [text, expected]]) => [
      `diagnostics: ${name}`,
      async () => {
        await waitForFindings(await openFile(name, text), expected);
      },
    ]),
  ),

  ...Object.fromEntries(
    Object.entries(SILENT).map(([what, text], index) => [
      `diagnostics: silence for ${what}`,
      async () => {
        const head = "import fs from 'node:fs';\n";
        const control = "export async function last() {\n  return fs.statfsSync('/');\n}\n";
        await waitForFindings(await openFile(`silent${index}.js`, head + text + control), ["fs.statfsSync"]);
      },
    ]),
  ),

  "diagnostics: an edit is analysed, and so is taking it back": async () => {
    const document = await openFile("edited.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    await replaceText(document, SERVICE.replace("export async", "export"));
    await waitForFindings(document, []);
    await vscode.commands.executeCommand("undo");
    await waitForFindings(document, ["fs.readFileSync"]);
  },

  "diagnostics: an untitled document": async () => {
    const document = await vscode.workspace.openTextDocument({ language: "javascript", content: SERVICE });
    await vscode.window.showTextDocument(document);
    await waitForFindings(document, ["fs.readFileSync"]);
    await replaceText(document, SERVICE.replace("export async", "export"));
    await waitForFindings(document, []);
  },

  "diagnostics: right columns after a surrogate pair, with CRLF": async () => {
    const text =
      "import fs from 'node:fs';\r\nexport async function f() {\r\n  return '🚀' + fs.readFileSync('ä');\r\n}\r\n";
    const document = await openFile("columns.js", text);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    assert.deepEqual(finding.range, new vscode.Range(2, 16, 2, 31));
  },
};
