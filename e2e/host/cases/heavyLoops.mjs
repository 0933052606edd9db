/** What computes: where it is reported, and what becomes of it. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { FORECAST, FORECAST_MOVED, FORECAST_TITLES, PACKAGE } from "../../lib/samples.mjs";
import { waitUntil } from "../../lib/wait.mjs";
import { fileUri, openFile, quickFixes, waitForFindings, writeFile } from "../editor.mjs";

const HEAD = "for (let day = 0; day < 1e8; day++)";

export const heavyLoops = {
  "heavy loop: reported with its evidence, and quiet once it gives control back": async () => {
    writeFile("loop-turns/package.json", PACKAGE);
    const document = await openFile("loop-turns/forecast.js", FORECAST);
    const [finding] = await waitForFindings(document, [HEAD]);
    assert.equal(finding.code.value, "heavy-loop");
    assert.match(
      finding.message,
      /^This `for` loop holds the event loop for ≈ .+ on 10\^8 iterations: constant bound\.$/,
    );
    const [turns] = await quickFixes(document, finding);
    assert.ok(turns.title.startsWith(FORECAST_TITLES.turns), turns.title);
    assert.ok(await vscode.workspace.applyEdit(turns.edit));
    assert.match(document.getText(), /await \w+\(\);/);
    await waitForFindings(document, []);
  },

  "heavy loop: its work moves to a file of its own, and nothing is opened": async () => {
    writeFile("loop-worker/package.json", PACKAGE);
    const document = await openFile("loop-worker/forecast.js", FORECAST);
    const [finding] = await waitForFindings(document, [HEAD]);
    const actions = await quickFixes(document, finding);
    const move = actions.find(({ title }) => title.startsWith(FORECAST_TITLES.worker));
    assert.ok(move !== undefined, actions.map(({ title }) => title).join("\n"));
    assert.ok(await vscode.workspace.applyEdit(move.edit));
    assert.equal(document.getText(), FORECAST_MOVED);
    await waitForFindings(document, []);
    const worker = await vscode.workspace.openTextDocument(fileUri("loop-worker/forecast.worker.js"));
    assert.match(worker.getText(), /export function computeValue\(\{ value \}\)/);
    const manifest = await vscode.workspace.openTextDocument(fileUri("loop-worker/package.json"));
    assert.match(manifest.getText(), /"piscina": "/);
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await waitUntil("one tab", () => tabs().length === 1, { state: tabs });
  },
};
