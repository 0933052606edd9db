/** `workspace/didChangeWatchedFiles`. */
import { FileChangeType, type DidChangeWatchedFilesParams } from "vscode-languageserver";
import type { Problem } from "../../core/facts";
import { documentOnDisk } from "./documents";
import { configProblems, isConfigFile } from "./project";
import { inBackground, reportsMayHaveChanged, type ServerState } from "./state";
import { problemToDiagnostic } from "./toDiagnostic";
import { locate, type Location } from "./uris";
import { isNews } from "./watched";

export function didChangeWatchedFiles(state: ServerState, params: DidChangeWatchedFilesParams): void {
  let mayMatter = false;
  for (const change of params.changes) {
    const location = locate(change.uri);
    if (location === undefined || !isNews(state, location, change)) continue;
    changedOnDisk(state, change.uri, location, change.type === FileChangeType.Deleted);
    mayMatter = true;
  }
  if (mayMatter) reportsMayHaveChanged(state);
}

/** One file is other than it was. The problems of a configuration are told even when it isn't open. */
export function changedOnDisk(state: ServerState, uri: string, location: Location, isDeleted: boolean): void {
  state.projects.changedOnDisk(location);
  if (!isConfigFile(location) || state.documents.get(uri) !== undefined) return;
  const problems = isDeleted ? [] : configProblems(state.projects.of(location), location);
  for (const problem of problems) state.log.warnOnce(uri, problem.message);
  if (problems.length === 0) state.log.forget(uri);
  if (!state.client.pull) publishConfigProblems(state, uri, location, problems);
}

/** For clients that pull, a file that isn't open has no diagnostics: they get `unblock/status`. */
function publishConfigProblems(
  state: ServerState,
  uri: string,
  location: Location,
  problems: readonly Problem[],
): void {
  const wasPublished = state.pushedConfigs.delete(uri);
  if (problems.length > 0) state.pushedConfigs.add(uri);
  else if (!wasPublished) return;
  const document = documentOnDisk(state.projects.of(location), location.file);
  const diagnostics = problems.map((problem) => problemToDiagnostic(problem, document));
  inBackground(state, "publishDiagnostics", () => state.connection.sendDiagnostics({ uri, diagnostics }));
}
