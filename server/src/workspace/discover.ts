/** Finds the files to analyse, the same for editor and command line, and says what it left out. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { Problem } from "../core/facts";
import { isBundleName, isDeclarationName } from "./classify";
import { unreadable } from "./diskErrors";
import { ignoreRulesAbove, ignoreRulesIn, type IgnoreRules, isIgnored } from "./gitignore";
import { matchersOf } from "./globs";
import { ENVIRONMENT_MARK } from "./installed";
import { compareText, isInside } from "./paths";
import type { Discovery, ResolvedConfig, Skipped } from "./types";

const VERSION_CONTROL: ReadonlySet<string> = new Set([".git", ".hg", ".svn", ".jj"]);
const DEPENDENCIES: ReadonlySet<string> = new Set([
  ...["node_modules", "bower_components", "jspm_packages", ".yarn"],
  ...["site-packages", "dist-packages"],
]);
/** Yarn's resolver, written into the project. */
const DEPENDENCY_FILES: ReadonlySet<string> = new Set([".pnp.js", ".pnp.cjs", ".pnp.loader.mjs"]);

/** One folder on the way: `real` is its path behind links, by which files are told apart. */
interface Folder {
  readonly path: string;
  readonly real: string;
  readonly rules: IgnoreRules | undefined;
}

/** A symbolic link, kept until everything that is really there was seen, so that real paths are preferred. */
interface Link extends Folder {
  readonly link: string;
}

/**
 * Walks `paths` (absolute; files or folders) in an order that is the same on every machine. A file that is named itself
 * is taken whatever ignores it; of folders only the one that is named is. Links are followed, each file is given once.
 */
export function discover(
  paths: readonly string[],
  extensions: readonly string[],
  configOf: (folder: string) => ResolvedConfig,
): Discovery {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const links: Link[] = [];
  const skipped: Skipped[] = [];
  const problems: Problem[] = [];

  const skip = (file: string, reason: Skipped["reason"]) => void skipped.push({ path: file, reason });
  const isSource = (name: string) => extensions.includes(path.extname(name).toLowerCase());
  const isExcluded = (folder: string, file: string) => matchersOf(configOf(folder)).excluded(file);

  function start(named: string): void {
    try {
      const real = fs.realpathSync(named);
      if (!fs.statSync(real).isDirectory()) {
        startFile(named, real);
      } else if (isExcluded(path.dirname(named), named)) {
        skip(named, "excluded");
      } else {
        walk({ path: named, real, rules: ignoreRulesAbove(named) });
      }
    } catch (error) {
      problems.push(unreadable(named, error));
    }
  }

  function startFile(named: string, real: string): void {
    if (isSource(named)) {
      if (!files.has(real)) files.set(real, named);
      return;
    }
    const message = `Not analysed: its name ends in none of ${extensions.join(" ")}.`;
    problems.push({ file: named, kind: "unreadable", message });
  }

  function walk(folder: Folder): void {
    if (folders.has(folder.real)) return;
    folders.add(folder.real);
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(folder.path, { withFileTypes: true });
    } catch (error) {
      problems.push(unreadable(folder.path, error));
      return;
    }
    // A virtual environment of Python, whatever its name.
    if (!paths.includes(folder.path) && entries.some(({ name }) => name === ENVIRONMENT_MARK)) {
      skip(folder.path, "dependencies");
      return;
    }
    entries.sort((left, right) => compareText(left.name, right.name));
    for (const entry of entries) {
      const at = path.join(folder.path, entry.name);
      const real = path.join(folder.real, entry.name);
      if (entry.isSymbolicLink()) links.push({ ...folder, link: at });
      else if (entry.isDirectory()) visitFolder(at, real, folder);
      else visitFile(at, real, folder, entry.isFile());
    }
  }

  function visitFolder(at: string, real: string, parent: Folder): void {
    const name = path.basename(at);
    if (VERSION_CONTROL.has(name)) skip(at, "version control");
    else if (DEPENDENCIES.has(name)) skip(at, "dependencies");
    else if (isIgnored(parent.rules, at, true)) skip(at, "ignored");
    else if (isExcluded(parent.path, at)) skip(at, "excluded");
    else walk({ path: at, real, rules: ignoreRulesIn(at, parent.rules) });
  }

  function visitFile(at: string, real: string, parent: Folder, isRegular: boolean): void {
    const name = path.basename(at);
    if (!isSource(name) || isDeclarationName(name)) return;
    if (DEPENDENCY_FILES.has(name)) skip(at, "dependencies");
    else if (isIgnored(parent.rules, at, false)) skip(at, "ignored");
    else if (isExcluded(parent.path, at)) skip(at, "excluded");
    else if (isBundleName(name)) skip(at, "minified");
    else if (!isRegular) problems.push(unreadable(at, new Error("a pipe, a socket or a device, not a file")));
    else if (!files.has(real)) files.set(real, at);
  }

  function follow(link: Link): void {
    try {
      const real = fs.realpathSync(link.link);
      const isFolder = fs.statSync(real).isDirectory();
      if (isFolder && isInside(real, link.real)) {
        skip(link.link, "link-cycle");
      } else if (hasDependencySegment(path.relative(link.real, real))) {
        skip(link.link, "dependencies");
      } else if (!skipped.some((item) => isInside(item.path, real))) {
        // What was left out where it really is doesn't come back through a link.
        if (isFolder) visitFolder(link.link, real, link);
        else visitFile(link.link, real, link, true);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ELOOP") skip(link.link, "link-cycle");
      else if (isSource(link.link) && !isEditorLock(link.link)) problems.push(unreadable(link.link, error));
    }
  }

  for (const named of paths) start(named);
  for (let link = links.shift(); link !== undefined; link = links.shift()) follow(link);
  skipped.sort((left, right) => compareText(left.path, right.path));
  return { files: [...files.values()].sort(compareText), skipped, problems };
}

function hasDependencySegment(relative: string): boolean {
  return relative.split(path.sep).some((segment) => DEPENDENCIES.has(segment));
}

/** Emacs locks a file by a link named `.#file` that leads nowhere. */
function isEditorLock(file: string): boolean {
  return path.basename(file).startsWith(".#");
}
