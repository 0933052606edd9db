/** The extension starts, and so does its server, as often as it must. */
import assert from "node:assert/strict";
import fs from "node:fs";
import * as vscode from "vscode";
import { SERVICE } from "../../lib/samples.mjs";
import { waitUntil } from "../../lib/wait.mjs";
import { EXTENSION_ID, openFile, waitForFindings } from "../editor.mjs";

/** Ids of the running language servers that this extension host has started. Reads Linux's process table. */
function serverProcesses() {
  const ids = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => {
    try {
      const parent = / \(.*\) [A-Z] (\d+) /.exec(fs.readFileSync(`/proc/${id}/stat`, "utf8"))?.[1];
      const command = fs.readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
      return parent === String(process.pid) && command.some((word) => word.endsWith("/server/dist/main.js"));
    } catch {
      return false;
    }
  });
}

/** Waits until exactly one server runs, and it isn't the process `former`. */
async function waitForServer(former) {
  const isOther = (ids) => ids.length === 1 && ids[0] !== former && ids[0];
  return await waitUntil("one server process", () => isOther(serverProcesses()), { state: serverProcesses });
}

export const activation = {
  "activation: opening a JavaScript file starts the extension": async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, "the extension isn't installed");
    await openFile("activation.js", SERVICE);
    await waitUntil("activation", () => extension.isActive);
    await waitForServer(undefined);
  },

  "activation: the commands exist": async () => {
    const commands = await vscode.commands.getCommands(true);
    const ours = commands.filter((name) => name.startsWith("unblock.")).sort();
    assert.deepEqual(ours, ["unblock.fixAll", "unblock.restart", "unblock.showOutput", "unblock.showWaysIn"]);
  },

  "activation: restart ends the server, starts another, and findings stay right": async () => {
    const document = await openFile("restart.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    const former = await waitForServer(undefined);
    await vscode.commands.executeCommand("unblock.restart");
    await waitForServer(former);
    await waitForFindings(document, ["fs.readFileSync"]);
    const later = await openFile("afterRestart.js", SERVICE);
    await waitForFindings(later, ["fs.readFileSync"]);
  },

  "activation: a server that dies is replaced": async () => {
    const document = await openFile("killed.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    const former = await waitForServer(undefined);
    process.kill(Number(former), "SIGKILL");
    await waitForServer(former);
    const later = await openFile("afterKill.js", SERVICE);
    await waitForFindings(later, ["fs.readFileSync"]);
  },

  "activation: unblock.enable false stops the server, true starts it": async () => {
    const document = await openFile("enable.js", SERVICE);
    await waitForFindings(document, ["fs.readFileSync"]);
    const settings = vscode.workspace.getConfiguration("unblock");
    try {
      await settings.update("enable", false, vscode.ConfigurationTarget.Workspace);
      await waitForFindings(document, []);
      assert.deepEqual(serverProcesses(), []);
    } finally {
      await settings.update("enable", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitForFindings(document, ["fs.readFileSync"]);
  },
};
