/** Which functions have to become asynchronous together, so that one of them no longer blocks; or why they can't. */
import { calleesOf } from "./callees";
import type { Api } from "./catalogueIndex";
import { nodeOf, summaryOf } from "./chains";
import type { ChainContext } from "./blocking";
import type { CallFacts, FileFacts, FunctionFacts, Span } from "./facts";
import { factsIndex } from "./factsIndex";
import { edgesOf, type CallEdge } from "./graph";
import { functionOf, type Declared } from "./link";

/** What has to be asked of the workspace and its languages. */
export interface AsyncifyContext extends ChainContext {
  /** Why the function can't become asynchronous, by how and where it is declared. */
  declarationOf(declared: Declared): { readonly refusal?: string; readonly isCallback: boolean };
  /** All calls of the function everywhere, or why they aren't all known. */
  callersOf(declared: Declared): Callers;
}

export type Callers = { readonly calls: readonly PlacedCall[] } | Refusal;

export interface PlacedCall {
  readonly file: string;
  /** That of `CallFacts.span`. */
  readonly span: Span;
}

/** `refusal`: a clause. `at`: the place that it speaks of. */
export interface Refusal {
  readonly refusal: string;
  readonly at?: { readonly file: string; readonly offset: number };
}

export interface AsyncPlan {
  /** The one that was asked for comes first. */
  readonly functions: readonly Declared[];
  /** How many of the others are called by it, directly or not; the rest calls it. */
  readonly helpers: number;
  readonly awaits: readonly PlacedCall[];
  readonly targets: readonly BlockingApiCall[];
}

/** A call that runs a catalogued API itself. */
export interface BlockingApiCall {
  readonly file: string;
  readonly call: CallFacts;
  readonly api: Api;
}

/** More would be no rewrite that a person can look through. */
const MOST_FUNCTIONS = 60;

/**
 * The plan for `root`: the blocking functions that it calls become asynchronous too, and so do the functions that call any of
 * them, up to those that are asynchronous already.
 */
export function planAsync(context: AsyncifyContext, root: Declared): AsyncPlan | Refusal {
  const plan = new Planner(context, root);
  return plan.run();
}

class Planner {
  private readonly pending: { readonly declared: Declared; readonly isBelow: boolean }[];
  private readonly added: Set<string>;
  private readonly awaits = new Map<string, PlacedCall>();
  private readonly targets = new Map<CallFacts, BlockingApiCall>();

  constructor(
    private readonly context: AsyncifyContext,
    root: Declared,
  ) {
    this.pending = [{ declared: root, isBelow: true }];
    this.added = new Set([nodeOf(root)]);
  }

  run(): AsyncPlan | Refusal {
    for (const { declared, isBelow } of this.pending) {
      if (this.pending.length > MOST_FUNCTIONS)
        return { refusal: `more than ${String(MOST_FUNCTIONS)} functions would have to change` };
      const refusal = this.visit(declared, isBelow);
      if (refusal !== undefined) return refusal;
    }
    const functions = this.pending.map(({ declared }) => declared);
    const helpers = this.pending.filter(({ isBelow }) => isBelow).length - 1;
    return { functions, helpers, awaits: [...this.awaits.values()], targets: [...this.targets.values()] };
  }

  private add({ file, key }: Declared, isBelow: boolean): void {
    const declared = { file, key };
    if (this.added.has(nodeOf(declared))) return;
    this.added.add(nodeOf(declared));
    this.pending.push({ declared, isBelow });
  }

  private visit(declared: Declared, isBelow: boolean): Refusal | undefined {
    const { context } = this;
    const facts = context.facts(declared.file);
    const function_ = functionOf(context, declared);
    if (facts === undefined || function_ === undefined) return { refusal: "one of its functions can't be read" };
    const at = { file: declared.file, offset: function_.span.start };
    const { refusal, isCallback } = context.declarationOf(declared);
    const reason = refusal ?? colourRefusal(function_);
    if (reason !== undefined) return { refusal: reason, at };
    const below = this.visitEdges(facts, edgesOf(context, declared), isBelow);
    if (below !== undefined) return below;
    // A callback is called by what it is given to.
    if (isCallback) return undefined;
    const callers = context.callersOf(declared);
    if ("refusal" in callers) return callers;
    // Frameworks and test runners call functions by what they are named or where they stand.
    if (callers.calls.length === 0) return { refusal: "nobody in the workspace calls it, so something else does", at };
    for (const call of callers.calls) {
      const refused = this.visitCaller(call);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  /** What blocks in a function: rewritten where it is an API, else made asynchronous in turn. */
  private visitEdges(facts: FileFacts, edges: readonly CallEdge[], isBelow: boolean): Refusal | undefined {
    const { context } = this;
    for (const edge of edges) {
      if (summaryOf([edge], (declared) => context.summary(declared)) === undefined) continue;
      const call = facts.calls[edge.call];
      if (call === undefined) continue;
      const at = { file: facts.file, offset: call.nameSpan.start };
      if (call.form === "work") return { refusal: "what computes goes on computing when it is awaited", at };
      const { api } = edge.api === undefined ? {} : calleesOf(context, facts.file, call);
      if (api !== undefined) {
        this.targets.set(call, { file: facts.file, call, api });
        continue;
      }
      const [only, ...others] = edge.all;
      if (edge.oneOf.length > 0) return { refusal: "it calls a method that several classes have", at };
      if (call.form === "get") return { refusal: "reading a property can't be awaited", at };
      if (call.form === "new") return { refusal: "a constructor can't await: use an asynchronous factory", at };
      const isHandedOn = call.form === "callback" && call.givenTo !== undefined;
      if (only === undefined || others.length > 0 || isHandedOn)
        return { refusal: "what it calls can't be awaited there", at };
      this.add(only, isBelow);
    }
    return undefined;
  }

  /** The call has to be awaited, so the function around it must be able to. */
  private visitCaller({ file, span }: PlacedCall): Refusal | undefined {
    const facts = this.context.facts(file);
    const at = { file, offset: span.start };
    const isCall = ({ form }: CallFacts): boolean => form === "call" || form === "tag" || form === "callback";
    const call = facts?.calls.find((one) => isSame(one.span, span) && isCall(one));
    const owner = facts && call && this.waitingFor(facts, call);
    if (owner === undefined) return { refusal: "nobody knows who calls it there", at };
    this.awaits.set(`${file}\0${String(span.start)}\0${String(span.end)}`, { file, span });
    // The top of a module is its language's affair.
    if (owner.key === "" || owner.colour === "async" || owner.colour === "async-generator") return undefined;
    this.add({ file, key: owner.key }, false);
    return undefined;
  }

  /** The function that is to await a call: around a callback that can't become asynchronous by itself, the next one that runs it. */
  private waitingFor(facts: FileFacts, { owner }: CallFacts): FunctionFacts | undefined {
    const { functions } = factsIndex(facts);
    let function_ = functions.get(owner);
    while (function_?.placement === "inline" && function_.colour === "sync" && function_.parent !== undefined) {
      const { refusal } = this.context.declarationOf({ file: facts.file, key: function_.key });
      if (refusal === undefined) break;
      function_ = functions.get(function_.parent);
    }
    return function_;
  }
}

function colourRefusal({ colour, isAbstract, decorators }: FunctionFacts): string | undefined {
  if (isAbstract === true) return "it has no body of its own";
  if (decorators !== undefined && decorators.length > 0) return "it is decorated";
  return colour === "sync" ? undefined : "a synchronous generator can't await";
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
