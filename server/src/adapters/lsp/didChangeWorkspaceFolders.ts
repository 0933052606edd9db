/** `workspace/didChangeWorkspaceFolders`. */
import type { WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { loadSettings } from "./settings";
import type { ServerState } from "./state";
import { locate } from "./uris";

export function didChangeWorkspaceFolders(state: ServerState, event: WorkspaceFoldersChangeEvent): void {
  const pathsOf = (folders: readonly { uri: string }[]): string[] =>
    folders.flatMap((folder) => locate(folder.uri)?.file ?? []);
  const removed = new Set(pathsOf(event.removed));
  const kept = state.projects.folders.filter((folder) => !removed.has(folder));
  loadSettings(state, [...new Set([...kept, ...pathsOf(event.added)])]);
}
