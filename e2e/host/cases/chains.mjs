/** Calls that block further down, in other files: what is told of the way, and what happens when the way changes. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { CHAIN } from "../../lib/samples.mjs";
import { waitUntil } from "../../lib/wait.mjs";
import { fileUri, findingsOf, openFile, replaceText, waitForFindings, writeFile } from "../editor.mjs";

/** Writes the sample's files into a folder of their own, and opens its server. */
async function openChain(folder) {
  for (const [name, text] of Object.entries(CHAIN.files)) writeFile(`${folder}/${name}`, text);
  return await openFile(`${folder}/${CHAIN.server}`, CHAIN.files[CHAIN.server]);
}

async function codeLenses(document) {
  const lenses = await vscode.commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 50);
  return (lenses ?? []).map(({ command, range }) => [command?.title, document.lineAt(range.start.line).text]);
}

async function withSetting(key, value, run) {
  const settings = vscode.workspace.getConfiguration("unblock");
  await settings.update(key, value, vscode.ConfigurationTarget.Workspace);
  try {
    await run();
  } finally {
    await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

export const chains = {
  "chains: related information leads to the helper's file, which isn't open": async () => {
    const server = await openChain("chain-related");
    const [finding] = await waitForFindings(server, ["loadSettings"]);
    assert.equal(finding.code.value, "blocking-chain");
    assert.match(finding.message, CHAIN.message);
    const steps = finding.relatedInformation.map(({ location, message }) => [
      vscode.workspace.asRelativePath(location.uri),
      message,
    ]);
    assert.deepEqual(steps, [
      ["chain-related/lib/settings.js", "loadSettings calls readJson"],
      ["chain-related/lib/json.js", "readJson calls fs.readFileSync, which blocks"],
    ]);
    // What a click does.
    const [, { location }] = finding.relatedInformation;
    await vscode.window.showTextDocument(location.uri, { selection: location.range });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor.document.uri.path, fileUri("chain-related/lib/json.js").path);
    assert.equal(editor.document.getText(editor.selection), "fs.readFileSync");
  },

  "chains: an unsaved edit of the helper clears the finding in the caller's tab, and undo brings it back": async () => {
    const server = await openChain("chain-edit");
    await waitForFindings(server, ["loadSettings"]);
    const name = "chain-edit/lib/settings.js";
    const helper = await openFile(name, CHAIN.files["lib/settings.js"], vscode.ViewColumn.Two);
    await replaceText(helper, helper.getText().replaceAll("readJson(", "String("));
    assert.ok(helper.isDirty);
    await waitForFindings(server, []);
    await vscode.commands.executeCommand("undo");
    await waitForFindings(server, ["loadSettings"]);
    assert.equal(server.version, 1);
  },

  "chains: the hover lists the steps with links": async () => {
    const server = await openChain("chain-hover");
    const [finding] = await waitForFindings(server, ["loadSettings"]);
    const command = "vscode.executeHoverProvider";
    const hovers = await vscode.commands.executeCommand(command, server.uri, finding.range.start);
    const text = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join("\n");
    assert.match(text, /1\. it calls `readJson`: \[settings\.js:4\]\(.*\/lib\/settings\.js#L4,10\)/);
    assert.match(text, /2\. which calls `fs\.readFileSync`: \[json\.js:4\]\(.*\/lib\/json\.js#L4,43\)/);
    assert.match(text, /It also reaches `fs\.existsSync`/);
  },

  "chains: Show All Ways In lists the calls in async code, from inside the helper": async () => {
    await waitForFindings(await openChain("chain-ways"), ["loadSettings"]);
    const name = "chain-ways/lib/json.js";
    const helper = await openFile(name, CHAIN.files["lib/json.js"], vscode.ViewColumn.Two);
    const at = helper.positionAt(helper.getText().indexOf("readFileSync"));
    vscode.window.activeTextEditor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("unblock.showWaysIn");
    // The peek view is an editor of its own over the first reference.
    const shown = () => vscode.window.visibleTextEditors.map(({ document }) => document.uri.path);
    await waitUntil("the peek view", () => shown().some((path) => path.endsWith("chain-ways/server.js")), {
      state: shown,
    });
  },

  "chains: code lenses over helpers, once they are asked for": async () => {
    await waitForFindings(await openChain("chain-lens"), ["loadSettings"]);
    const helper = await openFile("chain-lens/lib/json.js", CHAIN.files["lib/json.js"], vscode.ViewColumn.Two);
    assert.deepEqual(await codeLenses(helper), []);
    await withSetting("codeLens", true, async () => {
      const state = () => codeLenses(helper);
      const lens = await waitUntil("a code lens", async () => (await state())[0], { state });
      assert.match(lens[0], /^\d+ ways? in from async code$/);
      assert.match(lens[1], /readJson/);
    });
  },

  "chains: helpers carry a hint, once it is asked for": async () => {
    await waitForFindings(await openChain("chain-hint"), ["loadSettings"]);
    const helper = await openFile("chain-hint/lib/json.js", CHAIN.files["lib/json.js"], vscode.ViewColumn.Two);
    await waitForFindings(helper, []);
    await withSetting("hints.reachedHelpers", true, async () => {
      const [hint] = await waitForFindings(helper, ["readJson"]);
      assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
      assert.equal(hint.message, "`readJson` blocks the event loop: 1 way in from async code.");
    });
    await waitForFindings(helper, []);
    assert.equal(findingsOf(helper).length, 0);
  },
};
