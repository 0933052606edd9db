import type { ClientCapabilities } from "vscode-languageserver";

/** What the client can do, as far as this server cares. */
export interface ClientFeatures {
  /** It asks for diagnostics (`textDocument/diagnostic`); otherwise they are pushed. */
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly codeActionLiterals: boolean;
  /** It shows code actions that can't be chosen, with the reason. */
  readonly disabledActions: boolean;
  /** It asks for the edit of a code action when the action is chosen. */
  readonly resolveEdit: boolean;
  readonly documentChanges: boolean;
  /** An edit may make files. */
  readonly createFiles: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly markdownHover: boolean;
  readonly codeLensRefresh: boolean;
}

/** Absent capabilities are unsupported ones. */
export function clientFeatures(capabilities: ClientCapabilities): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  // Clients declare what diagnostics may hold with the pull request (3.18), with the push notification, or with both.
  const pulled = textDocument?.diagnostic;
  const pushed = textDocument?.publishDiagnostics;
  const tags = [...(pulled?.tagSupport?.valueSet ?? []), ...(pushed?.tagSupport?.valueSet ?? [])];
  return {
    pull: pulled !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: pulled?.relatedInformation ?? pushed?.relatedInformation ?? false,
    unnecessaryTag: tags.includes(1),
    codeDescription: pulled?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport ?? false,
    resolveEdit:
      (textDocument?.codeAction?.dataSupport ?? false) &&
      (textDocument?.codeAction?.resolveSupport?.properties.includes("edit") ?? false),
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    createFiles:
      (workspace?.workspaceEdit?.documentChanges ?? false) &&
      (workspace?.workspaceEdit?.resourceOperations?.includes("create") ?? false),
    configuration: workspace?.configuration ?? false,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    codeLensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
  };
}
