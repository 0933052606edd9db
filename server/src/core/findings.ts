/** What the engine says: findings with their evidence, severities and fixes. */
import type { Category, Cost } from "./catalogue";
import type { Problem, Span } from "./facts";

export const FINDING_CODES = ["blocking-call", "blocking-chain", "heavy-loop", "unused-suppression"] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Least to most severe, so that an index comparison is a comparison of severities. */
export const SEVERITIES = ["hint", "information", "warning", "error"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One step of a chain: from the call on the event loop down to the catalogued API. */
export interface ChainStep {
  readonly file: string;
  readonly span: Span;
  readonly name: string;
  /** What the one before does, where that isn't calling `name`: "runs a `for` loop". */
  readonly does?: string;
}

/** A replacement of `span` by `text` in `file`. An insertion has an empty span. */
export interface Edit {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

export type FixKind =
  "await-twin" | "make-async" | "yield" | "extract" | "suppress-line" | "suppress-file" | "remove-suppression";

/**
 * A rewrite. `safe`: same observable result and nothing else is needed; what isn't says in its title what to check.
 * `edits` are in the order of their position; edits with the same start apply in the order they are listed.
 */
export interface Fix {
  readonly kind: FixKind;
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** Files that don't exist yet, and whose text the edits are: who applies the fix makes them, and overwrites nothing. */
  readonly creates?: readonly string[];
}

export interface Finding {
  readonly code: FindingCode;
  readonly file: string;
  /** What is underlined. */
  readonly span: Span;
  /** The whole call; the same as `span` where there is none. */
  readonly callSpan: Span;
  /** Full name of the leaf, `node:fs.readFileSync`, or `heavy-loop`; empty for `unused-suppression`. */
  readonly api: string;
  /** Null where no API is concerned. */
  readonly category: Category | null;
  readonly cost: Cost | null;
  readonly severity: Severity;
  /** One sentence: what blocks, for how long it may, what to do. */
  readonly message: string;
  /** Never empty: the finding's evidence. */
  readonly chain: readonly [ChainStep, ...ChainStep[]];
  /** Full names of the other blocking APIs that the call reaches, sorted; the chain leads to the costliest. */
  readonly alsoReaches: readonly string[];
  /** Rewrites, best first, then suppressions. */
  readonly fixes: readonly Fix[];
}

/** All that is known of one file after analysis. */
export interface FileReport {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}
