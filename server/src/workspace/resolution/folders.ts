/** Folders that a workspace's globs name. */
import * as path from "node:path";
import picomatch from "picomatch";
import { withSlashes } from "../paths";
import type { ProjectHost } from "./questions";

const NEVER = /^(?:\..*|node_modules|bower_components|__pycache__|site-packages)$/;

/** Names of the folders right below `folder` that can hold members: neither hidden nor dependencies. */
export function subfolders(host: ProjectHost, folder: string): readonly string[] {
  return host
    .entries(folder)
    .filter(({ name, isFolder }) => isFolder && !NEVER.test(name))
    .map(({ name }) => path.join(folder, name));
}

/**
 * The folders below `root` that `globs` name (npm, Yarn, pnpm and uv write them alike); `!` takes away. Only what a glob
 * leaves open is listed. A folder need not exist where nothing is left open.
 */
export function expandFolders(host: ProjectHost, root: string, globs: readonly string[]): readonly string[] {
  const trimmed = globs.map((glob) => glob.replace(/^(!?)\.?\//, "$1").replace(/\/+$/, ""));
  const taken = trimmed.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const isTaken = taken.length === 0 ? () => false : picomatch(taken, { dot: true });
  const found = new Set<string>();
  for (const glob of trimmed) {
    if (!glob.startsWith("!")) expand(root, glob.split("/"));
  }
  return [...found].filter((folder) => !isTaken(withSlashes(path.relative(root, folder))));

  function expand(folder: string, segments: readonly string[]): void {
    const [segment, ...rest] = segments;
    if (segment === undefined || segment === "") {
      found.add(folder);
    } else if (segment === "**") {
      if (folder !== root || rest.length > 0) expand(folder, rest);
      for (const below of subfolders(host, folder)) expand(below, segments);
    } else if (/[*?[\]{}()]/.test(segment)) {
      const matches = picomatch(segment);
      for (const below of subfolders(host, folder)) if (matches(path.basename(below))) expand(below, rest);
    } else {
      expand(path.join(folder, segment), rest);
    }
  }
}
