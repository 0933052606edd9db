/** What a language gives to the engine. A second language is a sibling folder with the same two verbs. */
import type { Entry } from "../core/catalogue";
import type { FileFacts, Reference, Span, WorkFacts } from "../core/facts";
import type { Edit, FindingCode, Fix } from "../core/findings";

/** What fixes need to know of the project around a file. */
export interface ProjectContext {
  /** Lowest Node.js major version that the project supports (package.json `engines.node`). */
  readonly nodeMajor: number;
  /** npm packages that the nearest package.json declares, for whatever purpose, with their ranges. */
  readonly npmPackages?: Readonly<Record<string, string>>;
  /** Lowest minor version of Python 3 that the project supports (`requires-python`); 9 where nothing says it. */
  readonly pythonMinor?: number;
  /** What Python's fixes run blocking calls in: `auto` (the default), a library, or a function by its dotted name. */
  readonly pythonExecutor?: string;
  /** PyPI packages that the project declares, by their normalised names (PEP 503); `optional`: only in an extra. */
  readonly pythonPackages?: Readonly<Record<string, "required" | "optional">>;
}

/** A blocking call, as found: its span is that of `CallFacts.span`. */
export interface FixTarget {
  readonly span: Span;
  readonly module: string;
  readonly entry: Entry;
  /** Specifier of the module's promises namespace, where it has one: `node:fs/promises`. */
  readonly promises?: string;
  /** The call goes to a function of ours that blocks further down: `module` is empty, `entry` speaks of what it reaches. */
  readonly own?: OwnFunction;
  /** What is found calls nothing, it computes: `span` is the whole loop (or call, or function). */
  readonly work?: WorkFacts;
  /** For `work`: nanoseconds of one time around, by the cost model. */
  readonly each?: number;
}

/** What is known of a function of ours that is to run in another thread. */
export interface OwnFunction {
  /** Why the reader has to look; empty: it does nothing that another thread could see. */
  readonly cautions: readonly string[];
  /** Another process can import it by its name. */
  readonly isImportable: boolean;
  /** Why it has to stay on the event loop's thread. */
  readonly refusal?: string;
}

/** What a function's own code does that matters in another thread. */
export interface ThreadUse {
  /** Something outside of it that it changes, or that changes under it: a clause. */
  readonly hazard?: string;
  /** Something that only works on the event loop's thread: a clause. */
  readonly refusal?: string;
  /** Calls that have to be looked into: all but those that are known to do nothing that a thread could see. */
  readonly calls: readonly ThreadCall[];
}

export interface ThreadCall {
  /** That of `CallFacts.span`. */
  readonly span: Span;
  /** The callee as people write it. */
  readonly name: string;
  /** What it is called on was made by the same function. */
  readonly isLocal: boolean;
  /** What it gives doesn't leave the function. */
  readonly stays: boolean;
}

/** Rewrites for one target, best first; without any, why. */
export interface FixOutcome {
  readonly fixes: readonly Fix[];
  readonly refusal?: string;
  /** Rewrites beside those that are offered which can't be made: a title, and why not, a sentence. */
  readonly refused?: readonly { readonly title: string; readonly reason: string }[];
}

/** Rewrites of code in which nothing was found, offered where the cursor is; no "fix all" makes them. */
export interface Refactorings {
  /** What they do, in one word: `gather` runs calls together that waited one after the other. */
  readonly kind: "gather";
  /** Best first; titles say what the reader has to look at. */
  readonly offered: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
  /** What can't be done, as a title, and why: a clause. */
  readonly refused: readonly { readonly title: string; readonly reason: string }[];
}

/** One mention of something that may be a function of ours, but for its declaration, its imports and its exports. */
export interface Mention {
  /** The expression: a name, or a member with what it is read from. */
  readonly span: Span;
  /** Its last name; empty for a module as a whole. */
  readonly name: string;
  readonly reference: Reference;
  /**
   * `call`: it is called; `element`: something runs it for each element, which it is given with more than that; `member`: a
   * member with a known name is read from it; `value`: anything else.
   */
  readonly use: "call" | "element" | "member" | "value";
  /** For `call`: the whole call, that of `CallFacts.span`. */
  readonly call?: Span;
  /** For `call`: it stands under `await`. */
  readonly awaited?: true;
}

/** How a function is declared, for those who want to make it asynchronous. */
export interface Declaration {
  /** Why it can't be, a clause. */
  readonly refusal?: string;
  /** It has no name that others could call it by: the place that it stands at is all there is to know. */
  readonly isCallback: boolean;
  /** How many arguments it looks at; undefined where nobody knows. */
  readonly arity?: number;
  /** A method: its class, which others may extend, and what the class extends or implements. */
  readonly method?: { readonly className: string; readonly isDerived: boolean };
}

/** Changes in one file that go together. All spans are those of facts. */
export interface AsyncRequest {
  /** Functions that become asynchronous. */
  readonly functions: readonly Span[];
  /** Blocking calls in them, to be rewritten. */
  readonly targets: readonly FixTarget[];
  /** Calls of functions that become asynchronous, to be awaited. */
  readonly awaits: readonly Span[];
}

/** The edits, with what the reader has to look at; or why one of the changes can't be made, and where. */
export type AsyncOutcome =
  | { readonly edits: readonly Edit[]; readonly cautions: readonly string[] }
  | { readonly refusal: string; readonly at: number };

export interface FactsOptions {
  /**
   * Whether calls count that run only where the caller, a setting or an error says so (default: they do). In a library nobody
   * knows what is said.
   */
  readonly chosen?: boolean;
}

/** Where code that moves to a worker goes, and how it is run there. */
export interface ExtractionSite {
  /** How the file's code is loaded when it runs. */
  readonly modules: "esm" | "commonjs";
  /** Whether what is written or what a compiler makes of it is run; `both`: while developing, and then. */
  readonly runs: "source" | "built" | "both";
  /** What reads TypeScript while it is run, where that has to be told to workers. */
  readonly loader?: "tsx";
  /** The text of a file; undefined where there is none. */
  readonly textOf: (file: string) => string | undefined;
}

/** The edits of a file and of its worker file; or why code can't move, a clause. */
export type ExtractOutcome =
  | {
      /** What moves, as people call it: "this `for` loop", "`fib`". */
      readonly what: string;
      readonly edits: readonly Edit[];
      /** Files that don't exist yet. */
      readonly creates: readonly string[];
      readonly cautions: readonly string[];
      /** A package that has to be among the dependencies; undefined where it is used already. */
      readonly needs?: { readonly name: string; readonly version: string; readonly nodeMajor: number };
    }
  | { readonly refusal: string };

export interface Language {
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  facts(file: string, text: string, options?: FactsOptions): FileFacts;
  /** One outcome per target, in their order. */
  fixes(file: string, text: string, targets: readonly FixTarget[], project: ProjectContext): readonly FixOutcome[];
  /**
   * The first fix of each target, all together: imports merged, what is unused afterwards removed.
   * With `unsafe: false` only targets whose first fix is safe are rewritten.
   */
  fixAll(
    file: string,
    text: string,
    targets: readonly FixTarget[],
    project: ProjectContext,
    options: { readonly unsafe: boolean },
  ): readonly Edit[];
  /** Comments that silence a finding at `span`: on its line, and for the whole file. */
  suppressions(file: string, text: string, span: Span, code: FindingCode): readonly Fix[];
  /** Edits that remove the comment around `offset`, with its line when nothing else is on it; `[]` when there is none. */
  removeComment(file: string, text: string, offset: number): readonly Edit[];
  /** For languages with threads: what the function at `span` (that of its facts) does; undefined where there is none. */
  threadUse?(file: string, text: string, span: Span): ThreadUse | undefined;
  /** Rewrites at a cursor (an empty span) or of a selection; absent where a language has none. */
  refactorings?(file: string, text: string, span: Span, project: ProjectContext): Refactorings;
  /** All mentions of functions, and of modules and objects that may hold them. */
  mentions?(file: string, text: string): readonly Mention[];
  /** The function at `span`, that of its facts; undefined where there is none. */
  declarationOf?(file: string, text: string, span: Span): Declaration | undefined;
  /** Moves what `target` computes to a file that runs in a worker. */
  extract?(
    file: string,
    text: string,
    target: FixTarget,
    project: ProjectContext,
    site: ExtractionSite,
  ): ExtractOutcome;
  makeAsync?(file: string, text: string, request: AsyncRequest, project: ProjectContext): AsyncOutcome;
}
