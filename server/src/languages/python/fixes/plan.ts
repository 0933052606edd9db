/** What a rewrite consists of before it is text: edits at the call, and names that the file has to import. */
import type { Span } from "../../../core/facts";
import type { FixKind } from "../../../core/findings";
import type { FixTarget, ProjectContext } from "../../language";
import type { PyEvaluator } from "../evaluate";
import type { PyNode } from "../tree";
import type { FileNames } from "./names";

export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** An insertion that belongs to what is before it. */
  readonly closes?: true;
  /** Several plans may hold the same edit; it is made once. */
  readonly shared?: true;
}

/** A line that the top of the file needs. */
export type Need =
  | { readonly kind: "import"; readonly module: string; readonly local: string }
  | { readonly kind: "from"; readonly module: string; readonly name: string; readonly local: string }
  /** A statement after the imports: `executor = ThreadPoolExecutor(max_workers=10)`. */
  | { readonly kind: "statement"; readonly text: string };

export interface Plan {
  /** Default: `await-twin`. */
  readonly kind?: FixKind;
  /** What happens, for the title. */
  readonly title: string;
  /** Why the reader has to look; empty: safe. */
  readonly cautions: readonly string[];
  readonly edits: readonly LocalEdit[];
  readonly needs: readonly Need[];
  /** What is rewritten, from its first to its last character. */
  readonly range: Span;
  /** The whole range moves to a thread: no other plan may edit it. */
  readonly moves: boolean;
}

/** Plans of one target, best first; without any, why: the words after "because". */
export type Planned =
  { readonly plans: readonly Plan[]; readonly refused?: readonly RefusedPlan[] } | { readonly refusal: string };

/** One way out of several that can't be taken. */
export interface RefusedPlan {
  /** What would have been done. */
  readonly title: string;
  /** Why not: a sentence. */
  readonly reason: string;
}

/** Everything that planning in one file shares. */
export interface Workbench {
  readonly evaluator: PyEvaluator;
  readonly names: FileNames;
  readonly project: ProjectContext;
  /** The nodes of all targets of the file, with their entries. */
  readonly targets: ReadonlyMap<PyNode, readonly FixTarget[]>;
}

/** One call to be rewritten. */
export interface Job extends Workbench {
  readonly call: PyNode;
  readonly target: FixTarget;
}

/** The last name of an entry's path: `read` of `TextIOWrapper#read`. */
export function entryName(target: FixTarget): string {
  return target.entry.path.split(/[.#]/).at(-1) ?? target.entry.path;
}

/** What gives something that reads or writes later: moving the call alone would hide what blocks. */
export function isOpener(target: FixTarget): boolean {
  const name = entryName(target);
  if (target.own !== undefined || (target.module === "os" && name === "open")) return false;
  return /^(open|fdopen|open_code|popen|FileIO|TemporaryFile|NamedTemporaryFile|ZipFile|TarFile|GzipFile|BZ2File|LZMAFile|urlopen)$/.test(
    name,
  );
}
