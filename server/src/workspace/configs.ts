/** Which configuration holds for a file: the nearest `unblock.json` upward, over the editor's settings, over the defaults. */
import * as path from "node:path";
import { type Config, DEFAULT_CONFIG, mergeConfig, type UserConfig } from "../core/config";
import type { Problem } from "../core/facts";
import { parseConfigFile } from "./configFile";
import { CONFIG_KEYS, knownKeysOf, violationsOf } from "./configSchema";
import { anchorGlob, matchersOf } from "./globs";
import { isInside } from "./paths";
import type { Host, ResolvedConfig } from "./types";

export const CONFIG_FILE_NAME = "unblock.json";

export interface ConfigResolverOptions {
  readonly host: Pick<Host, "read" | "isFile">;
  /** Absolute path of the folder that editor settings belong to, and where the command line was started. */
  readonly root: string;
  /** Absolute path of a configuration file that holds for everything, instead of the nearest ones. */
  readonly override?: string;
}

export interface ConfigResolver {
  /** Configuration of the files in `folder` (absolute). The same object until something is invalidated. */
  configOf(folder: string): ResolvedConfig;
  isExcluded(file: string): boolean;
  isRelaxed(file: string): boolean;
  isWorker(file: string): boolean;
  /** Read configuration files again; to be called when one was created, changed or deleted. */
  invalidate(): void;
  /** Settings of the editor, as they came: unusable ones are left out, and told in the result. */
  setEditorConfig(settings: unknown): readonly string[];
}

export function createConfigResolver({ host, root, override }: ConfigResolverOptions): ConfigResolver {
  /** By the configuration file, or by the folder that defaults are relative to: few objects, compared by identity. */
  let resolved = new Map<string, ResolvedConfig>();
  let byFolder = new Map<string, ResolvedConfig>();
  let configFiles = new Map<string, string | undefined>();
  let repositories = new Map<string, string | undefined>();
  /** Survives `invalidate`: what holds while a file is broken. */
  const lastValid = new Map<string, UserConfig>();
  let editor: UserConfig = {};

  function configOf(folder: string): ResolvedConfig {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const source = override ?? findConfigFile(folder);
    const key = source ?? defaultBase(folder);
    const config = resolved.get(key) ?? (source === undefined ? defaultsFor(key) : load(source));
    resolved.set(key, config);
    byFolder.set(folder, config);
    return config;
  }

  function findConfigFile(folder: string): string | undefined {
    return nearestUpward(folder, configFiles, (candidate) => {
      const file = path.join(candidate, CONFIG_FILE_NAME);
      if (host.isFile(file)) return file;
      lastValid.delete(file);
      return undefined;
    });
  }

  /** The repository, so that it makes no difference from which of its folders the analysis was started. */
  function defaultBase(folder: string): string {
    const repository = nearestUpward(folder, repositories, (candidate) => {
      const git = path.join(candidate, ".git");
      // A worktree and a submodule have a file there.
      return host.isFile(path.join(git, "HEAD")) || host.isFile(git) ? candidate : undefined;
    });
    return repository ?? (isInside(root, folder) ? root : folder);
  }

  function defaultsFor(base: string): ResolvedConfig {
    return { config: mergeConfig(DEFAULT_CONFIG, editor), base, problems: [], broken: false };
  }

  function load(source: string): ResolvedConfig {
    const { config, problems } = readConfigFile(host, source);
    if (config !== undefined) lastValid.set(source, config);
    const user = config ?? lastValid.get(source) ?? {};
    const merged: Config = mergeConfig(mergeConfig(DEFAULT_CONFIG, editor), user);
    return { config: merged, base: path.dirname(source), source, problems, broken: config === undefined };
  }

  function invalidate(): void {
    resolved = new Map();
    byFolder = new Map();
    configFiles = new Map();
    repositories = new Map();
  }

  const matchersFor = (file: string) => matchersOf(configOf(path.dirname(file)));
  return {
    configOf,
    isExcluded: (file) => matchersFor(file).excluded(file),
    isRelaxed: (file) => matchersFor(file).relaxed(file),
    isWorker: (file) => matchersFor(file).worker(file),
    invalidate,
    setEditorConfig(settings) {
      const { config, messages } = usableSettings(settings, root);
      editor = config;
      invalidate();
      return messages;
    },
  };
}

/** What `find` gives for a folder, or else for the nearest one above it; `known` keeps the answers of all that were asked. */
function nearestUpward(
  folder: string,
  known: Map<string, string | undefined>,
  find: (folder: string) => string | undefined,
): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = path.dirname(folder);
  const found = find(folder) ?? (parent === folder ? undefined : nearestUpward(parent, known, find));
  known.set(folder, found);
  return found;
}

/** What is wrong with the configurations of `files` and of the folder `root`, each problem once. */
export function problemsOfConfigs(
  { configOf }: Pick<ConfigResolver, "configOf">,
  root: string,
  files: readonly string[],
): readonly Problem[] {
  const folders = new Set([root, ...files.map((file) => path.dirname(file))]);
  const problems = [...folders].flatMap((folder) => configOf(folder).problems);
  return [...new Map(problems.map((one) => [`${one.file}:${String(one.offset)}:${one.message}`, one])).values()];
}

function readConfigFile(
  host: Pick<Host, "read">,
  file: string,
): { readonly config?: UserConfig; readonly problems: readonly Problem[] } {
  const read = host.read(file);
  if ("problem" in read) return { problems: [{ ...read.problem, kind: "config" }] };
  return parseConfigFile(file, read.text);
}

/** Checks each setting on its own, so that one that is wrong takes no other with it. `null` is VS Code's "not set". */
function usableSettings(
  settings: unknown,
  root: string,
): { readonly config: UserConfig; readonly messages: readonly string[] } {
  if (typeof settings !== "object" || settings === null) return { config: {}, messages: [] };
  const usable: Record<string, unknown> = {};
  const messages: string[] = [];
  for (const [key, value] of Object.entries(settings as Record<string, unknown>)) {
    // Settings of the client alone (`trace.server`) arrive with the rest.
    if (!CONFIG_KEYS.includes(key) || value === null || value === undefined) continue;
    const violations = violationsOf({ [key]: value });
    if (violations.length === 0) usable[key] = value;
    for (const violation of violations) messages.push(`Setting unblock.${key} is not used: ${violation.message}`);
  }
  const config = knownKeysOf(usable);
  const anchor = (globs: readonly string[]) => globs.map((glob) => anchorGlob(glob, root));
  return {
    config: {
      ...config,
      ...(config.exclude === undefined ? {} : { exclude: anchor(config.exclude) }),
      ...(config.relaxed === undefined ? {} : { relaxed: anchor(config.relaxed) }),
      ...(config.workers === undefined ? {} : { workers: anchor(config.workers) }),
    },
    messages,
  };
}
