/** "Show All Ways In": which calls on the event loop reach the function at the cursor, as references. */
import {
  type CancellationToken,
  commands,
  languages,
  Location,
  Position,
  type Progress,
  ProgressLocation,
  Range,
  Uri,
  window,
} from "vscode";
import type { WaysInResult } from "../../server/src/adapters/lsp/protocol";
import type { Server } from "./client";
import { SOURCES } from "./languages";

/** A position as it comes with a code lens. */
interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** Without arguments, for the cursor of the active editor. */
export async function showWaysIn(server: Server, uri?: string, position?: PlainPosition): Promise<void> {
  const editor = window.activeTextEditor;
  const document = uri === undefined ? editor?.document.uri : Uri.parse(uri);
  const at = position ?? editor?.selection.active;
  const isForeign = uri === undefined && editor !== undefined && languages.match(SOURCES, editor.document) === 0;
  if (document === undefined || at === undefined || isForeign) {
    void window.showInformationMessage("Unblock shows ways in to functions of JavaScript, TypeScript and Python.");
    return;
  }
  const found = await search(server, document, at);
  if (found === undefined) return;
  if (found === null) {
    void window.showInformationMessage("Unblock: there is no function here.");
  } else if (found.ways.length === 0) {
    void window.showInformationMessage(`Unblock: ${found.message}`);
  } else {
    const locations = found.ways.map((way) => toLocation(way));
    const origin = toLocation(found);
    const isHere = origin.uri.toString() === document.toString();
    const from = isHere ? origin.range.start : new Position(at.line, at.character);
    await commands.executeCommand("editor.action.showReferences", document, from, locations);
  }
}

/** `undefined` when it was cancelled or failed, which has been told then. */
async function search(server: Server, document: Uri, at: PlainPosition): Promise<WaysInResult | null | undefined> {
  const options = { location: ProgressLocation.Notification, title: "Unblock: looking for ways in", cancellable: true };
  const task = async (
    progress: Progress<{ increment: number }>,
    token: CancellationToken,
  ): Promise<WaysInResult | null | undefined> => {
    let told = 0;
    const report = (percentage: number): void => {
      progress.report({ increment: percentage - told });
      told = percentage;
    };
    try {
      return await server.waysIn({ uri: document.toString(), position: at }, token, report);
    } catch (error) {
      if (!token.isCancellationRequested) {
        void window.showWarningMessage(`Unblock: ${error instanceof Error ? error.message : String(error)}`);
      }
      return undefined;
    }
  };
  return window.withProgress(options, task);
}

function toLocation({ uri, range: { start, end } }: Pick<WaysInResult, "uri" | "range">): Location {
  return new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character));
}
