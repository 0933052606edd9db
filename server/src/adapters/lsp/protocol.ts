/** What goes over the wire beside the protocol itself. The client imports types from here, nothing else. */
import type { ProgressToken, Range, TextDocumentPositionParams } from "vscode-languageserver";
import type { UserConfig } from "../../core/config";
import type { FixKind } from "../../core/findings";

/**
 * `initializationOptions`. Settings, for clients without `workspace/configuration`, are bare (`{"severity": {…}}`) or
 * under the section's name (`{"unblock": {"severity": {…}}}`).
 */
export type InitializationOptions = UserConfig &
  EditorExtras & {
    readonly unblock?: UserConfig & EditorExtras;
    /** The client wants `unblock/status` notifications. */
    readonly status?: boolean;
  };

/** Method of the notification that tells whether something stands in the way, with `StatusParams`. */
export type StatusMethod = "unblock/status";

/** The state of the server, sent when it changes. */
export interface StatusParams {
  /** `error`: something failed inside; `warning`: a configuration is broken, so fixes are off; `ok`: neither. */
  readonly level: "ok" | "warning" | "error";
  /** One sentence for the level, absent for `ok`. */
  readonly message?: string;
  /** The file that it is about, absent for `ok`. */
  readonly uri?: string;
}

/** Method of the request for all ways in, with `WaysInParams`; answered with `WaysInResult`, or `null` for no function. */
export type WaysInMethod = "unblock/waysIn";

/** A position at a function's name, at a call of it, or in its body. */
export interface WaysInParams extends TextDocumentPositionParams {
  /** Brings `$/progress` with percentages. */
  readonly workDoneToken?: ProgressToken;
}

/** The function, where its name stands, and the calls on the event loop that reach it, by file and place. */
export interface WaysInResult extends Place {
  readonly name: string;
  /** One sentence for people: how many ways there are, or why there is none. */
  readonly message: string;
  readonly ways: readonly WayInData[];
}

export interface WayInData extends Place {
  /** The function around the call; absent at the top level of a module. */
  readonly within?: string;
  /** From this call down to the one that runs the function. */
  readonly chain: readonly (Place & { readonly name: string })[];
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Settings of the editor alone: what is shown, not what is found. */
export interface EditorExtras {
  readonly codeLens?: boolean;
  readonly hints?: { readonly reachedHelpers?: boolean };
}

/** One replacement in `uri`. */
export interface DocumentEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

export interface FixData {
  readonly kind: FixKind;
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly DocumentEdit[];
  /** URIs of files that don't exist yet. */
  readonly creates?: readonly string[];
}

/** `data` of our diagnostics: what code actions need, so that nothing is analysed again. */
export interface DiagnosticData {
  /** Id of the result it came with: its edits hold as long as the document's result has this id. */
  readonly fingerprint: string;
  readonly fixes: readonly FixData[];
}
