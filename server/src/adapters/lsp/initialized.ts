import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { didChangeWorkspaceFolders } from "./didChangeWorkspaceFolders";
import { loadSettings, SECTION } from "./settings";
import { inBackground, type ServerState } from "./state";
import { watchers } from "./watched";

/** Asks the client for its settings and for news of files. */
export function initialized(state: ServerState): void {
  const { client, connection } = state;
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders((event) => didChangeWorkspaceFolders(state, event));
  }
  if (client.configurationRegistration) {
    inBackground(state, "client/registerCapability", () =>
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }),
    );
  }
  if (client.watchedFilesRegistration) {
    inBackground(state, "client/registerCapability", () =>
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchers(state) }),
    );
  }
  loadSettings(state, state.projects.folders);
}
