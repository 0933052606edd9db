/** The call graph turned round: from a function up to the calls on the event loop that reach it. Plain data. */
import { declaredOf, nodeOf } from "./chains";
import type { CallEdge } from "./graph";
import type { Declared } from "./link";

/** A call by its place in the `FileFacts.calls` of its file, and the function that it goes to. */
export interface CallStep {
  readonly file: string;
  readonly call: number;
  readonly runs: Declared;
}

/** A call on the event loop that blocks, and the functions that it goes to; none where it runs the API itself. */
export interface EntryCall {
  readonly file: string;
  readonly call: number;
  readonly runs: readonly Declared[];
}

/** The call on the event loop first, then the calls on the shortest way to a function, the one that runs it last. */
export type Way = readonly [CallStep, ...CallStep[]];

/** A call of a function; `by` is the node of the function that it stands in, undefined for an entry. */
interface Caller {
  readonly step: CallStep;
  readonly by: string | undefined;
}

/** Everything that a set of entries reaches, with who calls it. */
export class ReverseGraph {
  private readonly callers = new Map<string, Caller[]>();
  private readonly walked = new Set<string>();

  /** @param edges the calls of a function. */
  constructor(private readonly edges: (declared: Declared) => readonly CallEdge[]) {}

  /** Adds an entry and what it reaches; each function is walked once, however many entries reach it. */
  add({ file, call, runs }: EntryCall): void {
    const pending: Declared[] = [];
    const note = (caller: Caller): void => {
      const node = nodeOf(caller.step.runs);
      const known = this.callers.get(node);
      if (known === undefined) this.callers.set(node, [caller]);
      else known.push(caller);
      pending.push(caller.step.runs);
    };
    for (const target of runs) note({ step: { file, call, runs: target }, by: undefined });
    for (const declared of pending) {
      const node = nodeOf(declared);
      if (this.walked.has(node)) continue;
      this.walked.add(node);
      for (const edge of this.edges(declared)) {
        for (const target of [...edge.all, ...edge.oneOf]) {
          note({ step: { file: declared.file, call: edge.call, runs: target }, by: node });
        }
      }
    }
  }

  /** The shortest way from each entry that reaches one of `targets`, nearest entries first. */
  waysTo(targets: readonly Declared[]): readonly Way[] {
    const ways = new Map<string, Way>();
    // However they are called.
    const wanted = new Set(targets.map(nodeOf));
    const isWanted = (node: string): boolean => {
      const { file, key } = declaredOf(node);
      return wanted.has(nodeOf({ file, key }));
    };
    const seen = new Set([...this.callers.keys()].filter(isWanted));
    let level = [...seen].map((node) => ({ node, below: [] as readonly CallStep[] }));
    // Breadth first, so that the first way that is found is a shortest one.
    while (level.length > 0) {
      const next: typeof level = [];
      for (const { node, below } of level) {
        for (const { step, by } of this.callers.get(node) ?? []) {
          const way: Way = [step, ...below];
          const entry = `${step.file}\0${String(step.call)}`;
          if (by === undefined && !ways.has(entry)) ways.set(entry, way);
          if (by === undefined || seen.has(by)) continue;
          seen.add(by);
          next.push({ node: by, below: way });
        }
      }
      level = next;
    }
    return [...ways.values()];
  }
}
