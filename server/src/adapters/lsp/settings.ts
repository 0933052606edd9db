import { refreshLenses } from "./codeLens";
import type { EditorExtras, InitializationOptions } from "./protocol";
import type { Settings } from "./projects";
import { inBackground, type Extras, type ServerState } from "./state";
import { toUri } from "./uris";

/** Section of the editor's settings. */
export const SECTION = "unblock";

/** Settings that came with `initialize`. What can't be used is told when a project gets them. */
export function settingsOfOptions(options: InitializationOptions | null | undefined): unknown {
  return options?.unblock ?? options ?? {};
}

/**
 * Asks the client for its settings, if it can be asked, and starts over with them. Until it has answered every
 * question waits (`state.ready`).
 */
export function loadSettings(state: ServerState, folders: readonly string[]): void {
  const before = state.ready;
  const loading = before
    .then(() => requestSettings(state, folders))
    .catch((error: unknown): Settings => {
      state.log.failure("workspace/configuration", "the workspace", error);
      return { general: state.givenSettings, byFolder: new Map() };
    });
  state.ready = loading.then((settings) => {
    state.projects.configure(folders, settings);
    const hadLenses = state.extras.codeLens;
    state.extras = extrasOf(settings.general);
    state.revision++;
    if (state.extras.codeLens !== hadLenses) {
      inBackground(state, "workspace/codeLens/refresh", () => refreshLenses(state));
    }
  });
  inBackground(state, "workspace/configuration", async () => {
    await state.ready;
    state.recheck.schedule();
  });
}

/** Settings that aren't the engine's; what isn't `true` is off. */
export function extrasOf(settings: unknown): Extras {
  const { codeLens, hints } = (settings ?? {}) as EditorExtras;
  return { codeLens: codeLens === true, reachedHelpers: hints?.reachedHelpers === true };
}

async function requestSettings(state: ServerState, folders: readonly string[]): Promise<Settings> {
  if (!state.client.configuration) return { general: state.givenSettings, byFolder: new Map() };
  const items = [{ section: SECTION }, ...folders.map((folder) => ({ section: SECTION, scopeUri: toUri(folder) }))];
  const answer: unknown = await state.connection.workspace.getConfiguration(items);
  const [general, ...others] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  return { general, byFolder: new Map(folders.map((folder, index) => [folder, others[index]])) };
}
