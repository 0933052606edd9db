import {
  CodeActionKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from "vscode-languageserver";
import { clientFeatures } from "./clientFeatures";
import { FIX_ALL_KIND } from "./codeAction";
import type { InitializationOptions } from "./protocol";
import { GATHER_KIND } from "./refactorings";
import { extrasOf, settingsOfOptions } from "./settings";
import type { ServerState } from "./state";
import { SOURCE } from "./toDiagnostic";
import { locate } from "./uris";

/** Learns what the client can do, and says what this server does with it. */
export function initialize(state: ServerState, params: InitializeParams): InitializeResult {
  state.client = clientFeatures(params.capabilities);
  const options = params.initializationOptions as InitializationOptions | null | undefined;
  state.wantsStatus = options?.status === true;
  state.givenSettings = settingsOfOptions(options);
  state.extras = extrasOf(state.givenSettings);
  const settings = { general: state.givenSettings, byFolder: new Map() };
  state.projects.configure(foldersOf(params), settings);
  return { capabilities: capabilities(state), serverInfo: { name: SOURCE, version: state.services.version } };
}

function capabilities(state: ServerState): ServerCapabilities {
  const { client } = state;
  const result: ServerCapabilities = {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  if (client.pull) {
    result.diagnosticProvider = { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false };
  }
  // Without literals an answer could hold commands only, and commands break undo and preview.
  if (client.codeActionLiterals) {
    const codeActionKinds = [CodeActionKind.QuickFix, GATHER_KIND, FIX_ALL_KIND];
    result.codeActionProvider = { codeActionKinds, resolveProvider: client.resolveEdit };
  }
  return result;
}

/** Workspace folders, else the root of older clients. Folders without a path are left out. */
function foldersOf(params: InitializeParams): string[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients without workspace folders send nothing else
  const { rootUri } = params;
  const uris = params.workspaceFolders?.map((folder) => folder.uri) ?? (rootUri === null ? [] : [rootUri]);
  return uris.flatMap((uri) => locate(uri)?.file ?? []);
}
