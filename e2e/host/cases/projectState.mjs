/** What holds for a file because of something outside it: other files, settings, the configuration file. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { SERVICE, TITLES } from "../../lib/samples.mjs";
import { waitUntil, waitUntilSteady } from "../../lib/wait.mjs";
import {
  codeActions,
  deleteFile,
  fileUri,
  findingsOf,
  openFile,
  quickFixes,
  replaceText,
  waitForFindings,
  writeFile,
} from "../editor.mjs";

const RE_EXPORT = "export { readFileSync as read } from 'node:fs';\n";
const OWN = "export const read = (path) => path;\n";
const USER = "import { read } from './HELPERS';\n\nexport async function load(path) {\n  return read(path);\n}\n";

async function titles(document, range) {
  return (await codeActions(document, range, vscode.CodeActionKind.QuickFix.value)).map(({ title }) => title);
}

export const projectState = {
  "other files: an unsaved edit of a re-export refreshes the file that uses it": async () => {
    const user = await openFile("usesEdited.js", USER.replace("HELPERS", "edited-helpers.js"));
    const helpers = await openFile("edited-helpers.js", RE_EXPORT, vscode.ViewColumn.Two);
    await waitForFindings(user, ["read"]);
    await replaceText(helpers, OWN);
    await waitForFindings(user, []);
    await replaceText(helpers, RE_EXPORT);
    await waitForFindings(user, ["read"]);
  },

  "other files: a change on disk counts too": async () => {
    writeFile("disk-helpers.js", OWN);
    const user = await openFile("usesDisk.js", USER.replace("HELPERS", "disk-helpers.js"));
    await waitForFindings(user, []);
    writeFile("disk-helpers.js", RE_EXPORT);
    await waitForFindings(user, ["read"]);
    deleteFile("disk-helpers.js");
    await waitForFindings(user, []);
  },

  "settings: unblock.severity.milliseconds off silences, error raises, unset restores": async () => {
    const document = await openFile("settings.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    const settings = vscode.workspace.getConfiguration("unblock");
    const set = (value) => settings.update("severity.milliseconds", value, vscode.ConfigurationTarget.Workspace);
    const severity = () => findingsOf(document)[0]?.severity;
    try {
      await set("off");
      await waitForFindings(document, []);
      await set("error");
      await waitUntil("an error", () => severity() === vscode.DiagnosticSeverity.Error, { state: severity });
    } finally {
      await set(undefined);
    }
    await waitForFindings(document, ["fs.readFileSync"]);
    await waitUntil("a warning", () => severity() === vscode.DiagnosticSeverity.Warning, { state: severity });
  },

  "configuration: unblock.json is heeded when it appears, changes and goes": async () => {
    const document = await openFile("configured/service.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    try {
      writeFile("configured/unblock.json", '{ "ignore": ["node:fs.readFileSync"] }\n');
      await waitForFindings(document, []);
      writeFile("configured/unblock.json", '{ "ignore": ["node:fs.writeFileSync"] }\n');
      await waitForFindings(document, ["fs.readFileSync"]);
      writeFile("configured/unblock.json", '{ "severity": { "milliseconds": "off" } }\n');
      await waitForFindings(document, []);
    } finally {
      deleteFile("configured/unblock.json");
    }
    await waitForFindings(document, ["fs.readFileSync"]);
  },

  "configuration: a broken unblock.json is reported, findings stay, fixes wait": async () => {
    const document = await openFile("broken/service.js", SERVICE);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    await quickFixes(document, finding);
    const offered = () => titles(document, finding.range);
    const config = await openFile("broken/unblock.json", '{ "ignore": [ \n', vscode.ViewColumn.Two);
    try {
      await waitUntil("a diagnostic in unblock.json", () => findingsOf(config).length > 0);
      assert.equal(findingsOf(config)[0].severity, vscode.DiagnosticSeverity.Error);
      await waitForFindings(document, ["fs.readFileSync"]);
      await waitUntilSteady("no action", async () => (await offered()).length === 0, { state: offered });
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand("unblock.fixAll");
      assert.equal(document.getText(), SERVICE);
    } finally {
      writeFile("broken/unblock.json", "{}\n");
    }
    await waitUntil("no diagnostic in unblock.json", () => findingsOf(config).length === 0);
    await waitUntil("the fix", async () => (await offered()).includes(TITLES.await), { state: offered });
    deleteFile("broken/unblock.json");
  },
};
