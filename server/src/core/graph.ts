/** The call graph: which calls of a function can hold the event loop, and what they run. Plain data, without offsets. */
import type { Cost } from "./catalogue";
import { calleesOf } from "./callees";
import type { Api } from "./catalogueIndex";
import type { CallFacts, FileFacts, FunctionFacts, Reference } from "./facts";
import { factsIndex } from "./factsIndex";
import { asCalled } from "./guards";
import { givenWork } from "./given";
import { functionOf, linkReference, type Declared, type LinkContext } from "./link";
import { useOf } from "./parameterUse";
import { crossesFunctions } from "./work";

/** A call that runs something which may block. `call` is its place in `FileFacts.calls`. */
export interface CallEdge {
  readonly call: number;
  readonly inLoop: boolean;
  readonly api?: { readonly name: string; readonly cost: Cost };
  /** What a function that it runs computes because of what it is given; `call`: its place in that function's file. */
  readonly given?: { readonly to: Declared; readonly call: number; readonly name: string; readonly cost: Cost };
  /** All that it runs keeps its result, or who calls it does: only a first call blocks. */
  readonly isOnce: boolean;
  readonly all: readonly Declared[];
  readonly oneOf: readonly Declared[];
}

/** What the graph asks of the workspace beside links. */
export interface GraphContext extends LinkContext {
  /** A directive or the configuration says that this call isn't to be reported, there or anywhere further up. */
  isSilenced(facts: FileFacts, call: CallFacts, api: Api | undefined): boolean;
  /** Some module calls the function while it is imported: what runs once has run before the event loop does. */
  runsAtImport(declared: Declared): boolean;
}

/** The calls that run while the function runs: its own and those of its inline callbacks, in the order of their position. */
export function edgesOf(context: GraphContext, { file, key, without = [] }: Declared): readonly CallEdge[] {
  const facts = context.facts(file);
  // An asynchronous function is a context of its own, also where it is one of several implementations.
  if (facts === undefined || factsIndex(facts).functions.get(key)?.colour.startsWith("async") === true) return [];
  const edges: CallEdge[] = [];
  for (const owner of withInlineChildren(context, facts, key)) {
    for (const { index, call } of factsIndex(facts).calls.get(owner) ?? []) {
      if (without.includes(index) || (call.work !== undefined && !crossesFunctions(call.work))) continue;
      const edge = heardEdge(context, facts, index, call);
      if (edge === undefined || (call.once === true && context.runsAtImport({ file, key }))) continue;
      edges.push(edge);
    }
  }
  return edges.sort((a, b) => a.call - b.call);
}

/** What one call runs; undefined when that is nothing known, or silenced. */
export function heardEdge(
  context: GraphContext,
  facts: FileFacts,
  index: number,
  call: CallFacts,
): CallEdge | undefined {
  return edgeOf(context, facts, index, call, (api) => context.isSilenced(facts, call, api));
}

/** What one call runs; undefined when that is nothing known. A comment that silences it has to be found to be of use. */
export function edgeOf(
  context: GraphContext,
  facts: FileFacts,
  index: number,
  call: CallFacts,
  isSilenced: (api: Api | undefined) => boolean = () => false,
): CallEdge | undefined {
  const { api, all: every, oneOf: some, isOnce: isKept } = calleesOf(context, facts.file, call);
  // Of several that run together, nobody knows which gets the arguments.
  const all = every.length === 1 ? every.map((declared) => asCalled(context, call, declared)) : every;
  const oneOf = some.map((declared) => asCalled(context, call, declared));
  if (api === undefined && all.length === 0 && oneOf.length === 0) return undefined;
  if (isSilenced(api)) return undefined;
  const inLoop = call.loopDepth > 0;
  const keepResults = all.length > 0 && all.every((declared) => keepsResult(context, facts.file, call, declared));
  const isOnce = isKept === true || keepResults || call.once === true;
  return api === undefined
    ? { call: index, inLoop, isOnce, all, oneOf, ...givenBy(context, call, all) }
    : { call: index, inLoop, isOnce, api: { name: api.name, cost: api.entry.cost }, all, oneOf };
}

/** What a call makes heavy by its arguments, unless that is silenced where it stands. */
function givenBy(context: GraphContext, call: CallFacts, all: readonly Declared[]): Pick<CallEdge, "given"> {
  const heard = givenWork(context, call, all).find(({ to, call: place, api }) => {
    const facts = context.facts(to.file);
    const computing = facts?.calls[place];
    return facts !== undefined && computing !== undefined && !context.isSilenced(facts, computing, api);
  });
  if (heard === undefined) return {};
  const { to, call: place, api } = heard;
  return { given: { to, call: place, name: api.name, cost: api.entry.cost } };
}

function keepsResult(context: LinkContext, file: string, call: CallFacts, declared: Declared): boolean {
  const function_ = functionOf(context, declared);
  if (function_?.isOnce === true) return true;
  return function_?.isOnceEach === true && (call.ofModule === true || isOfKept(context, file, call.callee));
}

/** Whether a member is one of what a function gives that keeps its result: `settings().secret`. */
function isOfKept(context: LinkContext, file: string, member: Reference): boolean {
  const steps = member.kind === "path" ? member.steps.slice(0, -1) : [];
  if (member.kind !== "path" || steps.at(-1)?.kind !== "call") return false;
  const maker = linkReference(context, file, { ...member, steps: steps.slice(0, -1) });
  return maker?.kind === "function" && functionOf(context, maker)?.isOnce === true;
}

/** The function, and the callbacks in it that run while it runs, theirs too. */
function withInlineChildren(context: LinkContext, facts: FileFacts, key: string): readonly string[] {
  const keys = [key];
  for (const parent of keys) {
    for (const child of factsIndex(facts).children.get(parent) ?? []) {
      if (child.colour === "sync" && isInline(context, facts.file, child)) keys.push(child.key);
    }
  }
  return keys;
}

/** Whether a function runs while the one around it does. */
export function isInline(context: LinkContext, file: string, { placement, givenTo }: FunctionFacts): boolean {
  if (placement === "inline") return true;
  return placement === "own" && givenTo !== undefined && useOf(context, file, givenTo) === "inline";
}
