/** `textDocument/publishDiagnostics`: for clients that don't ask. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentDiagnostics } from "./documentDiagnostics";
import { inBackground, type ServerState } from "./state";

/** Publishes what is to be said of an open document, unless the client has just that. */
export function publishDiagnostics(state: ServerState, document: TextDocument): void {
  const { items, resultId } = documentDiagnostics(state, document);
  const { uri, version } = document;
  const isKnown = state.sent.get(uri)?.resultId === resultId;
  state.sent.set(uri, { resultId, version, revision: state.revision });
  if (isKnown) return;
  inBackground(state, "publishDiagnostics", () =>
    state.connection.sendDiagnostics({ uri, version, diagnostics: items }),
  );
}

/** The document is closed: nothing is said of it any more. */
export function retractDiagnostics(state: ServerState, uri: string): void {
  inBackground(state, "publishDiagnostics", () => state.connection.sendDiagnostics({ uri, diagnostics: [] }));
}
