/** `textDocument/didOpen`, `didChange`, `didSave` and `didClose`; the text itself is kept by `TextDocuments`. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import { changedOnDisk } from "./didChangeWatchedFiles";
import { locationOf, roleOf } from "./documents";
import { publishSoon, retractDiagnostics } from "./publishDiagnostics";
import { reasonOfText } from "./source";
import { reportsMayHaveChanged, type ServerState } from "./state";
import { setTrouble } from "./status";

/** The document was opened, or its text changed. */
export function didChange(state: ServerState, document: TextDocument): void {
  const location = locationOf(document);
  if (location !== undefined && roleOf(state, location) === "source") {
    const text = document.getText();
    if (reasonOfText(location, text) === undefined) state.projects.open(location, text);
    else state.projects.close(location);
  }
  if (!state.client.pull) publishSoon(state, document.uri);
  reportsMayHaveChanged(state);
}

/** Configurations hold as they are on disk. Not every client watches files. */
export function didSave(state: ServerState, document: TextDocument): void {
  const location = locationOf(document);
  if (location === undefined || roleOf(state, location) !== "config") return;
  changedOnDisk(state, document.uri, location, false);
  reportsMayHaveChanged(state);
}

/** Nothing of the document is kept; what others need of it is on disk again. */
export function didClose(state: ServerState, document: TextDocument): void {
  const { uri } = document;
  const location = locationOf(document);
  if (location !== undefined && roleOf(state, location) === "source") state.projects.close(location);
  state.sent.delete(uri);
  state.shownLenses.delete(uri);
  state.log.forget(uri);
  setTrouble(state, uri, undefined);
  if (!state.client.pull) retractDiagnostics(state, uri);
  reportsMayHaveChanged(state);
}
