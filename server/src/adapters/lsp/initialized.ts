import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { CONFIG_FILE_NAME } from "../../workspace/configs";
import { didChangeWorkspaceFolders } from "./didChangeWorkspaceFolders";
import { loadSettings, SECTION } from "./settings";
import { inBackground, type ServerState } from "./state";

/** What says which file an import means, which versions hold and which libraries are at hand. */
const MANIFESTS = [
  ...["package.json", "pnpm-workspace.yaml", "tsconfig*.json", "jsconfig.json", "deno.json", "deno.jsonc"],
  ...["pyproject.toml", "setup.cfg", "setup.py", "requirements*.txt"],
];

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

/** Analysed files, and the files that say how; and what is deleted, because a folder goes without naming its files. */
function watchers(state: ServerState): FileSystemWatcher[] {
  const { extensions } = state.services;
  const sources = extensions.map((extension) => extension.slice(1)).join(",");
  return [
    { globPattern: `**/*.{${sources}}` },
    { globPattern: `**/{${[CONFIG_FILE_NAME, ".gitignore", ...MANIFESTS].join(",")}}` },
    { globPattern: "**/*", kind: WatchKind.Delete },
  ];
}
