/** `textDocument/codeLens`: over functions that block, how many calls on the event loop reach them. Off by default. */
import {
  CodeLensRefreshRequest,
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Reached } from "../../workspace/types";
import { toRange } from "./positions";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { lastHelpers, mergedByPlace, walkAround } from "./walk";
import { waysText } from "./waysIn";

/** A command of the client: its arguments are the document's URI and a position. */
const COMMAND = "unblock.showWaysIn";

export async function codeLens(
  state: ServerState,
  params: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  await state.ready;
  const document = state.documents.get(params.textDocument.uri);
  const source = document && sourceOf(state, document);
  if (document === undefined || source === undefined || !state.extras.codeLens) return [];
  const { location } = source;
  const all = await walkAround(state, location, { token });
  const lenses = toLenses(document, mergedByPlace(all.flatMap((known) => known.helpers(location.file))));
  state.shownLenses.set(document.uri, JSON.stringify(lenses));
  return lenses;
}

/** Asks the client to ask for its code lenses again. */
export async function refreshLenses(state: ServerState): Promise<void> {
  state.shownLenses.clear();
  if (state.client.codeLensRefresh) await state.connection.sendRequest(CodeLensRefreshRequest.type);
}

/** Whether a document that has lenses would have others now, as far as the last walks tell. */
export function lensesChanged(state: ServerState): boolean {
  if (!state.extras.codeLens) return false;
  return [...state.shownLenses].some(([uri, shown]) => {
    const document = state.documents.get(uri);
    const source = document && sourceOf(state, document);
    if (document === undefined || source === undefined) return false;
    return JSON.stringify(toLenses(document, lastHelpers(state, source.location))) !== shown;
  });
}

function toLenses(document: TextDocument, helpers: readonly Reached[]): CodeLens[] {
  return helpers.map(({ span, ways }) => {
    const range = toRange(document, span);
    const command = { title: waysText(ways.length), command: COMMAND, arguments: [document.uri, range.start] };
    return { range, command };
  });
}
