/** The extension's commands. */
import {
  CodeAction,
  CodeActionKind,
  type Command,
  commands,
  type Disposable,
  languages,
  type LogOutputChannel,
  Range,
  type TextDocument,
  window,
  workspace,
  type WorkspaceEdit,
} from "vscode";
import type { Server } from "./client";
import { SOURCES } from "./languages";
import { isEnabled } from "./settings";
import { showWaysIn } from "./waysIn";

const FIX_ALL = CodeActionKind.SourceFixAll.append("unblock");

export function registerCommands(server: Server, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("unblock.restart", () => restart(server)),
    commands.registerCommand("unblock.showOutput", () => log.show()),
    commands.registerCommand("unblock.fixAll", () => fixAll(server)),
    commands.registerCommand("unblock.showWaysIn", (uri?: string, position?: { line: number; character: number }) =>
      showWaysIn(server, uri, position),
    ),
  ];
}

async function restart(server: Server): Promise<void> {
  if (isEnabled()) await server.restart();
  else void window.showInformationMessage('Unblock is off: "unblock.enable" is false.');
}

async function fixAll(server: Server): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || languages.match(SOURCES, document) === 0) {
    void window.showInformationMessage("Unblock fixes JavaScript, TypeScript and Python files: open one first.");
    return;
  }
  if (!(await server.ready())) {
    const answer = await window.showWarningMessage("The Unblock server isn't running.", "Show Output");
    if (answer !== undefined) await commands.executeCommand("unblock.showOutput");
    return;
  }
  const edit = await findEdit(document);
  if (edit === undefined) {
    window.setStatusBarMessage("Unblock: nothing here that can be fixed safely", 5000);
  } else if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage("The file changed in the meantime: nothing was fixed. Run the command again.");
  }
}

/** The edit of the fix-all action. Asks again when the text changed meanwhile, or the editor dropped the question. */
async function findEdit(document: TextDocument): Promise<WorkspaceEdit | undefined> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const version = document.version;
    const actions = await commands.executeCommand<(Command | CodeAction)[] | undefined>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new Range(0, 0, document.lineCount, 0),
      FIX_ALL.value,
      // So many actions are resolved, that is: have their edit.
      1,
    );
    const found = actions?.find(isFixAll);
    if (document.version === version) {
      if (found !== undefined) return found.edit;
      if (!hasFindings(document)) return undefined;
    }
    // VS Code answers with nothing when its set of providers changes during the question, as it does at start.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return undefined;
}

const isFixAll = (action: Command | CodeAction): action is CodeAction =>
  action instanceof CodeAction && action.kind !== undefined && FIX_ALL.contains(action.kind);

const hasFindings = (document: TextDocument): boolean =>
  languages.getDiagnostics(document.uri).some((diagnostic) => diagnostic.source === "unblock");
