/** What the workspace stage asks of the machine and gives to the adapters. */
import type { Config } from "../core/config";
import type { Problem, Span } from "../core/facts";
import type { ChainStep, Edit, FileReport, Fix, Severity } from "../core/findings";
import type { Refactorings } from "../languages/language";

/** Text of a file, or why there is none. */
export type ReadResult = { readonly text: string } | { readonly problem: Problem };

/** A file or folder that was left out, and why; for the report's last lines. */
export interface Skipped {
  readonly path: string;
  readonly reason: "ignored" | "excluded" | "dependencies" | "minified" | "link-cycle" | "version control";
}

export interface Discovery {
  /** Absolute paths, sorted, each file once. */
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

/** Configuration that holds for one file. */
export interface ResolvedConfig {
  readonly config: Config;
  /** Folder that the config's globs are relative to. */
  readonly base: string;
  /** The file it was read from, absent for the defaults. */
  readonly source?: string;
  readonly problems: readonly Problem[];
  /** A config file that doesn't parse: findings are shown, fixes are not. */
  readonly broken: boolean;
}

export interface FolderEntry {
  readonly name: string;
  /** Also for a link to a folder. */
  readonly isFolder: boolean;
}

/** The only way to the disk. Paths are absolute. Nothing throws: what fails is a value. */
export interface Host {
  read(file: string): ReadResult;
  isFile(file: string): boolean;
  /** The path behind symbolic links; the path itself where there is nothing. */
  realpath(file: string): string;
  /** What is right below a folder; nothing where there is none. */
  entries(folder: string): readonly FolderEntry[];
  /** Whether a folder is the top of something: it holds a manifest, a configuration or a repository. */
  isProject(folder: string): boolean;
  /** Files under `paths` (files or folders) with one of `extensions`, as editor and command line both see them. */
  discover(
    paths: readonly string[],
    extensions: readonly string[],
    configOf: (folder: string) => ResolvedConfig,
  ): Discovery;
}

/** How far installed packages were followed. */
export interface DependencyStats {
  readonly packages: number;
  /** Files that were parsed. */
  readonly files: number;
  readonly characters: number;
  /** Files that calls led to and that are too large to be anything but bundles. */
  readonly bundles: number;
  /** Packages that weren't followed to the end. */
  readonly cut: number;
}

/** What a run looked at, and where its time went. Times are in milliseconds, rounded. */
export interface Stats {
  readonly files: number;
  readonly parsed: number;
  readonly milliseconds: number;
  /** Files of installed packages that calls led to; they aren't among `files` and `parsed`. */
  readonly dependencies: DependencyStats;
  /** Files by language. */
  readonly languages: Readonly<Record<string, number>>;
  /**
   * `discover`: walking folders; `index`: reading texts without a parser; `reach`: which files can lead to something that
   * blocks; `facts`: parsing; `findings`: the rest.
   */
  readonly stages: Readonly<Record<"discover" | "index" | "reach" | "facts" | "findings", number>>;
}

export interface WorkspaceReport {
  /** Every file with a finding or a problem, sorted by path. */
  readonly files: readonly FileReport[];
  /** Problems that belong to no analysed file: unreadable folders, configuration. */
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  readonly stats: Stats;
}

/** Rewrites of a finding that are made when somebody asks for them, best first, and those that can't be. */
export interface ChainFixes {
  readonly fixes: readonly Fix[];
  readonly refused: readonly RefusedFix[];
}

export interface RefusedFix {
  /** What would have been done, as a title. */
  readonly title: string;
  /** Why not: a sentence. */
  readonly reason: string;
}

/** Work in steps, so that who runs it can do other things in between, or stop: how far it is, and in the end what came of it. */
export type Walk<Result> = Generator<{ readonly done: number; readonly total: number }, Result, void>;

/** A call on the event loop that reaches a function. */
export interface WayIn {
  readonly file: string;
  /** What a finding underlines. */
  readonly span: Span;
  /** The function around the call; undefined at the top level of a module. */
  readonly within: string | undefined;
  /** From this call down to the one that runs the function. */
  readonly chain: readonly [ChainStep, ...ChainStep[]];
}

/** A function, and how code on the event loop comes to it. */
export interface Reached {
  readonly file: string;
  /** Its name, or the first line where it has none. */
  readonly span: Span;
  readonly name: string;
  /** It runs on the event loop itself. */
  readonly isOnLoop: boolean;
  readonly isBlocking: boolean;
  /** By file and place; empty where it doesn't block. */
  readonly ways: readonly WayIn[];
}

/** Ways in as they were when the workspace was walked. */
export interface WaysIn {
  /** The function that has its name at a place, that a call there runs, or that stands around it; undefined for none. */
  to(file: string, span: Span): Reached | undefined;
  /** Synchronous functions of a file that block and that code on the event loop reaches. */
  helpers(file: string): readonly Reached[];
}

/** The one mutable object: texts, facts and reports of a workspace, kept right under edits. */
export interface Analyzer {
  /** Discovers and analyses everything under `paths`. `progress` is called now and then. `stop` is asked between files. */
  checkPaths(
    paths: readonly string[],
    options?: { progress?: (done: number, total: number) => void; stop?: () => boolean },
  ): WorkspaceReport;
  /** The text that positions in reports are about; why there is none, where a file can't be read. */
  read(file: string): ReadResult;
  /** Report of one file, from the open document if there is one, else from disk. */
  report(file: string): FileReport;
  /** The document is open in an editor with this text. */
  open(file: string, text: string): void;
  close(file: string): void;
  /** The file was created, changed or deleted on disk (or a folder or configuration was): forget what is known of it. */
  changedOnDisk(file: string): void;
  /** Rewrites of the `blocking-chain` or `heavy-loop` finding whose span starts at `offset` that other files are needed for. */
  chainFixes(file: string, offset: number): ChainFixes;
  /** Rewrites at a cursor or of a selection that no finding asks for; undefined where the language has none. */
  refactorings(file: string, span: Span): Refactorings | undefined;
  /** Walks the whole workspace for calls on the event loop. What changes meanwhile may be missed: start again then. */
  waysIn(): Walk<WaysIn>;
  /**
   * All first fixes of a file together, and comments that silence nothing removed; `[]` when there are none or the
   * configuration is broken. Findings below `minSeverity` (default: none) stay as they are. What edits several files
   * isn't among them.
   */
  fixAll(file: string, options: { readonly unsafe: boolean; readonly minSeverity?: Severity }): readonly Edit[];
}
