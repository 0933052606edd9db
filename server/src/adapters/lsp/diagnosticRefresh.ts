/** `workspace/diagnostic/refresh`, and its like for clients that get diagnostics pushed. */
import { documentDiagnostics } from "./documentDiagnostics";
import { lensesChanged, refreshLenses } from "./codeLens";
import { publishDiagnostics } from "./publishDiagnostics";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import { nextTurn } from "./timers";
import { tryWalk } from "./walk";

/** How long nothing may happen before other documents are looked at. */
export const RECHECK_MILLISECONDS = 150;

/**
 * Brings the client up to date with all open documents: pushes what changed, or asks it to pull everything once if
 * the result of some document changed without an edit of its own. Stops when something happens meanwhile, because
 * then it will run again.
 */
export async function recheckOpenDocuments(state: ServerState): Promise<void> {
  await state.ready;
  const { revision } = state;
  if ((state.extras.codeLens || state.extras.reachedHelpers) && !(await walkOpenProjects(state))) return;
  if (lensesChanged(state)) await refreshLenses(state);
  let needsRefresh = false;
  for (const document of state.documents.all()) {
    if (state.client.pull) needsRefresh = isOutdated(state, document.uri) || needsRefresh;
    else publishDiagnostics(state, document);
    await nextTurn();
    if (state.revision !== revision && !needsRefresh) return;
  }
  if (needsRefresh && state.client.refresh) await state.connection.languages.diagnostics.refresh();
}

/** Brings up to date what is known of ways in; false when something happened meanwhile, so that this will run again. */
async function walkOpenProjects(state: ServerState): Promise<boolean> {
  const sources = state.documents.all().flatMap((document) => sourceOf(state, document) ?? []);
  const projects = new Set(sources.flatMap(({ location }) => state.projects.around(location)));
  return (await tryWalk(state, [...projects], {})) !== undefined;
}

/** The client has a result for this very text, and the result is another now. It counts as told afterwards. */
function isOutdated(state: ServerState, uri: string): boolean {
  const document = state.documents.get(uri);
  const sent = state.sent.get(uri);
  if (document === undefined || sent?.version !== document.version) return false;
  const { resultId } = documentDiagnostics(state, document);
  state.sent.set(uri, { ...sent, resultId, revision: state.revision });
  return resultId !== sent.resultId;
}
