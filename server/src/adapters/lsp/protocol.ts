/** What goes over the wire beside the protocol itself. The client imports types from here, nothing else. */
import type { Range } from "vscode-languageserver";
import type { UserConfig } from "../../core/config";
import type { FixKind } from "../../core/findings";

/**
 * `initializationOptions`. Settings, for clients without `workspace/configuration`, are bare (`{"severity": {…}}`) or
 * under the section's name (`{"unblock": {"severity": {…}}}`).
 */
export type InitializationOptions = UserConfig & {
  readonly unblock?: UserConfig;
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
}

/** `data` of our diagnostics: what code actions need, so that nothing is analysed again. */
export interface DiagnosticData {
  /** Id of the result it came with: its edits hold as long as the document's result has this id. */
  readonly fingerprint: string;
  readonly fixes: readonly FixData[];
}
