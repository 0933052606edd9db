import {
  CodeActionRequest,
  CodeLensRequest,
  HoverRequest,
  TextDocuments,
  type CancellationToken,
  type Connection,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { clientFeatures } from "./clientFeatures";
import { codeAction } from "./codeAction";
import { codeActionResolve } from "./codeActionResolve";
import { codeLens } from "./codeLens";
import { diagnostic } from "./diagnostic";
import { recheckOpenDocuments, RECHECK_MILLISECONDS } from "./diagnosticRefresh";
import { didChangeConfiguration } from "./didChangeConfiguration";
import { didChangeWatchedFiles } from "./didChangeWatchedFiles";
import { answered, guarded } from "./guard";
import { hover } from "./hover";
import { initialize } from "./initialize";
import { initialized } from "./initialized";
import { createLog } from "./log";
import type { WaysInParams } from "./protocol";
import { Projects } from "./projects";
import { inBackground, type ServerState, type Services } from "./state";
import { didChange, didClose, didSave } from "./textDocumentSync";
import { debounced } from "./timers";
import { WAYS_IN, waysIn } from "./waysIn";

/** Answers a client until it says `exit` or goes away. */
export function startServer(connection: Connection, services: Services): void {
  const state = createState(connection, services);
  const { documents } = state;
  const workspace = "the workspace";

  connection.onInitialize((params) => initialize(state, params));
  connection.onInitialized(() => guarded(state, "initialized", workspace, () => initialized(state)));
  connection.onShutdown(() => state.recheck.cancel());

  documents.onDidChangeContent(({ document }) =>
    guarded(state, "textDocument/didChange", document.uri, () => didChange(state, document)),
  );
  documents.onDidSave(({ document }) =>
    guarded(state, "textDocument/didSave", document.uri, () => didSave(state, document)),
  );
  documents.onDidClose(({ document }) =>
    guarded(state, "textDocument/didClose", document.uri, () => didClose(state, document)),
  );
  documents.listen(connection);

  connection.onDidChangeConfiguration((params) =>
    guarded(state, "workspace/didChangeConfiguration", workspace, () => didChangeConfiguration(state, params)),
  );
  connection.onDidChangeWatchedFiles((params) =>
    guarded(state, "workspace/didChangeWatchedFiles", workspace, () => didChangeWatchedFiles(state, params)),
  );

  connection.languages.diagnostics.on((params, token) => diagnostic(state, params, token));
  connection.onCodeAction((params) =>
    answered(state, CodeActionRequest.method, params.textDocument.uri, () => codeAction(state, params), []),
  );
  connection.onCodeActionResolve((action) =>
    answered(state, "codeAction/resolve", action.title, () => codeActionResolve(state, action), action),
  );
  connection.onHover((params) =>
    answered(state, HoverRequest.method, params.textDocument.uri, () => hover(state, params), null),
  );
  connection.onCodeLens((params, token) =>
    answered(state, CodeLensRequest.method, params.textDocument.uri, () => codeLens(state, params, token), []),
  );
  connection.onRequest(WAYS_IN, (params: WaysInParams, token: CancellationToken) =>
    answered(state, WAYS_IN, params.textDocument.uri, () => waysIn(state, params, token), null),
  );
  connection.listen();
}

function createState(connection: Connection, services: Services): ServerState {
  const log = createLog(connection);
  const recheck = debounced(RECHECK_MILLISECONDS, () =>
    inBackground(state, "workspace/diagnostic/refresh", () => recheckOpenDocuments(state)),
  );
  const state: ServerState = {
    connection,
    services,
    documents: new TextDocuments(TextDocument),
    projects: new Projects(services.engine, (message) => log.warn(message)),
    log,
    client: clientFeatures({}),
    wantsStatus: false,
    givenSettings: {},
    extras: { codeLens: false, reachedHelpers: false },
    ready: Promise.resolve(),
    revision: 0,
    sent: new Map(),
    pulls: new Map(),
    publishing: new Map(),
    recheck,
    pushedConfigs: new Set(),
    troubles: new Map(),
    walked: new WeakMap(),
    shownLenses: new Map(),
    lastStatus: "",
  };
  return state;
}
