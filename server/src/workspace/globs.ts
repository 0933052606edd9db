/** Globs of a configuration, compiled once per configuration. */
import * as path from "node:path";
import picomatch from "picomatch";
import { withSlashes } from "./paths";
import type { ResolvedConfig } from "./types";

export type Matcher = (file: string) => boolean;

export interface Matchers {
  readonly excluded: Matcher;
  readonly relaxed: Matcher;
  readonly worker: Matcher;
}

const compiled = new WeakMap<ResolvedConfig, Matchers>();

/** Matchers of one configuration, for absolute paths of files and folders. */
export function matchersOf(resolved: ResolvedConfig): Matchers {
  const known = compiled.get(resolved);
  if (known !== undefined) return known;
  const matchers = {
    excluded: createMatcher(resolved.config.exclude, resolved.base),
    relaxed: createMatcher(resolved.config.relaxed, resolved.base),
    worker: createMatcher(resolved.config.workers, resolved.base),
  };
  compiled.set(resolved, matchers);
  return matchers;
}

/**
 * Matches absolute paths against `globs` that are relative to `base` (or absolute). A glob that names a folder matches
 * everything below it. Files outside `base` match absolute globs only. A glob that can't be compiled matches nothing.
 */
export function createMatcher(globs: readonly string[], base: string): Matcher {
  const relativeGlobs: string[] = [];
  const absoluteGlobs: string[] = [];
  for (const glob of globs) {
    const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    (path.isAbsolute(trimmed) ? absoluteGlobs : relativeGlobs).push(trimmed, `${trimmed}/**`);
  }
  const matchesRelative = compile(relativeGlobs);
  const matchesAbsolute = compile(absoluteGlobs);
  return (file) => {
    if (matchesAbsolute(withSlashes(file))) return true;
    const relative = withSlashes(path.relative(base, file));
    return relative !== "" && relative !== ".." && !relative.startsWith("../") && matchesRelative(relative);
  };
}

/** The glob that matches what `glob` matches relative to `folder`, wherever the configuration's base is. */
export function anchorGlob(glob: string, folder: string): string {
  if (path.isAbsolute(glob)) return glob;
  const literal = withSlashes(folder).replace(/[!"$'()*+,?@[\]^`{|}]/g, "\\$&");
  return `${literal.replace(/\/$/, "")}/${glob.replace(/^\.\//, "")}`;
}

function compile(globs: readonly string[]): Matcher {
  if (globs.length === 0) return () => false;
  return picomatch([...globs], { dot: true });
}
