/** `textDocument/diagnostic`: the client asks. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from "vscode-languageserver";
import { documentDiagnostics, type DocumentDiagnostics } from "./documentDiagnostics";
import { documentOfFile, roleOf } from "./documents";
import type { ServerState } from "./state";
import { locate } from "./uris";

/** Pulls of one document that are answered together. */
export interface PullBatch {
  readonly tokens: CancellationToken[];
  /** `undefined` when everyone who asked has cancelled. */
  readonly result: Promise<DocumentDiagnostics | undefined>;
}

/**
 * Clients pull after every keystroke and cancel the pull before. Waiting this long lets the newer text and the
 * cancellation arrive before any work is done.
 */
const PAUSE_MILLISECONDS = 10;

/** A full report, or `unchanged` where the client has it already. Cancelled pulls end with `RequestCancelled`. */
export async function diagnostic(
  state: ServerState,
  params: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  await state.ready;
  const { uri } = params.textDocument;
  const batch = state.pulls.get(uri) ?? startBatch(state, uri);
  batch.tokens.push(token);
  const result = await batch.result;
  if (result === undefined || token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled by the client.");
  }
  const { resultId, items } = result;
  return params.previousResultId === resultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
}

function startBatch(state: ServerState, uri: string): PullBatch {
  const tokens: CancellationToken[] = [];
  const result = new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS)).then(() => {
    state.pulls.delete(uri);
    return tokens.every((token) => token.isCancellationRequested) ? undefined : answer(state, uri);
  });
  const batch = { tokens, result };
  state.pulls.set(uri, batch);
  return batch;
}

function answer(state: ServerState, uri: string): DocumentDiagnostics {
  const open = state.documents.get(uri);
  if (open === undefined) return answerFromDisk(state, uri);
  const result = documentDiagnostics(state, open);
  state.sent.set(uri, { resultId: result.resultId, version: open.version, revision: state.revision });
  return result;
}

/** Editors pull for tabs whose document they haven't loaded yet. */
function answerFromDisk(state: ServerState, uri: string): DocumentDiagnostics {
  const location = locate(uri);
  if (location === undefined || roleOf(state, location) !== "source") return { items: [], resultId: "" };
  return documentDiagnostics(state, documentOfFile(state, state.projects.of(location), location.file));
}
