/** `.gitignore` rules from the root of the repository down to a folder. */
import * as fs from "node:fs";
import * as path from "node:path";
import ignore, { type Ignore } from "ignore";
import { upward, withSlashes } from "./paths";

/** Rules that hold in a folder: those of its own `.gitignore` before those of its parents. */
export interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore | undefined;
  readonly parent: IgnoreRules | undefined;
}

/** Rules that hold in `folder` by itself and everything above it, up to the root of its repository. */
export function ignoreRulesAbove(folder: string): IgnoreRules | undefined {
  const folders: string[] = [];
  for (const candidate of upward(folder)) {
    folders.unshift(candidate);
    if (!fs.existsSync(path.join(candidate, ".git"))) continue;
    const outer = folders
      .slice(0, -1)
      .reduce<IgnoreRules | undefined>((rules, at) => ignoreRulesIn(at, rules), undefined);
    // A folder that is itself ignored was named on purpose: what ignores it doesn't hold inside.
    return ignoreRulesIn(folder, isIgnored(outer, folder, true) ? undefined : outer);
  }
  return ignoreRulesIn(folder, undefined);
}

/** Adds the rules of `folder`'s own files to those of its parents; a repository inside another starts afresh. */
export function ignoreRulesIn(folder: string, parent: IgnoreRules | undefined): IgnoreRules | undefined {
  const isRepository = fs.existsSync(path.join(folder, ".git"));
  const texts = [
    ...(isRepository ? [readText(path.join(folder, ".git", "info", "exclude"))] : []),
    readText(path.join(folder, ".gitignore")),
  ].filter((text) => text !== undefined);
  const outer = isRepository ? undefined : parent;
  if (texts.length === 0) return outer;
  const rules = ignore();
  for (const text of texts) rules.add(text);
  return { folder, rules, parent: outer };
}

/** The nearest rule that says anything about `file` decides. Its parent folders are taken to be not ignored. */
export function isIgnored(rules: IgnoreRules | undefined, file: string, isFolder: boolean): boolean {
  for (let level = rules; level !== undefined; level = level.parent) {
    const relative = withSlashes(path.relative(level.folder, file));
    const verdict = level.rules?.test(isFolder ? `${relative}/` : relative);
    if (verdict?.ignored === true) return true;
    if (verdict?.unignored === true) return false;
  }
  return false;
}

/** `undefined` where there is no such file; one that can't be read ignores nothing. */
function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
