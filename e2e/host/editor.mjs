/** What the cases do to the editor, and what they ask of it. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { waitUntil, waitUntilSteady } from "../lib/wait.mjs";

export const EXTENSION_ID = "unblock.unblock";
export const FIX_ALL_KIND = "source.fixAll.unblock";

/** The file of the workspace with this name, which may hold slashes. */
export function fileUri(name) {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
}

/** Writes a file of the workspace on disk, behind the editor's back. */
export function writeFile(name, text) {
  const file = fileUri(name).fsPath;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return fileUri(name);
}

export function deleteFile(name) {
  fs.rmSync(fileUri(name).fsPath, { force: true });
}

export function readFile(document) {
  return fs.readFileSync(document.uri.fsPath, "utf8");
}

/** Writes the file and shows it; `column` puts it beside what is open. */
export async function openFile(name, text, column = vscode.ViewColumn.One) {
  const document = await vscode.workspace.openTextDocument(writeFile(name, text));
  await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  return document;
}

/** Replaces the whole text, as an edit that can be undone. */
export async function replaceText(document, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit), "the edit was refused");
  assert.equal(document.getText(), text);
}

/** Unblock's diagnostics of a document, from top to bottom. */
export function findingsOf({ uri }) {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "unblock");
  return ours.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/**
 * Waits until the texts that are underlined are exactly `expected`, from top to bottom, and stay so for a moment.
 * Gives the diagnostics.
 */
export async function waitForFindings(document, expected, options = {}) {
  const underlined = () => findingsOf(document).map(({ range }) => document.getText(range));
  await waitUntilSteady(
    `findings ${JSON.stringify(expected)} in ${path.basename(document.uri.path)}`,
    () => JSON.stringify(underlined()) === JSON.stringify(expected),
    { state: () => findingsOf(document).map(({ message, range }) => [document.getText(range), message]), ...options },
  );
  return findingsOf(document);
}

/** Asks once for the code actions of a kind, with their edits. */
export async function codeActions(document, range, kind) {
  const command = "vscode.executeCodeActionProvider";
  const actions = await vscode.commands.executeCommand(command, document.uri, range, kind, 50);
  return actions ?? [];
}

/** Our quick fixes of a diagnostic, the first first. VS Code may drop a question in its first seconds: asks again. */
export async function quickFixes(document, diagnostic) {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return await waitUntil("quick fixes", async () => {
    const actions = await codeActions(document, diagnostic.range, kind);
    return actions.length > 0 && actions;
  });
}

/** Applies the quick fix with this title. */
export async function applyQuickFix(document, diagnostic, title) {
  const actions = await quickFixes(document, diagnostic);
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(action?.edit, `no action ${title} with an edit among ${actions.map((one) => one.title).join(", ")}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), "the edit was refused");
}

/** After a case: no editor, nothing unsaved. */
export async function closeEverything() {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
