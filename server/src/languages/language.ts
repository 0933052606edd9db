/** What a language gives to the engine. A second language is a sibling folder with the same two verbs. */
import type { Entry } from "../core/catalogue";
import type { FileFacts, Span } from "../core/facts";
import type { Edit, FindingCode, Fix } from "../core/findings";

/** What fixes need to know of the project around a file. */
export interface ProjectContext {
  /** Lowest Node.js major version that the project supports (package.json `engines.node`). */
  readonly nodeMajor: number;
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

export interface Language {
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  facts(file: string, text: string): FileFacts;
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
}
