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
  /** Before `text` comes this part of the file, which goes where it was, with all edits in it that concern calls around the form's. */
  readonly moved?: { readonly start: number; readonly end: number; readonly lead: string };
  /** A bracket around the whole call: superfluous where nothing follows the call any more. */
  readonly bracket?: true;
  /** The semicolon that a statement needs before its bracket. */
  readonly separator?: true;
}

/** A name of a module that the rewritten call uses, under the name that the file gives it. */
export interface ImportNeed {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

/** Edits, with the names that they need and those that they take away. */
export interface Changes {
  readonly edits: readonly LocalEdit[];
  readonly needs: readonly ImportNeed[];
  /** Identifiers that the rewrite takes away: an import that only they used goes too. */
  readonly released: readonly ts.Identifier[];
}

export interface Plan extends Changes {
  /** What it does, where it doesn't await a twin: the kind of its fix, and its title without cautions. */
  readonly does?: { readonly kind: FixKind; readonly title: string };
  /** The new callee as it will be written, for the title. */
  readonly callee: string;
  /** Why the reader has to look; empty: safe. */
  readonly cautions: readonly string[];
  /** What the twin does with the work, where it stays on this thread: the end of the title. */
  readonly note?: string;
  /** What becomes of the callbacks around the call; plans for one callback share the same object. */
  readonly forms?: readonly Form[];
  /** The call, or the reference, that is rewritten. */
  readonly node?: ts.Node;
}

/** What a callback that can't await, and the call that runs it inline, become so that it can. */
export interface Form extends Changes {
  readonly kind: "loop" | "all" | "limited";
  /** The call that runs the callback. */
  readonly call: ts.CallExpression;
  /** For the title: "in a `for` loop". */
  readonly title: string;
  readonly cautions: readonly string[];
  /** The call stands alone in the head of a loop afterwards: no brackets are needed around an `await` of it. */
  readonly bare?: ts.Node;
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
  /** Callbacks that become the body of a loop of the function around them. */
  readonly dissolved: ReadonlySet<ts.Node>;
  /** All calls that are to be rewritten, if not all at once. */
  readonly blocking: ReadonlySet<ts.Node>;
  /** Forms of callbacks, computed once. */
  readonly forms: Map<ts.Node, FormsOutcome>;
}

/** Best first, never empty; or why there is none: the words after "because". */
export type FormsOutcome = { readonly forms: readonly [Form, ...Form[]] } | { readonly refusal: string };

/** One call to be rewritten. */
export interface Job extends Workbench {
  readonly call: CallNode;
  readonly target: FixTarget;
}
