/** What a piece of code costs, as a number of operations of each class: no less than what surely runs. */
import { ts } from "ts-morph";
import type { Operation, Span } from "../../../core/facts";
import { callbackUse } from "../callbacks";
import { spanOf } from "../calls";
import type { Evaluator } from "../evaluate";
import { colourOf, isFunction } from "../functions";
import { isInert } from "../scopes";
import type { FunctionNode } from "../values";
import { lengthOf, NOTHING_KNOWN, unwrap, type Known } from "./constants";
import { iterationsOf } from "./iterations";
import { countingOf } from "./counting";
import { growsTable, isKept, isPush, makesText } from "./kept";
import { isLoop, repeatedParts, type LoopNode } from "./loop";

export type Operations = Partial<Record<Operation, number>>;

/** A call whose cost has that of a function of the file in it. */
export interface FollowedCall {
  readonly span: Span;
  /** Where the function is. */
  readonly body: Span;
}

export interface Followed {
  readonly calls: readonly FollowedCall[];
  /** Functions call each other in a circle: what they cost depends on which was counted first. */
  readonly isCircular: boolean;
}

export class Counter {
  /** Functions of the file that calls were followed into; none while it is being counted: recursion adds nothing. */
  private readonly bodies = new Map<FunctionNode, Operations>();
  /** `i < n` and `i++` of loops: an iteration's own costs. */
  private readonly counting = new Set<ts.Node>();
  private readonly running = new Set<FunctionNode>();
  private readonly followedCalls = new Map<string, FollowedCall>();
  private isCircular = false;

  constructor(private readonly evaluator: Evaluator) {}

  /** The functions that went into what was counted so far. */
  get followed(): Followed {
    return { calls: [...this.followedCalls.values()], isCircular: this.isCircular };
  }

  /** Operations of one time around. */
  ofLoop(loop: LoopNode, known: Known): Operations {
    for (const part of countingOf(loop)) this.counting.add(part);
    const walk: Operations = ts.isForOfStatement(loop) || ts.isForInStatement(loop) ? { access: 1 } : {};
    return sum([{ iteration: 1 }, walk, ...repeatedParts(loop).map((part) => this.of(part, known))]);
  }

  of(node: ts.Node, known: Known): Operations {
    if (isInert(node.kind) || this.counting.has(node)) return {};
    if (isFunction(node)) return { allocation: 1 };
    if (isLoop(node)) return this.ofWholeLoop(node, known);
    if (ts.isIfStatement(node))
      return sum([this.of(node.expression, known), this.least([node.thenStatement, node.elseStatement], known)]);
    if (ts.isConditionalExpression(node))
      return sum([this.of(node.condition, known), this.least([node.whenTrue, node.whenFalse], known)]);
    if (ts.isSwitchStatement(node)) return sum([{ arithmetic: 1 }, this.of(node.expression, known)]);
    if (ts.isBinaryExpression(node)) return this.ofBinary(node, known);
    if (ts.isCallExpression(node)) return sum([this.ofCall(node, known), this.ofParts(node, known)]);
    return sum([OWN[node.kind] ?? {}, isKept(node) ? KEPT : {}, this.ofChildren(node, known)]);
  }

  /** What a callback costs that is called once: its body, where it is written there or has a name in this file. */
  ofCallback(callback: ts.Expression, known: Known): Operations {
    const value = this.evaluator.valueOf(callback);
    return value.kind === "function" ? this.ofBody(callback.parent, value.node, known) : {};
  }

  /** The name of a method isn't read beside its call. */
  private ofParts({ expression, arguments: given }: ts.CallExpression, known: Known): Operations {
    const callee = unwrap(expression);
    const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
    return sum([receiver, ...given].map((part) => this.of(part, known)));
  }

  private ofChildren(node: ts.Node, known: Known): Operations {
    const parts: Operations[] = [];
    ts.forEachChild(node, (child) => {
      parts.push(this.of(child, known));
    });
    return sum(parts);
  }

  private least(branches: readonly (ts.Node | undefined)[], known: Known): Operations {
    const counted = branches.map((branch) => (branch === undefined ? {} : this.of(branch, known)));
    return counted.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  }

  /** Where nobody knows how often it goes around, or it may end sooner, it is counted once. */
  private ofWholeLoop(loop: LoopNode, known: Known): Operations {
    const iterations = iterationsOf(this.evaluator, loop, known);
    const isSure = iterations !== undefined && !iterations.isUpperBound;
    const inside = this.ofLoop(loop, withCounter(known, iterations?.counter));
    return isSure ? times(inside, iterations.count) : inside;
  }

  private ofBinary(node: ts.BinaryExpression, known: Known): Operations {
    const left = this.of(node.left, known);
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return sum([{ arithmetic: 1 }, left]);
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.CommaToken:
        return sum([left, this.of(node.right, known)]);
      default:
        return sum([{ arithmetic: 1 }, left, this.of(node.right, known)]);
    }
  }

  /** The call, and what it runs: callbacks, functions of this file. */
  private ofCall(node: ts.CallExpression, known: Known): Operations {
    const callee = this.evaluator.calleeOf(node);
    if (callee.kind === "function") return sum([{ call: 1 }, this.ofBody(node, callee.node, NOTHING_KNOWN)]);
    const inline = node.arguments.filter((argument) => {
      const target = unwrap(argument);
      const mayBeFunction = isFunction(target) || ts.isIdentifier(target);
      return mayBeFunction && callbackUse(this.evaluator, node, argument).placement === "inline";
    });
    if (inline.length === 0) return sum([{ call: 1 }, ofMethod(node)]);
    const receiver = unwrap(node.expression);
    const length = ts.isPropertyAccessExpression(receiver) ? lengthOf(this.evaluator, receiver.expression) : undefined;
    const each = sum([{ element: 1, call: 1 }, ...inline.map((argument) => this.ofCallback(argument, known))]);
    return sum([{ call: 1 }, times(each, length ?? 1)]);
  }

  /** @param call what calls it, or hands it on. */
  private ofBody(call: ts.Node, function_: FunctionNode, known: Known): Operations {
    this.follow(call, function_);
    const counted = this.bodies.get(function_);
    if (counted !== undefined) return counted;
    if (function_.body === undefined || colourOf(function_) !== "sync") return {};
    this.bodies.set(function_, {});
    this.running.add(function_);
    const operations = this.of(function_.body, known);
    this.running.delete(function_);
    // What depends on counters around it isn't the same everywhere.
    if (known.size === 0) this.bodies.set(function_, operations);
    else this.bodies.delete(function_);
    return operations;
  }

  private follow(call: ts.Node, function_: FunctionNode): void {
    const { tree } = this.evaluator.file;
    const followed = { span: spanOf(call, tree), body: spanOf(function_, tree) };
    this.followedCalls.set(JSON.stringify(followed), followed);
    // What calls itself adds nothing, wherever one began; of several that call each other, the first adds nothing to the others.
    if (this.running.has(function_) && [...this.running].at(-1) !== function_) this.isCircular = true;
  }
}

/** What stays is moved twice before the garbage collector leaves it alone. */
const KEPT: Operations = { element: 2 };
/** An entry of a table that grows is hashed, and moved each time that the table doubles: 120 to 270 ns on Node.js 20. */
const ENTRY: Operations = { element: 12 };
/** A list that grows is copied each time that it is full. */
const PUSHED: Operations = { element: 0.5 };
/** The digits of a number as a text. */
const TEXT: Operations = { allocation: 1, element: 3 };

function ofMethod(call: ts.CallExpression): Operations {
  if (growsTable(call)) return ENTRY;
  if (makesText(call)) return TEXT;
  return isPush(call) ? PUSHED : {};
}

/** What a node of a kind does itself. */
const OWN: Readonly<Partial<Record<ts.SyntaxKind, Operations>>> = {
  [ts.SyntaxKind.PrefixUnaryExpression]: { arithmetic: 1 },
  [ts.SyntaxKind.PostfixUnaryExpression]: { arithmetic: 1 },
  [ts.SyntaxKind.PropertyAccessExpression]: { access: 1 },
  [ts.SyntaxKind.ElementAccessExpression]: { access: 1 },
  [ts.SyntaxKind.NewExpression]: { allocation: 1, call: 1 },
  [ts.SyntaxKind.TaggedTemplateExpression]: { allocation: 1, call: 1 },
  [ts.SyntaxKind.TemplateExpression]: { allocation: 1, element: 1 },
  [ts.SyntaxKind.ArrayLiteralExpression]: { allocation: 1 },
  [ts.SyntaxKind.ObjectLiteralExpression]: { allocation: 1 },
};

/** `known` with a loop's counter in the middle of its range. */
export function withCounter(
  known: Known,
  counter: { readonly symbol: ts.Symbol; readonly middle: number } | undefined,
): Known {
  return counter === undefined ? known : new Map([...known, [counter.symbol, counter.middle]]);
}

export function sum(parts: readonly Operations[]): Operations {
  const total: Operations = {};
  for (const part of parts) {
    for (const [operation, count] of Object.entries(part) as [Operation, number][])
      total[operation] = (total[operation] ?? 0) + count;
  }
  return total;
}

export function times(operations: Operations, factor: number): Operations {
  return Object.fromEntries(Object.entries(operations).map(([operation, count]) => [operation, count * factor]));
}

/** How many operations, of whatever class. */
export function sizeOf(operations: Operations): number {
  return Object.values(operations).reduce((total, count) => total + count, 0);
}
