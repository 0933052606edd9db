/** Several fixes at once: by command, by action, on save. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { REPORT, REPORT_FIXED } from "../../lib/samples.mjs";
import { waitUntil } from "../../lib/wait.mjs";
import { codeActions, FIX_ALL_KIND, openFile, quickFixes, readFile, replaceText, waitForFindings } from "../editor.mjs";

const FINDINGS = ["readFileSync", "readFileSync", "writeFileSync"];

/** One call that can be rewritten, and one that can't. */
const MIXED = `import fs from 'node:fs';

export async function first() {
  return fs.readFileSync('a.txt', 'utf8');
}

export async function second(text = fs.readFileSync('a.txt', 'utf8')) {
  return text;
}
`;

async function openReport(name) {
  const document = await openFile(name, REPORT);
  const findings = await waitForFindings(document, FINDINGS);
  // VS Code drops questions in its first seconds: from here on it knows whom to ask.
  await quickFixes(document, findings[0]);
  return document;
}

export const fixAll = {
  "fix all: the source action rewrites all calls and merges the imports": async () => {
    const document = await openReport("fixAllAction.js");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await waitUntil("the fix-all action", async () => {
      const found = await codeActions(document, whole, FIX_ALL_KIND);
      return found.length > 0 && found;
    });
    assert.equal(actions.length, 1);
    assert.equal(actions[0].kind.value, FIX_ALL_KIND);
    assert.ok(await vscode.workspace.applyEdit(actions[0].edit));
    assert.equal(document.getText(), REPORT_FIXED);
    await waitForFindings(document, []);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), REPORT, "one undo takes everything back");
  },

  "fix all: the command does the same": async () => {
    const document = await openReport("fixAllCommand.js");
    await vscode.commands.executeCommand("unblock.fixAll");
    assert.equal(document.getText(), REPORT_FIXED);
    await waitForFindings(document, []);
    assert.ok(await document.save());
    assert.equal(readFile(document), REPORT_FIXED);
  },

  "fix all: what can't be rewritten stays, and stays reported": async () => {
    const document = await openFile("fixAllMixed.js", MIXED);
    const findings = await waitForFindings(document, ["fs.readFileSync", "fs.readFileSync"]);
    await quickFixes(document, findings[0]);
    await vscode.commands.executeCommand("unblock.fixAll");
    assert.equal(document.getText(), MIXED.replace("return fs.readFileSync", "return await fs.promises.readFile"));
    await waitForFindings(document, ["fs.readFileSync"]);
  },

  "fix all: a file without findings is left alone": async () => {
    const document = await openFile("fixAllNothing.js", REPORT_FIXED);
    await waitForFindings(document, []);
    await vscode.commands.executeCommand("unblock.fixAll");
    assert.equal(document.getText(), REPORT_FIXED);
    assert.equal(document.isDirty, false);
  },

  "fix on save: editor.codeActionsOnSave rewrites what is saved": async () => {
    const settings = vscode.workspace.getConfiguration("editor");
    const workspace = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update("codeActionsOnSave", { [FIX_ALL_KIND]: "explicit" }, workspace);
      const document = await openReport("fixOnSave.js");
      await replaceText(document, `// saved\n${REPORT}`);
      await waitForFindings(document, FINDINGS);
      assert.ok(await document.save());
      assert.equal(document.getText(), `// saved\n${REPORT_FIXED}`);
      assert.equal(readFile(document), `// saved\n${REPORT_FIXED}`);
      await waitForFindings(document, []);
    } finally {
      await settings.update("codeActionsOnSave", undefined, workspace);
    }
  },

  "fix on save: without the setting a saved file stays as written": async () => {
    const document = await openReport("plainSave.js");
    await replaceText(document, `// saved\n${REPORT}`);
    await waitForFindings(document, FINDINGS);
    assert.ok(await document.save());
    assert.equal(readFile(document), `// saved\n${REPORT}`);
  },
};
