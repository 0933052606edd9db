/** What computes in a file, with what its text tells of how heavy that is. */
import { ts } from "ts-morph";
import type { CallFacts, Reference, Span, WorkFacts } from "../../../core/facts";
import { nameSpanOf, spanOf } from "../calls";
import { colourOf, isFunction } from "../functions";
import type { References } from "../references";
import { isGenerator } from "../results";
import type { Place, Placed, Walked } from "../walk";
import { NOTHING_KNOWN, unwrap } from "./constants";
import { spreadCopy } from "./copies";
import { iterationsOf } from "./iterations";
import { isWalkOfInput } from "./inputs";
import { headEnd, isLoop, keywordOf, repeatedParts, someOwn, type LoopNode } from "./loop";
import { Counter, sizeOf, withCounter, type Followed, type Operations } from "./operations";
import { backtrackingOf } from "./patterns";
import { mayRunOnLoop, mayRunAnywhere } from "./places";
import { outerWalks, quadraticAt, type Quadratic, type Walk } from "./quadratic";
import { branchingOf, nameOf } from "./recursion";
import { throughOf } from "./through";
import { anyTurn, turnOfEach, turnOfLoop } from "./turns";
import { signOfWaiting } from "./waiting";
import { isWholeWalk, walkOf } from "./walks";

/** Fewer operations than these are never heavy, whatever they are. */
const LEAST_OPERATIONS = 300_000;

/** From so many times around on, what is called in it may make it heavy. */
const LEAST_CALLS = 500;

/** `work` facts: loops, walks, recursions and patterns that may hold the event loop, in the order of the text. */
export function workFacts(
  references: References,
  walked: Walked,
): { readonly work: readonly CallFacts[]; readonly followed: Followed } {
  const work = new Work(references, walked);
  return { work: work.facts(), followed: work.followed };
}

class Work {
  private readonly counter: Counter;
  private readonly found = new Map<ts.Node, CallFacts>();
  /** What is counted in something around it. */
  private readonly counted = new Set<ts.Node>();
  private places: ReadonlyMap<ts.Node, Place> | undefined;

  constructor(
    private readonly references: References,
    private readonly walked: Walked,
  ) {
    this.counter = new Counter(references.evaluator);
  }

  facts(): readonly CallFacts[] {
    const { loops, calls } = this.walked;
    this.addQuadratic();
    for (const loop of loops) this.addLoop(loop);
    for (const call of calls) if (ts.isCallExpression(call.node)) this.addCall(call.node, call.place);
    this.addRecursions();
    return [...this.found.values()].toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  get followed(): Followed {
    return this.counter.followed;
  }

  private addQuadratic(): void {
    const found = [...this.quadratics()];
    // What is evidence by itself is told rather than what isn't.
    for (const quadratic of found) if (quadratic.sign.onInput) this.addOuter(quadratic);
    for (const quadratic of found) if (!quadratic.sign.onInput) this.addOuter(quadratic);
  }

  private *quadratics(): Iterable<Quadratic> {
    const { evaluator } = this.references;
    const { loops, calls, spreads } = this.walked;
    for (const { node, place } of [...loops, ...calls]) {
      if (place.loopDepth === 0 || !mayRunOnLoop(place.owner)) continue;
      const quadratic = quadraticAt(evaluator, node);
      if (quadratic !== undefined) yield quadratic;
    }
    for (const { node, place } of spreads) {
      if (!ts.isIdentifier(node.expression) || !mayRunOnLoop(place.owner)) continue;
      const [outer] = outerWalks(evaluator, node);
      const quadratic = outer && spreadCopy(evaluator, node, outer);
      if (quadratic !== undefined) yield quadratic;
    }
  }

  /** Once for the same collection, at the outermost walk. */
  private addOuter({ outer, inner, sign, beside }: Quadratic): void {
    const isTold = [...this.found].some(([node, { work }]) => {
      const isInside = node.pos <= outer.pos && node.end >= outer.end;
      return isInside && work?.sign?.kind === "quadratic" && (node === outer || work.sign.over === sign.over);
    });
    if (isTold) return;
    const loops = [outer, inner].filter(isLoop).map((loop) => turnOfLoop(this.references, loop));
    const awaits: Reference[] = [];
    for (const turn of [turnOfEach(this.references, beside), ...loops]) {
      if (turn.always) return;
      awaits.push(...turn.awaits);
    }
    this.add(outer, this.placeOf(outer), this.unknownWork(outer, awaits, { sign }));
  }

  private addLoop({ node, place }: Placed<LoopNode>): void {
    if (this.found.has(node) || !mayRunAnywhere(place.owner)) return;
    const waiting = signOfWaiting(this.references, node);
    if (waiting !== undefined) {
      const work = { operations: { iteration: 1 }, sign: waiting.sign };
      this.add(node, place, workOf(node, work, waiting.awaits.awaits));
      return;
    }
    if (this.counted.has(node)) return;
    const { evaluator } = this.references;
    const iterations = iterationsOf(evaluator, node, NOTHING_KNOWN);
    const isOutermost = iterations === undefined && place.loopDepth === 0 && mayRunOnLoop(place.owner);
    if (iterations === undefined && !isOutermost) return this.addThrough(node, place);
    const turn = turnOfLoop(this.references, node);
    if (turn.always) return;
    if (iterations === undefined) {
      // What is heavy in it may stand behind what it waits for under a condition.
      const any = anyTurn(this.references, repeatedParts(node));
      if (!any.always) this.add(node, place, this.unknownWork(node, any.awaits));
      return;
    }
    const { count, isUpperBound, counter } = iterations;
    const operations = this.counter.ofLoop(node, withCounter(NOTHING_KNOWN, counter));
    this.markCounted(node);
    if (!isWorthTelling(count, operations)) return;
    const bound = isUpperBound ? { isUpperBound: true as const } : {};
    this.add(node, place, workOf(node, { iterations: count, ...bound, operations }, turn.awaits));
  }

  private addCall(node: ts.CallExpression, place: Place): void {
    if (mayRunOnLoop(place.owner)) {
      const pattern = backtrackingOf(this.references.evaluator, node);
      if (pattern !== undefined) {
        const sign = { kind: "backtracking", part: pattern.part } as const;
        this.add(node, place, { kind: "pattern", name: pattern.name, operations: {}, sign });
        return;
      }
    }
    if (this.counted.has(node) || this.found.has(node) || !mayRunAnywhere(place.owner)) return;
    const walk = walkOf(this.references.evaluator, this.counter, node);
    if (walk === undefined) {
      this.addThrough(node, place);
      return this.addUnknown(node, place);
    }
    this.markCounted(node);
    const { iterations, operations, name } = walk;
    if (isWorthTelling(iterations, operations)) this.add(node, place, { kind: "walk", name, iterations, operations });
  }

  /** `pages.map((page) => render(page))`: nobody knows how many, and what is called may be heavy each time. */
  private addUnknown(node: ts.CallExpression, place: Place): void {
    const [callback] = node.arguments;
    const isOutermost = place.loopDepth === 0 && !this.found.has(node) && mayRunOnLoop(place.owner);
    if (!isOutermost || callback === undefined || !isFunction(callback) || colourOf(callback) !== "sync") return;
    const callee = unwrap(node.expression);
    if (!ts.isPropertyAccessExpression(callee) || !isWholeWalk(callee.name.text)) return;
    if (someOwn(callback.body, ts.isCallOrNewExpression)) this.add(node, place, this.unknownWork(node, []));
  }

  /** Of something that goes around nobody knows how often. */
  private unknownWork(walk: Walk, awaits: readonly Reference[], sign: Pick<WorkFacts, "sign"> = {}): WorkFacts {
    const onInput = isWalkOfInput(this.references.evaluator, walk) ? { onInput: true as const } : {};
    return workOf(walk, { operations: { iteration: 1 }, ...sign, ...onInput }, awaits);
  }

  /** Who calls the function is told of it, where that gives it something large. */
  private addThrough(node: Walk, place: Place): void {
    const through = throughOf(this.references.evaluator, this.counter, node, place.owner.node);
    if (through !== undefined) this.add(node, place, workOf(node, through, []));
  }

  private addRecursions(): void {
    for (const owner of this.walked.functions) {
      const { node } = owner;
      if (node === undefined || ts.isPropertyDeclaration(node) || isGenerator(node) || colourOf(node) !== "sync")
        continue;
      const calls = branchingOf(this.references.evaluator, node);
      const name = nameOf(node);
      if (calls === undefined || name === undefined) continue;
      const work: WorkFacts = {
        kind: "recursion",
        name: name.text,
        operations: {},
        sign: { kind: "exponential", calls },
      };
      this.add(node, { owner, loopDepth: 0 }, work, spanOf(name, this.tree));
    }
  }

  private add(node: ts.Node, { owner, loopDepth }: Place, work: WorkFacts, nameSpan = this.nameSpan(node)): void {
    const span = spanOf(node, this.tree);
    const callee: Reference = { kind: "unknown", reason: "computes" };
    const rest = { form: "work", work, awaited: false, loopDepth, arguments: [] } as const;
    this.found.set(node, { span, nameSpan, owner: owner.key, callee, ...rest });
  }

  private nameSpan(node: ts.Node): Span {
    if (isLoop(node)) return { start: node.getStart(this.tree), end: headEnd(node, this.tree) };
    return ts.isCallExpression(node) ? nameSpanOf(node, this.tree) : spanOf(node, this.tree);
  }

  /** What is in `node` is in its number of operations. */
  private markCounted(node: ts.Node): void {
    ts.forEachChild(node, (child) => {
      if (isLoop(child) || ts.isCallExpression(child)) this.counted.add(child);
      this.markCounted(child);
    });
  }

  private placeOf(walk: Walk): Place {
    this.places ??= new Map([...this.walked.loops, ...this.walked.calls].map(({ node, place }) => [node, place]));
    const place = this.places.get(walk);
    const [file] = this.walked.functions;
    if (place !== undefined) return place;
    if (file === undefined) throw new Error("A file has a function for itself.");
    return { owner: file, loopDepth: 0 };
  }

  private get tree(): ts.SourceFile {
    return this.references.evaluator.file.tree;
  }
}

function workOf(walk: Walk, facts: Omit<WorkFacts, "kind" | "name">, awaits: readonly Reference[]): WorkFacts {
  const kind = isLoop(walk) ? "loop" : "walk";
  const name = isLoop(walk) ? keywordOf(walk) : methodOf(walk);
  return { kind, name, ...facts, ...(awaits.length === 0 ? {} : { awaits }) };
}

function methodOf({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function isWorthTelling(iterations: number, operations: Operations): boolean {
  const mayCallHeavy = iterations >= LEAST_CALLS && (operations.call ?? 0) > 0;
  return mayCallHeavy || iterations * sizeOf(operations) >= LEAST_OPERATIONS;
}
