/** What the server is doing, in the editor's language status. */
import { type Disposable, languages, LanguageStatusSeverity } from "vscode";
import type { StatusParams } from "../../server/src/adapters/lsp/protocol";
import { SOURCES } from "./languages";

export type ServerState = "disabled" | "starting" | "ready" | "stopped" | "failed";

interface Appearance {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
}

const APPEARANCE: Readonly<Record<ServerState, Appearance>> = {
  disabled: { text: "Unblock: off", detail: "unblock.enable is false", severity: LanguageStatusSeverity.Information },
  starting: { text: "Unblock: starting", detail: "", severity: LanguageStatusSeverity.Information },
  ready: { text: "Unblock", detail: "ready", severity: LanguageStatusSeverity.Information },
  stopped: { text: "Unblock: stopped", detail: "nothing is analysed", severity: LanguageStatusSeverity.Error },
  failed: { text: "Unblock: failed to start", detail: "nothing is analysed", severity: LanguageStatusSeverity.Error },
};

/** What a running server reports of itself, over its being ready. */
const TROUBLE: Readonly<Record<StatusParams["level"], Omit<Appearance, "detail"> | undefined>> = {
  ok: undefined,
  warning: { text: "Unblock: limited", severity: LanguageStatusSeverity.Warning },
  error: { text: "Unblock: error", severity: LanguageStatusSeverity.Error },
};

export interface Status extends Disposable {
  show(state: ServerState): void;
  tell(status: StatusParams): void;
}

/** An item that starts as "starting"; a click on its command opens the log. */
export function createStatus(): Status {
  const item = languages.createLanguageStatusItem("unblock.server", SOURCES);
  item.name = "Unblock";
  item.command = { command: "unblock.showOutput", title: "Show Output" };
  let state: ServerState = "starting";
  let told: StatusParams = { level: "ok" };
  const render = (): void => {
    const trouble = state === "ready" ? TROUBLE[told.level] : undefined;
    Object.assign(item, APPEARANCE[state], { busy: state === "starting" });
    if (trouble !== undefined) Object.assign(item, trouble, { detail: told.message ?? "" });
  };
  render();
  return {
    show(next) {
      state = next;
      // What an earlier server said has gone with it.
      if (state === "starting") told = { level: "ok" };
      render();
    },
    tell(status) {
      told = status;
      render();
    },
    dispose: () => item.dispose(),
  };
}
