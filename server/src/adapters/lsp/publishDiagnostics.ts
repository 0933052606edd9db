/** `textDocument/publishDiagnostics`: for clients that don't ask. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentDiagnostics } from "./documentDiagnostics";
import { inBackground, type ServerState } from "./state";
import { debounced } from "./timers";

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

/** So long the edits of one keystroke may take to arrive: editors send completions and brackets on their own. */
const PAUSE_MILLISECONDS = 10;

/** Publishes what is to be said of a document that was edited, without waiting for the others. */
export function publishSoon(state: ServerState, uri: string): void {
  let work = state.publishing.get(uri);
  if (work === undefined) {
    work = debounced(PAUSE_MILLISECONDS, () => {
      state.publishing.delete(uri);
      inBackground(state, "publishDiagnostics", async () => {
        await state.ready;
        const document = state.documents.get(uri);
        if (document !== undefined) publishDiagnostics(state, document);
      });
    });
    state.publishing.set(uri, work);
  }
  work.schedule();
}

/** The document is closed: nothing is said of it any more. */
export function retractDiagnostics(state: ServerState, uri: string): void {
  inBackground(state, "publishDiagnostics", () => state.connection.sendDiagnostics({ uri, diagnostics: [] }));
}
