/** What a rewrite consists of before it is text: edits at the call, names it needs and names it no longer uses. */
import type { ts } from "ts-morph";
import type { FixKind } from "../../../core/findings";
import type { FixTarget, ProjectContext } from "../../language";
import type { Evaluator } from "../evaluate";
import type { ParsedFile } from "../parse";
import type { FileNames } from "./names";

export type CallNode = ts.CallExpression | ts.TaggedTemplateExpression;

export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** An insertion that belongs to what is before it. */
  readonly closes?: true;
}

/** A name of a module that the rewritten call uses, under the name that the file gives it. */
export interface ImportNeed {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

export interface Plan {
  /** What it does, where it doesn't await a twin: the kind of its fix, and its title without cautions. */
  readonly does?: { readonly kind: FixKind; readonly title: string };
  /** The new callee as it will be written, for the title. */
  readonly callee: string;
  /** Why the reader has to look; empty: safe. */
  readonly cautions: readonly string[];
  readonly edits: readonly LocalEdit[];
  readonly needs: readonly ImportNeed[];
  /** Identifiers that the rewrite takes away: an import that only they used goes too. */
  readonly released: readonly ts.Identifier[];
}

/** Plans of one target, best first; without any, why: the words after "because". */
export type Planned = { readonly plans: readonly Plan[] } | { readonly refusal: string };

/** Everything that planning in one file shares. */
export interface Workbench {
  readonly file: ParsedFile;
  readonly evaluator: Evaluator;
  readonly names: FileNames;
  readonly project: ProjectContext;
  /** Functions that become asynchronous together with the rewrites. */
  readonly madeAsync: ReadonlySet<ts.Node>;
}

/** One call to be rewritten. */
export interface Job extends Workbench {
  readonly call: CallNode;
  readonly target: FixTarget;
}
