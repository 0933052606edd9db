/** tsconfig.json and jsconfig.json: which one holds for a file, and what it says of names and places. */
import * as path from "node:path";
import { parse } from "jsonc-parser";
import { createMatcher, type Matcher } from "../globs";
import { upward } from "../paths";
import { objectOf, textsOf } from "./manifests";
import { type Pattern, patternsOf } from "./pathPatterns";
import type { ProjectHost } from "./questions";

/** A configuration with everything that it extends, in absolute paths. */
export interface Tsconfig {
  readonly file: string;
  readonly baseUrl?: string;
  readonly paths: readonly Pattern[];
  readonly outDir?: string;
  readonly rootDir?: string;
  /** The module system that is written, in lower case. */
  readonly module?: string;
  /** Nothing is written: what is there is run as it is, or something else builds it. */
  readonly noEmit: boolean;
  /** Imports may name `.ts`. */
  readonly namesSources: boolean;
  /** Conditions of `exports` that the project adds. */
  readonly conditions: readonly string[];
  /** Files of the configurations that this one refers to. */
  readonly references: readonly string[];
  readonly includes: Matcher;
}

/** What a configuration says itself: options by name, each with the folder that it is relative to. */
interface Raw {
  readonly options: ReadonlyMap<string, Relative>;
  readonly lists: ReadonlyMap<string, Relative>;
  readonly references: readonly string[];
}

interface Relative {
  readonly folder: string;
  readonly value: unknown;
}

const NAMES = ["tsconfig.json", "jsconfig.json"];
/** Beside the one that editors take, what a build takes. */
const BUILD_NAMES = ["tsconfig.build.json", "tsconfig.lib.json"];

export class Tsconfigs {
  private readonly loaded = new Map<string, Tsconfig | null>();
  private readonly governing = new Map<string, Tsconfig | null>();

  /** `extended` finds a configuration that is extended by a package's name. */
  constructor(
    private readonly host: ProjectHost,
    private readonly extended: (folder: string, specifier: string) => readonly string[],
  ) {}

  /**
   * The configuration of `file`: the nearest that includes it, or a project that one refers to; else the nearest, so that
   * a test outside of `include` still has its project's aliases.
   */
  of(file: string): Tsconfig | undefined {
    const known = this.governing.get(file);
    if (known !== undefined) return known ?? undefined;
    let nearest: Tsconfig | undefined;
    let found: Tsconfig | undefined;
    for (const folder of upward(path.dirname(file))) {
      const config = this.at(folder);
      if (config === undefined) continue;
      nearest ??= config;
      found = this.withReferences(config).find((candidate) => candidate.includes(file));
      if (found !== undefined) break;
    }
    this.governing.set(file, found ?? nearest ?? null);
    return found ?? nearest;
  }

  /** Configurations that can say where a built file comes from: those above it, and what they refer to. */
  *above(folder: string): Generator<Tsconfig> {
    for (const candidate of upward(folder)) {
      const config = this.at(candidate);
      if (config === undefined) continue;
      yield* this.withReferences(config);
      for (const name of BUILD_NAMES) {
        const build = this.load(path.join(candidate, name));
        if (build !== undefined) yield build;
      }
    }
  }

  private at(folder: string): Tsconfig | undefined {
    for (const name of NAMES) {
      const config = this.load(path.join(folder, name));
      if (config !== undefined) return config;
    }
    return undefined;
  }

  private withReferences(config: Tsconfig): readonly Tsconfig[] {
    const all = [config];
    for (const { references } of all) {
      for (const file of references) {
        const referred = this.load(file) ?? this.load(path.join(file, "tsconfig.json"));
        if (referred !== undefined && !all.includes(referred)) all.push(referred);
      }
    }
    return all;
  }

  private load(file: string): Tsconfig | undefined {
    const known = this.loaded.get(file);
    if (known !== undefined) return known ?? undefined;
    const raw = this.raw(file, path.dirname(file), new Set());
    const config = raw === undefined ? undefined : tsconfigOf(file, raw);
    this.loaded.set(file, config ?? null);
    return config;
  }

  /** `leaf`: folder of the configuration that extends all others, for `${configDir}`. */
  private raw(file: string, leaf: string, visited: ReadonlySet<string>): Raw | undefined {
    const text = visited.has(file) ? undefined : this.host.readText(file);
    const json = text === undefined ? undefined : objectOf(parse(text, [], { allowTrailingComma: true }));
    if (json === undefined) return undefined;
    const folder = path.dirname(file);
    const options = new Map<string, Relative>();
    const lists = new Map<string, Relative>();
    const bases = typeof json.extends === "string" ? [json.extends] : textsOf(json.extends);
    for (const base of bases) {
      const inherited = this.firstRaw(this.extendedFiles(folder, base), leaf, new Set([...visited, file]));
      for (const [name, value] of inherited?.options ?? []) options.set(name, value);
      for (const [name, value] of inherited?.lists ?? []) lists.set(name, value);
    }
    const own = { ...objectOf(json.compilerOptions) };
    for (const [name, value] of Object.entries(own)) options.set(name, { folder, value: inFolder(value, leaf) });
    for (const name of ["files", "include", "exclude"]) {
      if (name in json) lists.set(name, { folder, value: inFolder(json[name], leaf) });
    }
    const references = Array.isArray(json.references) ? json.references : [];
    const paths = references.map((reference) => objectOf(reference)?.path);
    return { options, lists, references: textsOf(paths).map((reference) => path.resolve(folder, reference)) };
  }

  private firstRaw(files: readonly string[], leaf: string, visited: ReadonlySet<string>): Raw | undefined {
    for (const file of files) {
      const raw = this.raw(file, leaf, visited);
      if (raw !== undefined) return raw;
    }
    return undefined;
  }

  private extendedFiles(folder: string, specifier: string): readonly string[] {
    if (!/^\.\.?(\/|$)/.test(specifier) && !path.isAbsolute(specifier)) return this.extended(folder, specifier);
    const file = path.resolve(folder, specifier);
    return file.endsWith(".json") ? [file] : [`${file}.json`, file];
  }
}

/** `${configDir}` in a text, or in every text of a list or object. */
function inFolder(value: unknown, leaf: string): unknown {
  if (typeof value === "string") return value.replace(/^\$\{configDir\}/, leaf);
  if (Array.isArray(value)) return value.map((element) => inFolder(element, leaf));
  const fields = objectOf(value);
  if (fields === undefined) return value;
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inFolder(field, leaf)]));
}

function tsconfigOf(file: string, { options, lists, references }: Raw): Tsconfig {
  const [baseUrl, outDir, rootDir] = ["baseUrl", "outDir", "rootDir"].map((name) => place(options.get(name)));
  const paths = options.get("paths");
  const module = options.get("module")?.value;
  const isOn = (name: string): boolean => options.get(name)?.value === true;
  return {
    file,
    ...(typeof module === "string" ? { module: module.toLowerCase() } : {}),
    noEmit: isOn("noEmit"),
    namesSources: isOn("allowImportingTsExtensions") || isOn("rewriteRelativeImportExtensions"),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(outDir === undefined ? {} : { outDir }),
    ...(rootDir === undefined ? {} : { rootDir }),
    paths: patternsOf(objectOf(paths?.value) ?? {}, baseUrl ?? paths?.folder ?? path.dirname(file)),
    conditions: textsOf(options.get("customConditions")?.value),
    references,
    includes: includesOf(lists, path.dirname(file), outDir),
  };
}

function place(option: Relative | undefined): string | undefined {
  return typeof option?.value === "string" ? path.resolve(option.folder, option.value) : undefined;
}

/** As the compiler reads `files`, `include` and `exclude`; extensions are not looked at. */
function includesOf(lists: Raw["lists"], folder: string, outDir: string | undefined): Matcher {
  const globsOf = (name: string): Relative | undefined => lists.get(name);
  const files = new Set(
    textsOf(globsOf("files")?.value).map((name) => path.resolve(globsOf("files")?.folder ?? "", name)),
  );
  const include = globsOf("include") ?? { folder, value: lists.has("files") ? [] : ["**/*"] };
  const exclude = globsOf("exclude") ?? { folder, value: outDir === undefined ? [] : [outDir] };
  const included = matcher(include);
  const excluded = matcher(exclude);
  return (file) => files.has(file) || (included(file) && !excluded(file) && !file.includes("node_modules"));
}

/** Globs may lead out of their folder: `../shared/**`. Nearly all name a whole folder, which needs no glob. */
function matcher({ folder, value }: Relative): Matcher {
  const matchers = textsOf(value).map((glob): Matcher => {
    const relative = path.isAbsolute(glob) ? path.relative(folder, glob) : glob;
    const [ups = ""] = /^(?:\.\.?\/|\.\.?$)*/.exec(relative) ?? [];
    const base = path.resolve(folder, ups);
    const below = relative.slice(ups.length);
    const [, literal] = /^((?:[\w.@-]+\/)*?[\w@-]*)\/?(?:\*\*(?:\/\*)?)?$/.exec(below) ?? [];
    if (literal === undefined) return createMatcher([below], base);
    const prefix = path.join(base, literal, path.sep);
    return (file) => file.startsWith(prefix);
  });
  return (file) => matchers.some((matches) => matches(file));
}
