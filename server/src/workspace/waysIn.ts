/** Who reaches a blocking function from code on the event loop, over the whole workspace. */
import type { BlockingCall } from "../core/blocking";
import { ReverseGraph, type CallStep, type EntryCall, type Way } from "../core/reverseGraph";
import type { FileFacts, FunctionFacts, Span } from "../core/facts";
import { factsIndex } from "../core/factsIndex";
import type { ChainStep } from "../core/findings";
import { heardEdge, isInline } from "../core/graph";
import type { Declared } from "../core/link";
import { calledName, functionName, stepName } from "../core/message";
import type { CallGraph } from "./callGraph";
import type { FileStore } from "./files";
import { headSpanOf, nameSpanOf } from "./nameSpan";
import { compareText } from "./paths";
import type { Reached, Walk, WayIn, WaysIn } from "./types";

export interface WaysInContext {
  readonly store: FileStore;
  readonly graph: CallGraph;
  /** Calls that are reported in a file. */
  kept(this: void, file: string): readonly BlockingCall[];
}

/**
 * Walks `relevant` files, and gives what is known then. Names and places are those of the time when they are asked for.
 * `before` is how many steps have been made before these.
 */
export function* walkWaysIn(context: WaysInContext, relevant: readonly string[], before: number): Walk<WaysIn> {
  const { graph } = context;
  const callers = new ReverseGraph((declared) => graph.edgesOf(declared));
  for (const [index, file] of relevant.entries()) {
    for (const entry of entriesOf(context, file)) callers.add(entry);
    yield { done: before + index + 1, total: before + relevant.length };
  }
  return new KnownWaysIn(context, callers);
}

/** The reported calls of a file, as starts of a walk. */
function entriesOf({ graph, kept }: WaysInContext, file: string): readonly EntryCall[] {
  const facts = graph.facts(file);
  if (facts === undefined) return [];
  return kept(file).map(({ call }) => {
    const index = facts.calls.indexOf(call);
    const edge = heardEdge(graph, facts, index, call);
    return { file, call: index, runs: edge === undefined ? [] : [...edge.all, ...edge.oneOf] };
  });
}

class KnownWaysIn implements WaysIn {
  constructor(
    private readonly context: WaysInContext,
    private readonly callers: ReverseGraph,
  ) {}

  to(file: string, span: Span): Reached | undefined {
    const facts = this.context.graph.facts(file);
    if (facts === undefined) return undefined;
    const text = this.text(file);
    const named = facts.functions.find((function_) => touches(nameSpanOf(text, function_), span));
    if (named !== undefined) return this.reached(facts, this.runningFunction(facts, named.key));
    return this.calledAt(facts, span) ?? this.reached(facts, this.enclosing(facts, span.start));
  }

  helpers(file: string): readonly Reached[] {
    const facts = this.context.graph.facts(file);
    return (facts?.functions ?? []).flatMap((function_) => {
      if (facts === undefined || function_.key === "" || function_.colour !== "sync") return [];
      if (this.context.graph.summary({ file, key: function_.key }) === undefined) return [];
      const reached = this.reached(facts, function_);
      return reached === undefined || reached.ways.length === 0 ? [] : [reached];
    });
  }

  /** What a call at the place runs, if that blocks; for a call of an API, the function that it stands in. */
  private calledAt(facts: FileFacts, span: Span): Reached | undefined {
    const { graph, kept } = this.context;
    for (const [index, call] of facts.calls.entries()) {
      const edge = touches(call.nameSpan, span) ? heardEdge(graph, facts, index, call) : undefined;
      if (edge === undefined) continue;
      const targets = [...edge.all, ...edge.oneOf].filter((declared) => graph.summary(declared) !== undefined);
      const [first] = targets;
      if (first !== undefined) {
        const name = calledName(call, first, this.written(facts.file, call.nameSpan));
        return { ...this.place(first), name, isOnLoop: false, isBlocking: true, ways: this.ways(targets) };
      }
      if (edge.api === undefined) continue;
      const reported = kept(facts.file).find((blocking) => blocking.call === call);
      if (reported === undefined) return this.reached(facts, this.runningFunction(facts, call.owner));
      // On the event loop itself: the call is the way.
      const { file } = facts;
      const step = { file, span: call.nameSpan, name: stepName(reported.steps[0], reported.api) };
      const way = { file, span: call.nameSpan, within: functionName(call.owner), chain: [step] as const };
      return { file, span: call.nameSpan, name: step.name, isOnLoop: true, isBlocking: true, ways: [way] };
    }
    return undefined;
  }

  private reached(facts: FileFacts, function_: FunctionFacts | undefined): Reached | undefined {
    const name = functionName(function_?.key ?? "");
    if (function_ === undefined || name === undefined) return undefined;
    const declared = { file: facts.file, key: function_.key };
    const isOnLoop = function_.colour === "async" || function_.colour === "async-generator";
    const isBlocking = !isOnLoop && this.context.graph.summary(declared) !== undefined;
    const ways = isBlocking ? this.ways([declared]) : [];
    return { ...this.place(declared), name, isOnLoop, isBlocking, ways };
  }

  /** The function, or the one around it that runs it as a part of itself. */
  private runningFunction(facts: FileFacts, key: string): FunctionFacts | undefined {
    const { functions } = factsIndex(facts);
    let function_ = functions.get(key);
    while (function_?.parent !== undefined && isInline(this.context.graph, facts.file, function_)) {
      function_ = functions.get(function_.parent);
    }
    return function_;
  }

  private enclosing(facts: FileFacts, offset: number): FunctionFacts | undefined {
    const around = facts.functions.filter(({ key, span }) => key !== "" && span.start <= offset && offset <= span.end);
    const innermost = around.reduce<FunctionFacts | undefined>(
      (a, b) => (a !== undefined && a.span.start > b.span.start ? a : b),
      undefined,
    );
    return innermost && this.runningFunction(facts, innermost.key);
  }

  private ways(targets: readonly Declared[]): readonly WayIn[] {
    const ways = this.callers.waysTo(targets).flatMap((way) => this.wayIn(way) ?? []);
    return ways.sort((a, b) => compareText(a.file, b.file) || a.span.start - b.span.start);
  }

  /** The way in today's texts; undefined when a call on it is gone. */
  private wayIn(way: Way): WayIn | undefined {
    const steps = way.flatMap((step) => this.chainStep(step) ?? []);
    const [first, ...rest] = steps;
    const owner = this.context.graph.facts(way[0].file)?.calls[way[0].call]?.owner;
    if (first === undefined || owner === undefined || steps.length < way.length) return undefined;
    return { file: first.file, span: first.span, within: functionName(owner), chain: [first, ...rest] };
  }

  private chainStep({ file, call, runs }: CallStep): ChainStep | undefined {
    const called = this.context.graph.facts(file)?.calls[call];
    if (called === undefined) return undefined;
    return { file, span: called.nameSpan, name: calledName(called, runs, this.written(file, called.nameSpan)) };
  }

  private place({ file, key }: Declared): { readonly file: string; readonly span: Span } {
    const facts = this.context.graph.facts(file);
    const function_ = facts && factsIndex(facts).functions.get(key);
    return { file, span: function_ === undefined ? { start: 0, end: 0 } : headSpanOf(this.text(file), function_) };
  }

  private written(file: string, { start, end }: Span): string {
    return this.text(file).slice(start, end);
  }

  private text(file: string): string {
    const read = this.context.store.read(file);
    return "text" in read ? read.text : "";
  }
}

function touches(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.start <= b.end && b.start <= a.end;
}
