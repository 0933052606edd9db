/** `workspace/didChangeConfiguration`. */
import type { DidChangeConfigurationParams } from "vscode-languageserver";
import { loadSettings, SECTION } from "./settings";
import type { ServerState } from "./state";

/** Clients that can be asked are asked; others send their settings along. */
export function didChangeConfiguration(state: ServerState, params: DidChangeConfigurationParams): void {
  const settings = params.settings as Record<string, unknown> | null | undefined;
  if (settings?.[SECTION] !== undefined) state.givenSettings = settings[SECTION];
  loadSettings(state, state.projects.folders);
}
