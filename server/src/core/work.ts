/** Whether something that computes holds the event loop noticeably, and for how long: evidence priced by a cost model. */
import type { Cost } from "./catalogue";
import type { Api } from "./catalogueIndex";
import { OPERATIONS, type CallFacts, type Operation, type Reference, type WorkFacts, type WorkSign } from "./facts";
import { factsIndex } from "./factsIndex";
import { functionOf, linkReference, type LinkContext } from "./link";
import { displayName } from "./message";

/** Nanoseconds of one operation of each class, in one language: measured by bench/operations. */
export type OperationCosts = Readonly<Record<Operation, number>>;

/** The name of everything that computes among APIs, for settings and comments. */
export const WORK_NAME = "heavy-loop";

/** Below this nothing is said: a person notices 100 ms, and a server that answers in 10 ms notices half of that. */
const LEAST_NANOSECONDS = 50e6;

/** What may end sooner is told only where it would be very long: most searches find something. */
const LEAST_UPPER_BOUND = 500e6;

/** What each time around calls for so long holds the loop noticeably after a few hundred times. */
const LEAST_LEAF = 50e3;

/** What is known of the weight of something that computes. */
export interface Weight {
  readonly facts: WorkFacts;
  /** Nanoseconds of one time around: its own operations and `leaf`; what else it calls may take any time. */
  readonly each: number;
  /** The costliest of the catalogued computations that it calls each time around. */
  readonly leaf?: Leaf;
  /** How long it holds the loop, where its number of iterations is known. */
  readonly nanoseconds?: number;
}

export interface Leaf {
  /** As people write it. */
  readonly name: string;
  /** Of one call. */
  readonly nanoseconds: number;
}

interface SignRule {
  readonly cost: Cost;
  /** How long it takes is for what the function is given to say: it is told where it stands, not to who calls the function. */
  readonly dependsOnInput: boolean;
}

export const SIGNS = {
  "busy-wait": { cost: "unbounded", dependsOnInput: false },
  endless: { cost: "unbounded", dependsOnInput: false },
  exponential: { cost: "seconds", dependsOnInput: false },
  backtracking: { cost: "seconds", dependsOnInput: true },
  quadratic: { cost: "milliseconds", dependsOnInput: true },
  rows: { cost: "milliseconds", dependsOnInput: true },
} as const satisfies Record<WorkSign["kind"], SignRule>;

/** Something that computes as an API, so that chains lead to it like to any other; undefined where it isn't heavy. */
export function workApi(context: LinkContext, file: string, call: CallFacts): Api | undefined {
  const { work } = call;
  if (work === undefined) return undefined;
  const sign = evidentSign(work);
  const leaf = sign === undefined ? leafIn(context, file, call) : undefined;
  const each = eachOf(work, context.catalogueOf(file).operations, leaf);
  const nanoseconds = work.iterations === undefined ? undefined : work.iterations * each;
  const least = work.isUpperBound === true ? LEAST_UPPER_BOUND : LEAST_NANOSECONDS;
  const isLong =
    nanoseconds === undefined
      ? work.onInput === true && leaf !== undefined && leaf.nanoseconds >= LEAST_LEAF
      : nanoseconds >= least;
  if ((!isLong && sign === undefined) || givesControlBack(context, file, work.awaits)) return undefined;
  const weight: Weight = {
    facts: withSign(work, sign),
    each,
    ...(nanoseconds === undefined ? {} : { nanoseconds }),
    ...(leaf === undefined ? {} : { leaf }),
  };
  const cost = sign === undefined ? costOf(nanoseconds ?? 0) : SIGNS[sign.kind].cost;
  return apiOfWeight(weight, cost);
}

/**
 * For the setting `loops: "all"`: anything that goes around without giving control back, nobody knows how often; with what its form says.
 */
export function unknownWorkApi(context: LinkContext, file: string, { work }: CallFacts): Api | undefined {
  if (work === undefined || work.iterations !== undefined || evidentSign(work) !== undefined) return undefined;
  if (givesControlBack(context, file, work.awaits)) return undefined;
  const each = eachOf(work, context.catalogueOf(file).operations);
  return apiOfWeight({ facts: work, each }, "milliseconds");
}

/** What in its form is evidence by itself: all of a list for each element isn't, where nothing shows that there are many. */
export function evidentSign({ sign }: WorkFacts): WorkSign | undefined {
  return sign?.kind === "quadratic" && !sign.onInput ? undefined : sign;
}

function withSign({ sign: _, ...facts }: WorkFacts, sign: WorkSign | undefined): WorkFacts {
  return sign === undefined ? facts : { ...facts, sign };
}

/** Whether who calls the function around it is told of it. */
export function crossesFunctions({ sign, iterations }: WorkFacts): boolean {
  return sign === undefined ? iterations !== undefined : !SIGNS[sign.kind].dependsOnInput;
}

/** Whether how long it takes is for what it goes through to say. */
export function dependsOnInput({ facts: { sign }, nanoseconds }: Weight): boolean {
  return sign === undefined ? nanoseconds === undefined : SIGNS[sign.kind].dependsOnInput;
}

function apiOfWeight(work: Weight, cost: Cost): Api {
  const entry = { path: "", category: "computation", cost, pool: "process" } as const;
  return { name: WORK_NAME, module: "", promises: undefined, entry, work };
}

/** Nanoseconds of one time around. */
function eachOf({ operations }: WorkFacts, costs: OperationCosts, leaf?: Leaf): number {
  const own = OPERATIONS.reduce((sum, operation) => sum + (operations[operation] ?? 0) * costs[operation], 0);
  return own + (leaf?.nanoseconds ?? 0);
}

/** The costliest catalogued computation that `call`, something that goes around, calls each time. */
function leafIn(context: LinkContext, file: string, { span, owner }: CallFacts): Leaf | undefined {
  const facts = context.facts(file);
  if (facts === undefined) return undefined;
  const { calls, children } = factsIndex(facts);
  const owners = [owner];
  let costliest: Leaf | undefined;
  for (const key of owners) {
    for (const { call } of calls.get(key) ?? []) {
      const isInside = call.loopDepth > 0 && call.span.start > span.start && call.span.end <= span.end;
      const leaf = isInside && call.work === undefined ? leafOf(context, file, call) : undefined;
      if (leaf !== undefined && leaf.nanoseconds > (costliest?.nanoseconds ?? 0)) costliest = leaf;
    }
    for (const child of children.get(key) ?? []) {
      if (child.placement === "inline" && child.colour === "sync") owners.push(child.key);
    }
  }
  return costliest;
}

function leafOf(context: LinkContext, file: string, call: CallFacts): Leaf | undefined {
  if (call.awaited) return undefined;
  const target = linkReference(context, file, call.callee);
  const api = target?.kind === "catalogue" ? target.index.leafOf(target.symbol, call) : undefined;
  return api?.entry.work === undefined ? undefined : { name: displayName(api), nanoseconds: api.entry.work };
}

function costOf(nanoseconds: number): Cost {
  return nanoseconds >= 1e9 ? "seconds" : "milliseconds";
}

/** Whether one of these asynchronous functions may let other tasks run; what nobody knows does. */
function givesControlBack(
  context: LinkContext,
  file: string,
  awaits: readonly Reference[] = [],
  seen = new Set<string>(),
): boolean {
  return awaits.some((reference) => {
    const target = linkReference(context, file, reference);
    if (target?.kind !== "function") return true;
    const node = `${target.file}\0${target.key}`;
    if (seen.has(node)) return false;
    seen.add(node);
    const awaited = functionOf(context, target)?.awaits;
    return awaited === undefined || givesControlBack(context, target.file, awaited, seen);
  });
}
