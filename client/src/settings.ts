/** The editor's settings as the server wants them: only what somebody has set. */
import { type Uri, workspace } from "vscode";
import { EDITOR_KEYS, SETTING_KEYS } from "./settingKeys";

export type ServerSettings = Record<string, unknown>;

/** True when the extension may run its server at all. */
export function isEnabled(): boolean {
  return workspace.getConfiguration("unblock").get("enable", true);
}

/**
 * What user, workspace or folder have set for `scope`. Defaults are left out: they are the server's own, and as values
 * they would hide what the project's `unblock.json` says.
 */
export function serverSettings(scope: Uri | undefined): ServerSettings {
  const section = workspace.getConfiguration("unblock", scope ?? null);
  const settings: ServerSettings = {};
  for (const key of [...SETTING_KEYS, ...EDITOR_KEYS]) {
    const levels = section.inspect<unknown>(key);
    const value = levels?.workspaceFolderValue ?? levels?.workspaceValue ?? levels?.globalValue;
    if (value === undefined || value === null) continue;
    const [group, name] = key.split(".");
    if (group === undefined) continue;
    if (name === undefined) settings[group] = value;
    else settings[group] = { ...(settings[group] as ServerSettings | undefined), [name]: value };
  }
  return settings;
}
