/** Look-ups by key in the facts of a file, made once for each `FileFacts`. */
import type { CallFacts, CallGuard, ClassFacts, FileFacts, FunctionFacts } from "./facts";

export interface FactsIndex {
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly classes: ReadonlyMap<string, ClassFacts>;
  /** Calls by the function that evaluates them, with their places in `FileFacts.calls`. */
  readonly calls: ReadonlyMap<string, readonly IndexedCall[]>;
  /** Functions by the function around them. */
  readonly children: ReadonlyMap<string, readonly FunctionFacts[]>;
  /** Calls that depend on a parameter of a function, by its key. */
  readonly guarded: ReadonlyMap<string, readonly GuardedCall[]>;
  /** The classes whose members functions are, by the functions' keys. */
  readonly memberships: ReadonlyMap<string, Membership>;
}

export interface Membership {
  /** The class. */
  readonly key: string;
  readonly side: "members" | "statics";
  /** The member's name; undefined for what making an instance runs. */
  readonly name?: string;
}

export interface IndexedCall {
  readonly index: number;
  readonly call: CallFacts;
}

export interface GuardedCall {
  readonly index: number;
  readonly guard: CallGuard;
}

const indexes = new WeakMap<FileFacts, FactsIndex>();

export function factsIndex(facts: FileFacts): FactsIndex {
  let index = indexes.get(facts);
  if (index === undefined) indexes.set(facts, (index = makeIndex(facts)));
  return index;
}

function makeIndex(facts: FileFacts): FactsIndex {
  const calls = new Map<string, IndexedCall[]>();
  const guarded = new Map<string, GuardedCall[]>();
  facts.calls.forEach((call, index) => {
    listAt(calls, call.owner).push({ index, call });
    for (const guard of call.guards ?? []) listAt(guarded, guard.function).push({ index, guard });
  });
  const children = new Map<string, FunctionFacts[]>();
  for (const function_ of facts.functions) {
    if (function_.parent !== undefined) listAt(children, function_.parent).push(function_);
  }
  return {
    functions: new Map(facts.functions.map((function_) => [function_.key, function_])),
    classes: new Map(facts.classes.map((class_) => [class_.key, class_])),
    calls,
    guarded,
    children,
    memberships: membershipsOf(facts),
  };
}

function membershipsOf({ classes }: FileFacts): ReadonlyMap<string, Membership> {
  const memberships = new Map<string, Membership>();
  for (const { key, construction, members, statics } of classes) {
    for (const function_ of construction) memberships.set(function_, { key, side: "members" });
    for (const [side, table] of [
      ["statics", statics],
      ["members", members],
    ] as const) {
      for (const [name, { value }] of Object.entries(table)) {
        if (value.kind === "path" && value.root.kind === "function" && value.steps.length === 0)
          memberships.set(value.root.key, { key, side, name });
      }
    }
  }
  return memberships;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
