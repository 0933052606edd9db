/** What computes in a file: the loops, walks and recursions that may hold the event loop → `CallFacts` of form "work". */
import type { CallFacts, Span, WorkFacts } from "../../../core/facts";
import type { Place } from "../callFacts";
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, childOfType, spanOf, type PyNode } from "../tree";
import { Bill, dividedBy, sumOf, totalOf, type Operations } from "./bill";
import { contentOf } from "./content";
import { isInput } from "./evidence";
import { countedWhile } from "./counters";
import { rowsOfCall, rowsOfLoop } from "./frames";
import { backtrackingOf } from "./patterns";
import { comprehensionWalk, price } from "./price";
import { quadraticOf } from "./quadratic";
import { exponentialCalls } from "./recursion";
import { loopSign } from "./signs";
import { consumption, walkOf, type Walk } from "./walks";

/** Fewer operations than these take no time that anybody notices, whatever they are. */
const LEAST_OPERATIONS = 1e5;

const COMPREHENSION_NAMES: Readonly<Record<string, string>> = {
  dictionary_comprehension: "dictionary comprehension",
  list_comprehension: "list comprehension",
  set_comprehension: "set comprehension",
};

/** Asked for the nodes of one file, parents first and in their order. */
export class WorkFinder {
  /** Up to here everything is part of something that is told. */
  private toldTo = 0;
  /** Up to here everything is inside of a loop that is told because nobody knows how often it goes around. */
  private unknownTo = 0;
  private quadraticTo = 0;
  /** As `quadraticTo`, for those of which nothing shows that there are many. */
  private weaklyTo = 0;

  constructor(private readonly evaluator: PyEvaluator) {}

  /** What `node` itself computes, evaluated by `place`. */
  workOf(node: PyNode, place: Place): readonly CallFacts[] {
    switch (node.type) {
      case "for_statement":
        return this.loop(node, headOf(node, "right"), "for", place);
      case "while_statement":
        return this.loop(node, headOf(node, "condition"), "while", place);
      case "call":
        return this.walk(node, place);
      case "function_definition":
        return this.recursion(node, place);
      default:
        return isComprehension(node) ? this.comprehension(node, place) : [];
    }
  }

  private loop(node: PyNode, head: Span, name: string, place: Place): readonly CallFacts[] {
    if (childOfType(node, "async") !== undefined) return [];
    const sign = loopSign(this.evaluator, node);
    if (sign !== undefined)
      return [this.facts(node, head, place, { kind: "loop", name, operations: {}, sign, ...this.awaits(node) })];
    return this.sized(node, head, name, place, () => this.bodyWalk(node));
  }

  /** A `for` or `while` statement as a walk: each of its rounds with its body. */
  private bodyWalk(node: PyNode): Walk | undefined {
    const [right, body] = [childOf(node, "right"), childOf(node, "body")];
    const rounds = right === undefined ? countedWhile(this.evaluator, node) : undefined;
    const walk =
      right === undefined ? (rounds === undefined ? undefined : { rounds, each: {} }) : walkOf(this.evaluator, right);
    if (walk === undefined || walk.isFiltered === true || body === undefined) return undefined;
    if (contentOf(this.evaluator, node).leaves) return undefined;
    const bill = new Bill();
    price(this.evaluator, body, bill, 1);
    const condition = childOf(node, "condition");
    if (condition !== undefined) price(this.evaluator, condition, bill, 1);
    const each = sumOf(walk.each, right === undefined ? {} : { iteration: 1 }, bill.operations);
    return { ...walk, rounds: walk.rounds * bill.rounds, each: dividedBy(each, bill.rounds) };
  }

  private comprehension(node: PyNode, place: Place): readonly CallFacts[] {
    const name = COMPREHENSION_NAMES[node.type];
    // A generator expression runs when something walks through it.
    if (name === undefined) return this.quadratic(node, spanOf(node), "generator expression", place);
    return this.sized(node, spanOf(node), name, place, () => comprehensionWalk(this.evaluator, node, 0));
  }

  /** A loop by the size of what it goes through, or else by what it goes through again and again. */
  private sized(
    node: PyNode,
    head: Span,
    name: string,
    place: Place,
    walkOfIt: () => Walk | undefined,
  ): readonly CallFacts[] {
    const isTold = node.start < this.toldTo;
    const walk = isTold ? undefined : walkOfIt();
    if (walk !== undefined && !contentOf(this.evaluator, node).mayWait) {
      const told = this.weighed(node, head, place, { kind: "loop", name }, walk);
      if (told.length > 0) return told;
      if (walk.through === undefined) return [];
    }
    const rows = this.rows(node, head, place, { kind: "loop", name });
    if (rows.length > 0) return rows;
    const quadratic = this.quadratic(node, head, name, place);
    return quadratic.length > 0 ? quadratic : this.unknown(node, head, name, place);
  }

  private walk(call: PyNode, place: Place): readonly CallFacts[] {
    const pattern = asynchronousAround(call) ? backtrackingOf(this.evaluator, call) : undefined;
    if (pattern !== undefined) {
      const { name, part } = pattern;
      const sign = { kind: "backtracking", part } as const;
      const callee = childOf(call, "function") ?? call;
      return [this.facts(call, spanOf(callee), place, { kind: "pattern", name, operations: {}, sign })];
    }
    if (call.start < this.toldTo) return [];
    const consumed = consumption(this.evaluator, call);
    if (consumed === undefined) return this.rowsOfCall(call, place);
    if (contentOf(this.evaluator, call).mayWait) return [];
    const callee = childOf(call, "function") ?? call;
    const name = callee.type === "attribute" ? (childOf(callee, "attribute") ?? callee) : callee;
    return this.weighed(call, spanOf(name), place, { kind: "walk", name: consumed.name }, consumed.walk);
  }

  /** Where it is heavy enough to be told, or who calls the function may make it so. */
  private weighed(
    node: PyNode,
    head: Span,
    place: Place,
    what: Pick<WorkFacts, "kind" | "name">,
    walk: Walk,
  ): readonly CallFacts[] {
    const { rounds, each, through } = walk;
    const facts = (operations: Operations): Omit<WorkFacts, "iterations"> => ({
      ...what,
      operations,
      ...this.awaits(node),
    });
    if (through !== undefined) {
      const isAsynchronous = asynchronousAround(node);
      if (isAsynchronous) return [];
      const all = new Bill();
      all.addAll(each, rounds);
      return [this.facts(node, head, place, { ...facts(all.operations), through })];
    }
    if (rounds * totalOf(each) < LEAST_OPERATIONS) return [];
    this.toldTo = Math.max(this.toldTo, node.end);
    return [this.facts(node, head, place, { ...facts(each), iterations: rounds })];
  }

  private recursion(definition: PyNode, place: Place): readonly CallFacts[] {
    const [first, ...others] = exponentialCalls(this.evaluator, definition);
    const name = childOf(definition, "name");
    if (first === undefined || others.length === 0 || name === undefined) return [];
    const callee = childOf(first, "function") ?? first;
    const sign = { kind: "exponential", calls: others.length + 1 } as const;
    const work: WorkFacts = { kind: "recursion", name: this.evaluator.text(name), operations: {}, sign };
    return [this.facts(first, spanOf(callee), place, work)];
  }

  private rowsOfCall(call: PyNode, place: Place): readonly CallFacts[] {
    const callee = childOf(call, "function");
    const name = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
    if (name === undefined) return [];
    return this.rows(call, spanOf(name), place, { kind: "walk", name: this.evaluator.text(name) });
  }

  /** Like what is quadratic: how many rows there are nobody knows. */
  private rows(node: PyNode, head: Span, place: Place, what: Pick<WorkFacts, "kind" | "name">): readonly CallFacts[] {
    const sign = what.kind === "loop" ? rowsOfLoop(this.evaluator, node) : rowsOfCall(this.evaluator, node);
    if (sign === undefined || !asynchronousAround(node) || contentOf(this.evaluator, node).mayWait) return [];
    return [this.facts(node, head, place, { ...what, operations: {}, sign, ...this.awaits(node) })];
  }

  /** Told in asynchronous functions alone: who calls another isn't told of it. */
  private quadratic(node: PyNode, head: Span, name: string, place: Place): readonly CallFacts[] {
    if (node.start < this.quadraticTo || !asynchronousAround(node) || contentOf(this.evaluator, node).mayWait)
      return [];
    const found = quadraticOf(this.evaluator, node);
    if (found === undefined || (!found.sign.onInput && node.start < this.weaklyTo)) return [];
    if (found.sign.onInput) this.quadraticTo = node.end;
    else this.weaklyTo = this.unknownTo = node.end;
    const work: WorkFacts = { ...this.unknownWork(node, name), sign: found.sign };
    return [this.facts(node, head, place, work)];
  }

  /** The outermost loops of asynchronous functions, for those who want to hear of all. */
  private unknown(node: PyNode, head: Span, name: string, place: Place): readonly CallFacts[] {
    if (node.start < this.unknownTo || !asynchronousAround(node) || contentOf(this.evaluator, node).mayWait) return [];
    this.unknownTo = node.end;
    return [this.facts(node, head, place, this.unknownWork(node, name))];
  }

  /** Of something that goes around nobody knows how often. */
  private unknownWork(node: PyNode, name: string): WorkFacts {
    const iterable = childOf(childOfType(node, "for_in_clause") ?? node, "right");
    const onInput = iterable !== undefined && isInput(this.evaluator, iterable) ? { onInput: true as const } : {};
    return { kind: "loop", name, operations: {}, ...onInput, ...this.awaits(node) };
  }

  private awaits(node: PyNode): Pick<WorkFacts, "awaits"> {
    const { awaits } = contentOf(this.evaluator, node);
    return awaits.length === 0 ? {} : { awaits };
  }

  private facts(node: PyNode, nameSpan: Span, { owner, loopDepth, once }: Place, work: WorkFacts): CallFacts {
    return {
      span: spanOf(node),
      nameSpan,
      owner,
      callee: { kind: "unknown", reason: "computes" },
      form: "work",
      work,
      awaited: false,
      loopDepth,
      arguments: [],
      ...(once === true ? { once } : {}),
    };
  }
}

/** From the keyword to the end of what stands in this field. */
function headOf(node: PyNode, field: string): Span {
  return { start: node.start, end: (childOf(node, field) ?? node).end };
}

/** Whether the function around a node is asynchronous. */
function asynchronousAround(node: PyNode): boolean {
  let { parent } = node;
  while (parent !== undefined && parent.type !== "function_definition") ({ parent } = parent);
  return parent !== undefined && childOfType(parent, "async") !== undefined;
}
