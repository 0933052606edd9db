import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analyzer } from "../../workspace/types";
import type { ClientFeatures } from "./clientFeatures";
import type { PullBatch } from "./diagnostic";
import type { Log } from "./log";
import type { Engine } from "./project";
import type { Projects } from "./projects";
import type { StatusParams } from "./protocol";
import type { Debounced } from "./timers";
import type { Walked } from "./walk";

/** What the program gives to the server. */
export interface Services {
  readonly version: string;
  /** Extensions of the files that are analysed, with the dot. */
  readonly extensions: readonly string[];
  readonly engine: Engine;
}

/** The result that the client has of an open document, or is about to ask for. */
export interface Sent {
  readonly resultId: string;
  readonly version: number;
  /** `ServerState.revision` of the time: while it is the current one, the result is. */
  readonly revision: number;
}

export interface Extras {
  readonly codeLens: boolean;
  readonly reachedHelpers: boolean;
}

/** All that changes while the server runs. Handlers get it as their first argument. */
export interface ServerState {
  readonly connection: Connection;
  readonly services: Services;
  readonly documents: TextDocuments<TextDocument>;
  readonly projects: Projects;
  readonly log: Log;
  /** Set by `initialize`, before any other message is handled. */
  client: ClientFeatures;
  /** The client wants `unblock/status`. */
  wantsStatus: boolean;
  /** Settings from `initializationOptions` or from a notification that carried them. */
  givenSettings: unknown;
  /** What is shown beside findings. */
  extras: Extras;
  /** Fulfilled when the client's settings are known; never rejected. */
  ready: Promise<void>;
  /** Counts everything that may change a report: edits, files on disk, settings. */
  revision: number;
  /** By URI of an open document. */
  readonly sent: Map<string, Sent>;
  /** Pulls that wait to be answered together, by URI. */
  readonly pulls: Map<string, PullBatch>;
  /** Documents that were edited a moment ago, by URI; for clients that don't ask. */
  readonly publishing: Map<string, Debounced>;
  /** Looks for open documents whose results changed without an edit of theirs. */
  readonly recheck: Debounced;
  /** URIs of configuration files that problems were pushed for. */
  readonly pushedConfigs: Set<string>;
  /** What stands in the way of open documents, by their URI. */
  readonly troubles: Map<string, StatusParams>;
  /** The last walk of each project. */
  readonly walked: WeakMap<Analyzer, Walked>;
  /** The code lenses that the client has, as JSON by URI. */
  readonly shownLenses: Map<string, string>;
  /** The last status that was sent, as JSON. */
  lastStatus: string;
}

/** Something happened that may change reports. */
export function reportsMayHaveChanged(state: ServerState): void {
  state.revision++;
  state.recheck.schedule();
}

/** Runs what nobody waits for; what it throws goes to the log. */
export function inBackground(state: ServerState, what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    state.log.failure(what, "the workspace", error);
  });
}
