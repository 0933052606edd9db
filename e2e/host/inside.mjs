/** Entry of the tests inside the extension host: VS Code loads this file and calls `run`. */
import * as vscode from "vscode";
import { runCases } from "../lib/cases.mjs";
import { activation } from "./cases/activation.mjs";
import { chains } from "./cases/chains.mjs";
import { diagnostics } from "./cases/diagnostics.mjs";
import { fixAll } from "./cases/fixAll.mjs";
import { heavyLoops } from "./cases/heavyLoops.mjs";
import { projectState } from "./cases/projectState.mjs";
import { python } from "./cases/python.mjs";
import { quickFixes } from "./cases/quickFixes.mjs";
import { closeEverything } from "./editor.mjs";

/** Resolves when all cases passed; VS Code turns a rejection into exit code 1. */
export async function run() {
  const print = (text) => console.log(`[case] ${text}`);
  print(`VS Code ${vscode.version}, node ${process.version}`);
  const failed = await runCases(
    { ...activation, ...diagnostics, ...quickFixes, ...fixAll, ...projectState, ...python, ...chains, ...heavyLoops },
    { print, after: closeEverything },
  );
  if (failed > 0) throw new Error(`${failed} cases failed`);
}
