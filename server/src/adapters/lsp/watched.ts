/** Which files on disk the client is asked to watch, and which of its news matter. */
import { FileChangeType, WatchKind, type FileEvent, type FileSystemWatcher } from "vscode-languageserver";
import { CONFIG_FILE_NAME } from "../../workspace/configs";
import { INSTALL_RECORDS } from "../../workspace/installed";
import { roleOf } from "./documents";
import type { ServerState } from "./state";
import type { Location } from "./uris";

/** What says which file an import means, which versions hold and which libraries are at hand. `*` stands for any letters. */
const MANIFESTS = [
  ...["package.json", "pnpm-workspace.yaml", "tsconfig*.json", "jsconfig.json", "deno.json", "deno.jsonc"],
  ...["pyproject.toml", "setup.cfg", "setup.py", "requirements*.txt", "pyvenv.cfg"],
];

const OTHERS = [CONFIG_FILE_NAME, ".gitignore"];

const MANIFEST = new RegExp(
  `^(?:${[...MANIFESTS, ...OTHERS].map((name) => name.replaceAll(".", "\\.").replaceAll("*", ".*")).join("|")})$`,
);

/** Installing packages would be a storm of news: of each package only that its folder came or went is any. */
const IGNORED = /[\\/]\.git(?:[\\/]|$)|[\\/]node_modules[\\/](?:\.|(?:@[^\\/]+[\\/])?[^@\\/][^\\/]*[\\/])/;

/** Analysed files, the files that say how, and whatever comes or goes: a folder does so without naming its files. */
export function watchers(state: ServerState): FileSystemWatcher[] {
  const sources = state.services.extensions.map((extension) => extension.slice(1)).join(",");
  return [
    { globPattern: `**/*.{${sources}}` },
    { globPattern: `**/{${[...OTHERS, ...MANIFESTS, ...INSTALL_RECORDS].join(",")}}` },
    { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
  ];
}

/** Whether the news can change a report. What was deleted may have been a folder; what was created can be asked. */
export function isNews(state: ServerState, location: Location, { type }: FileEvent): boolean {
  if (INSTALL_RECORDS.has(location.name)) return true;
  if (IGNORED.test(location.file)) return false;
  if (type === FileChangeType.Deleted || MANIFEST.test(location.name)) return true;
  return roleOf(state, location) !== "other" || !state.services.engine.host.isFile(location.file);
}
