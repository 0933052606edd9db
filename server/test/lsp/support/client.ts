/** A language client for tests: it speaks the protocol to a server of its own, and no message may stay unread. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { TestContext } from "node:test";
import {
  CancellationTokenSource,
  createMessageConnection,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { PULL_CLIENT } from "./capabilities";

export const MAIN = resolve("server/src/main.ts");

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly files?: Readonly<Record<string, string>>;
  /** Answer to `workspace/configuration`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly program?: string;
  /** Names of folders of `files` that are workspace folders; by default the one that holds everything. */
  readonly folders?: readonly string[];
}

interface Message {
  readonly method: string;
  readonly params: unknown;
}

interface Registration {
  readonly method: string;
  readonly registerOptions?: { readonly watchers?: { readonly globPattern: string; readonly kind?: number }[] };
}

const PATIENCE_MILLISECONDS = 20_000;

export class TestClient {
  readonly logs: { readonly type: number; readonly message: string }[] = [];
  readonly registrations: string[] = [];
  /** Globs of the files that the server wants to hear of when they are created or changed. */
  readonly watched: string[] = [];
  settings: unknown;
  initializeResult: InitializeResult | undefined;
  /** Standard error of the server. */
  errors = "";
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #unread: Message[] = [];
  readonly #versions = new Map<string, TextDocument>();
  #arrived = (): void => undefined;

  private constructor(
    readonly root: string,
    options: ClientOptions,
  ) {
    this.settings = options.settings ?? null;
    this.#process = spawn(process.execPath, ["--import", "tsx", options.program ?? MAIN, "--stdio"]);
    const { stdin, stdout, stderr } = this.#process;
    assert.ok(stdin && stdout && stderr);
    stderr.on("data", (chunk) => (this.errors += String(chunk)));
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest((method, params) => this.#answer(method, params));
    this.#connection.onUnhandledProgress((params) => this.#note("$/progress", params));
    this.#connection.onNotification((method, params) => this.#note(method, params));
    this.#connection.listen();
  }

  /** Starts a server over a folder that holds `files`, and shakes hands. */
  static async start(test: TestContext, options: ClientOptions = {}): Promise<TestClient> {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "unblock-lsp-")));
    const client = new TestClient(root, options);
    test.after(() => {
      client.#connection.dispose();
      client.#process.kill();
      rmSync(root, { recursive: true, force: true });
    });
    for (const [name, text] of Object.entries(options.files ?? {})) client.write(name, text);
    const folders = (options.folders ?? [""]).map((name) => ({ uri: client.uri(name), name: name || "root" }));
    client.initializeResult = await client.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: client.uri(""),
      workspaceFolders: folders,
      capabilities: options.capabilities ?? PULL_CLIENT,
      initializationOptions: options.initializationOptions,
    });
    client.notify("initialized", {});
    return client;
  }

  uri(name: string): string {
    return name.includes(":") ? name : URI.file(join(this.root, name)).toString();
  }

  /** Writes a file to the disk, without telling anyone. */
  write(name: string, text: string): void {
    const file = join(this.root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      const fail = (): void => reject(new Error(`no answer to ${method}; ${JSON.stringify(this.logs)} ${this.errors}`));
      timer = setTimeout(fail, PATIENCE_MILLISECONDS);
    });
    return Promise.race([this.#connection.sendRequest<T>(method, params), patience]).finally(() => clearTimeout(timer));
  }

  /** Sends a request and, right behind it, its cancellation. */
  async cancelled(method: string, params: unknown): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.#connection.sendRequest(method, params, source.token);
    source.cancel();
    return answer;
  }

  notify(method: string, params: unknown): void {
    // A server that is gone shows in what is awaited next.
    this.#connection.sendNotification(method, params).catch(() => undefined);
  }

  open(name: string, text: string, languageId = "javascript"): void {
    const uri = this.uri(name);
    this.#versions.set(uri, TextDocument.create(uri, languageId, 1, text));
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Edits an open document, as an editor sends it: the changed ranges only. */
  edit(name: string, ...edits: readonly TextEdit[]): void {
    const uri = this.uri(name);
    const document = this.#documentOf(uri);
    // From the end, so that no range moves before its turn.
    const contentChanges = [...edits].reverse().map(({ range, newText }) => ({ range, text: newText }));
    const version = document.version + 1;
    this.#versions.set(uri, TextDocument.update(document, contentChanges, version));
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the first occurrence of `before`. */
  replace(name: string, before: string, after: string): void {
    this.edit(name, { range: this.rangeOf(name, before), newText: after });
  }

  close(name: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri: this.uri(name) } });
  }

  text(name: string): string {
    return this.#documentOf(this.uri(name)).getText();
  }

  /** Where `part` first stands in an open document. */
  rangeOf(name: string, part: string): Range {
    const document = this.#documentOf(this.uri(name));
    const start = document.getText().indexOf(part);
    assert.notEqual(start, -1, `${part} is not in ${name}`);
    return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
  }

  /** What a range of an open document holds. */
  textAt(name: string, range: Range): string {
    return this.#documentOf(this.uri(name)).getText(range);
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const textDocument = { uri: this.uri(name) };
    return this.request("textDocument/diagnostic", { textDocument, ...(previousResultId && { previousResultId }) });
  }

  /** Diagnostics of a full pull. */
  async diagnostics(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    assert.equal(report.kind, "full");
    return report.items;
  }

  actions(name: string, range: Range, diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only && { only }) };
    return this.request("textDocument/codeAction", { textDocument: { uri: this.uri(name) }, range, context });
  }

  /** Applies an edit to the open documents, as the editor does, checking the versions it names. */
  apply(edit: WorkspaceEdit | undefined): void {
    assert.ok(edit);
    for (const change of edit.documentChanges ?? []) {
      assert.ok("textDocument" in change);
      assert.equal(change.textDocument.version, this.#documentOf(change.textDocument.uri).version);
      this.edit(change.textDocument.uri, ...(change.edits as TextEdit[]));
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) this.edit(uri, ...edits);
  }

  /** The next message of the server with this method; it counts as read. */
  async take<T>(method: string): Promise<T> {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const index = this.#unread.findIndex((message) => message.method === method);
      const [message] = index === -1 ? [] : this.#unread.splice(index, 1);
      if (message !== undefined) return message.params as T;
      assert.ok(Date.now() < deadline, `no ${method} came; logged: ${JSON.stringify(this.logs)} ${this.errors}`);
      await new Promise<void>((done) => {
        this.#arrived = done;
        setTimeout(done, 100);
      });
    }
  }

  /** Fails if the server says anything but log lines for a while. */
  async silence(milliseconds = 600): Promise<void> {
    await new Promise((done) => setTimeout(done, milliseconds));
    assert.deepEqual(this.#unread, []);
  }

  /** Ends the server as a client does; nothing may be left to read, and nothing may have gone wrong. */
  async stop({ expectErrors = false } = {}): Promise<void> {
    await this.request("shutdown", null);
    const exited = once(this.#process, "exit");
    this.notify("exit", null);
    const [code] = (await exited) as [number | null];
    assert.equal(code, 0);
    assert.deepEqual(this.#unread, []);
    assert.equal(this.errors, "");
    if (!expectErrors) {
      assert.deepEqual(
        this.logs.filter(({ type }) => type <= 2),
        [],
      );
    }
  }

  #documentOf(uri: string): TextDocument {
    const document = this.#versions.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  }

  #answer(method: string, params: unknown): unknown {
    if (method === "workspace/configuration") {
      return (params as { items: unknown[] }).items.map(() => this.settings);
    }
    if (method === "client/registerCapability") {
      const { registrations } = params as { registrations: Registration[] };
      this.registrations.push(...registrations.map((registration) => registration.method));
      const watchers = registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
      this.watched.push(...watchers.flatMap(({ globPattern, kind }) => (kind === undefined ? [globPattern] : [])));
      return null;
    }
    this.#receive({ method, params });
    return null;
  }

  #note(method: string, params: unknown): void {
    if (method === "window/logMessage") this.logs.push(params as { type: number; message: string });
    else this.#receive({ method, params });
  }

  #receive(message: Message): void {
    this.#unread.push(message);
    this.#arrived();
  }
}

/** The message of a diagnostic, which may be markup by the protocol and never is here. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  assert.equal(typeof diagnostic?.message, "string");
  return diagnostic?.message as string;
}
