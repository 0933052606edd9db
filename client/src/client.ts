/** The language server as the extension sees it: one at a time, started, stopped and restarted in turn. */
import { type CancellationToken, type LogOutputChannel, Uri } from "vscode";
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  State,
  TransportKind,
  WorkDoneProgress,
} from "vscode-languageclient/node";
import type {
  InitializationOptions,
  StatusMethod,
  StatusParams,
  WaysInMethod,
  WaysInParams,
  WaysInResult,
} from "../../server/src/adapters/lsp/protocol";
import { CONFIGURATION, SOURCES } from "./languages";
import { serverSettings } from "./settings";
import type { ServerState } from "./status";

const STATUS: StatusMethod = "unblock/status";
const WAYS_IN: WaysInMethod = "unblock/waysIn";
const INITIALIZATION_OPTIONS: InitializationOptions = { status: true };

/** How long a server that is told to stop while it starts may take to finish starting. */
const START_LIMIT_MILLISECONDS = 5000;

const STATES = {
  [State.Starting]: "starting",
  [State.Running]: "ready",
  [State.Stopped]: "stopped",
  [State.StartFailed]: "failed",
} satisfies Record<State, ServerState>;

export interface ServerHome {
  /** Folder of the installed extension. */
  readonly extensionPath: string;
  readonly log: LogOutputChannel;
  readonly trace: LogOutputChannel;
  onState(this: void, state: ServerState): void;
  /** What a running server says about itself. */
  onStatus(this: void, status: StatusParams): void;
}

export class Server {
  private client: LanguageClient | undefined;
  private started: Promise<void> = Promise.resolve();
  private turn: Promise<void> = Promise.resolve();
  private questions = 0;

  constructor(private readonly home: ServerHome) {}

  /** Resolves when the server has been asked to start, not when it is ready. Does nothing when there is one. */
  start(): Promise<void> {
    return this.inTurn(() => this.startNow());
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.stopNow());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.stopNow();
      this.startNow();
    });
  }

  /** Waits for a start that is under way; true when the server then runs. */
  async ready(): Promise<boolean> {
    await this.turn;
    await this.started;
    return this.client?.state === State.Running;
  }

  /**
   * Asks for the ways in to the function at a position; `report` gets percentages. `null` where no function is. Rejects
   * when it is cancelled, and when there is no server to ask.
   */
  async waysIn(
    { uri, position }: { readonly uri: string; readonly position: WaysInParams["position"] },
    token: CancellationToken,
    report: (percentage: number) => void,
  ): Promise<WaysInResult | null> {
    const { client } = this;
    if (client === undefined || !(await this.ready())) throw new Error("the server isn't running.");
    const workDoneToken = `unblock-ways-in-${String(++this.questions)}`;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === "report" && value.percentage !== undefined) report(value.percentage);
    });
    try {
      const { line, character } = position;
      const params: WaysInParams = { textDocument: { uri }, position: { line, character }, workDoneToken };
      return await client.sendRequest<WaysInResult | null>(WAYS_IN, params, token);
    } finally {
      listener.dispose();
    }
  }

  private inTurn(task: () => Promise<void> | void): Promise<void> {
    this.turn = this.turn.then(task).catch((error: unknown) => this.logError(error));
    return this.turn;
  }

  private startNow(): void {
    if (this.client !== undefined) return;
    this.home.onState("starting");
    const client = this.createClient();
    this.client = client;
    client.onDidChangeState((event) => {
      if (this.client !== client) return;
      this.home.onState(STATES[event.newState]);
      if (event.newState !== State.Running) return;
      this.home.log.info(
        `Server ${client.initializeResult?.serverInfo?.version ?? ""} is ready, process ${client.serverProcess?.pid ?? ""}`,
      );
    });
    client.onNotification(STATUS, (status: StatusParams) => {
      if (this.client === client) this.home.onStatus(status);
    });
    this.started = client.start().catch((error: unknown) => this.logError(error));
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    if (client === undefined) return;
    // A client in the middle of its start refuses to stop.
    if (client.state === State.Starting) await withinLimit(this.started);
    this.client = undefined;
    if (client.state === State.Starting) client.serverProcess?.kill();
    else if (client.state === State.Running) await client.dispose();
  }

  private createClient(): LanguageClient {
    const module = Uri.joinPath(Uri.file(this.home.extensionPath), "server", "dist", "main.js").fsPath;
    // Its own folder: a process that stands in the workspace's folder keeps Windows from deleting that.
    const server = { module, transport: TransportKind.ipc, options: { cwd: this.home.extensionPath } };
    const options: LanguageClientOptions = {
      documentSelector: [...SOURCES, CONFIGURATION],
      outputChannel: this.home.log,
      traceOutputChannel: this.home.trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: INITIALIZATION_OPTIONS,
      middleware: { workspace: { configuration } },
      errorHandler: {
        error: (...about) => fallback.error(...about),
        closed: () =>
          this.client === client ? fallback.closed() : { action: CloseAction.DoNotRestart, handled: true },
      },
    };
    const client = new LanguageClient("unblock", "Unblock", { run: server, debug: server }, options);
    const fallback: ErrorHandler = client.createDefaultErrorHandler();
    return client;
  }

  private logError(error: unknown): void {
    this.home.log.error(error instanceof Error ? error : String(error));
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Answers for the section `unblock`; all other sections as ever. */
const configuration: NonNullable<NonNullable<Middleware["workspace"]>["configuration"]> = async (
  params,
  token,
  next,
) => {
  const answers: unknown = await next(params, token);
  if (!isList(answers)) return [];
  return params.items.map((item, index) =>
    item.section === "unblock"
      ? serverSettings(item.scopeUri === undefined ? undefined : Uri.parse(item.scopeUri))
      : answers[index],
  );
};

async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, START_LIMIT_MILLISECONDS);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
