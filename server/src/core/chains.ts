/** Stage "propagation": which functions block, and the shortest way down to the costliest API that they reach. */
import { COSTS, type Cost } from "./catalogue";
import type { CallEdge } from "./graph";
import type { Declared } from "./link";

/** What a function does to the loop of who calls it. */
export interface Summary {
  readonly cost: Cost;
  /** Calls from here to the leaf; 1 where the function calls it itself. */
  readonly distance: number;
  /** The first call on the way, by its place in `FileFacts.calls`. */
  readonly call: number;
  /** The function that this call goes to; undefined where it is the leaf. */
  readonly next: Declared | undefined;
  /** What that function computes because of what it is given is the leaf: its place in the function's file. */
  readonly leafInNext?: number;
  /** Some call on the way is repeated. */
  readonly inLoop: boolean;
  /** Some function on the way keeps its result: only a first call blocks. */
  readonly isOnce: boolean;
  /** Names of all APIs that can be reached and block, sorted. */
  readonly leaves: readonly string[];
}

/** One node name for a declared function, as it is called, or a class. */
export function nodeOf({ file, key, without }: Declared): string {
  return without === undefined ? `${file}\0${key}` : `${file}\0${key}\0${without.join()}`;
}

/** What a node name stands for. */
export function declaredOf(node: string): Declared {
  const [file = "", key = "", without] = node.split("\0");
  return without === undefined ? { file, key } : { file, key, without: without.split(",").map(Number) };
}

/**
 * Summaries of `root` and of all functions that it reaches; null for those that don't block.
 * @param edges the calls of a function.
 * @param known a summary that is there already: what is behind it isn't looked at again.
 */
export function summarise(
  root: Declared,
  edges: (declared: Declared) => readonly CallEdge[],
  known: (declared: Declared) => Summary | null | undefined,
): ReadonlyMap<string, Summary | null> {
  const nodes = new Map<string, readonly CallEdge[]>();
  const callers = new Map<string, string[]>();
  const summaries = new Map<string, Summary | null>();
  const outside = new Set<string>();
  const pending = [root];
  for (const declared of pending) {
    const node = nodeOf(declared);
    if (nodes.has(node) || outside.has(node)) continue;
    const given = declared === root ? undefined : known(declared);
    if (given !== undefined) {
      summaries.set(node, given);
      outside.add(node);
      continue;
    }
    const list = edges(declared);
    nodes.set(node, list);
    for (const edge of list) {
      for (const target of [...edge.all, ...edge.oneOf]) {
        const name = nodeOf(target);
        const known_ = callers.get(name);
        if (known_ === undefined) callers.set(name, [node]);
        else known_.push(node);
        pending.push(target);
      }
    }
  }
  settle(nodes, callers, summaries);
  const own = new Map<string, Summary | null>();
  for (const node of nodes.keys()) own.set(node, summaries.get(node) ?? null);
  return own;
}

/** Computes each node from what it calls until nothing changes. What is found only ever gets worse, so that it ends. */
function settle(
  nodes: ReadonlyMap<string, readonly CallEdge[]>,
  callers: ReadonlyMap<string, readonly string[]>,
  summaries: Map<string, Summary | null>,
): void {
  // Last found first: what is called is mostly settled before who calls it.
  const queue = [...nodes.keys()];
  const queued = new Set(queue);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    queued.delete(node);
    const next = summaryOf(nodes.get(node) ?? [], (target) => summaries.get(nodeOf(target)) ?? undefined);
    const before = summaries.get(node) ?? undefined;
    if (isSame(before, next)) continue;
    summaries.set(node, next ?? null);
    for (const caller of callers.get(node) ?? []) {
      if (queued.has(caller)) continue;
      queued.add(caller);
      queue.push(caller);
    }
  }
}

/** The summary of a function with these calls; undefined when none of them blocks. */
export function summaryOf(
  edges: readonly CallEdge[],
  of: (declared: Declared) => Summary | undefined,
): Summary | undefined {
  let best: Summary | undefined;
  const leaves = new Set<string>();
  for (const edge of edges) {
    for (const found of waysOf(edge, of)) {
      for (const leaf of found.leaves) leaves.add(leaf);
      if (best === undefined || compare(found, best) < 0) best = found;
    }
  }
  return best === undefined ? undefined : { ...best, leaves: [...leaves].sort() };
}

function waysOf(edge: CallEdge, of: (declared: Declared) => Summary | undefined): readonly Summary[] {
  const { call, inLoop, isOnce, api } = edge;
  if (api !== undefined) {
    return [{ cost: api.cost, distance: 1, call, next: undefined, inLoop, isOnce, leaves: [api.name] }];
  }
  const through = (next: Declared): Summary | undefined => {
    const below = of(next);
    if (below === undefined) return undefined;
    const { cost, distance, leaves } = below;
    const often = { inLoop: inLoop || below.inLoop, isOnce: isOnce || below.isOnce };
    return { cost, distance: distance + 1, call, next, ...often, leaves };
  };
  const all = edge.all.map(through).filter((way) => way !== undefined);
  if (edge.given !== undefined) {
    const { to, call: leafInNext, name, cost } = edge.given;
    all.push({ cost, distance: 2, call, next: to, leafInNext, inLoop, isOnce, leaves: [name] });
  }
  // One of several runs, nobody knows which: where all of them block it is sure that something does.
  const alternatives = edge.oneOf.map(through).filter((way) => way !== undefined);
  return alternatives.length === edge.oneOf.length ? [...all, ...alternatives] : all;
}

/** Negative when `a` is to be told rather than `b`: what blocks every time, the costlier, else the nearer. */
function compare(a: Summary, b: Summary): number {
  if (a.isOnce !== b.isOnce) return a.isOnce ? 1 : -1;
  return COSTS.indexOf(b.cost) - COSTS.indexOf(a.cost) || a.distance - b.distance;
}

export function isSame(a: Summary | null | undefined, b: Summary | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return (
    a.cost === b.cost &&
    a.distance === b.distance &&
    a.call === b.call &&
    a.leafInNext === b.leafInNext &&
    a.inLoop === b.inLoop &&
    a.isOnce === b.isOnce &&
    (a.next && nodeOf(a.next)) === (b.next && nodeOf(b.next)) &&
    a.leaves.length === b.leaves.length &&
    a.leaves.every((leaf, index) => leaf === b.leaves[index])
  );
}
