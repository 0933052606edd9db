/** What the server is doing, in the editor's language status. */
import { type Disposable, languages, LanguageStatusSeverity } from "vscode";
import { SOURCES } from "./languages";

export type ServerState = "disabled" | "starting" | "ready" | "stopped" | "failed";

const APPEARANCE = {
  disabled: { text: "Unblock: off", detail: "unblock.enable is false", severity: LanguageStatusSeverity.Information },
  starting: { text: "Unblock: starting", detail: "", severity: LanguageStatusSeverity.Information },
  ready: { text: "Unblock", detail: "ready", severity: LanguageStatusSeverity.Information },
  stopped: { text: "Unblock: stopped", detail: "nothing is analysed", severity: LanguageStatusSeverity.Error },
  failed: { text: "Unblock: failed to start", detail: "nothing is analysed", severity: LanguageStatusSeverity.Error },
} satisfies Record<ServerState, { text: string; detail: string; severity: LanguageStatusSeverity }>;

export interface Status extends Disposable {
  show(state: ServerState): void;
}

/** An item that starts as "starting"; a click on its command opens the log. */
export function createStatus(): Status {
  const item = languages.createLanguageStatusItem("unblock.server", SOURCES);
  item.name = "Unblock";
  item.command = { command: "unblock.showOutput", title: "Show Output" };
  const show = (state: ServerState): void => {
    Object.assign(item, APPEARANCE[state], { busy: state === "starting" });
  };
  show("starting");
  return { show, dispose: () => item.dispose() };
}
