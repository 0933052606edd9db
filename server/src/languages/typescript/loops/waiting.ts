/** Loops that wait by going around, and loops without an end. */
import { ts } from "ts-morph";
import type { WorkSign } from "../../../core/facts";
import type { Evaluator } from "../evaluate";
import type { References } from "../references";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { dependsOnClock } from "./clock";
import { constantOf, numberOf, unwrap } from "./constants";
import { conjuncts } from "./iterations";
import { bodyOf, conditionOf, exitsOf, isUnconditional, repeatedParts, someOwn, targetOf, type LoopNode } from "./loop";
import { anyTurn, type Turn } from "./turns";

/** A wait shorter than this, in milliseconds, is a time slice: what gives way on purpose. */
const LONGEST_SLICE = 50;

/** As much of a condition as a sentence can hold. */
const LONGEST_CONDITION = 60;

/** The sign of a loop that waits or never ends, with the functions of ours that could give control back. */
export function signOfWaiting(
  references: References,
  loop: LoopNode,
): { readonly sign: WorkSign; readonly awaits: Turn & { readonly always: false } } | undefined {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return undefined;
  const sign = isUnconditional(loop) ? signOfEndless(references, loop) : signOfCondition(references, loop);
  if (sign === undefined) return undefined;
  const turn = anyTurn(references, repeatedParts(loop));
  return turn.always ? undefined : { sign, awaits: turn };
}

function signOfCondition(references: References, loop: LoopNode): WorkSign | undefined {
  const { evaluator } = references;
  const condition = conditionOf(loop);
  if (condition === undefined) return undefined;
  const busy: WorkSign = { kind: "busy-wait", until: written(condition) };
  if (isSpin(evaluator, loop, condition)) return busy;
  if (!dependsOnClock(evaluator, condition, loop) || isSlice(evaluator, condition)) return undefined;
  // `queue.length > 0 && Date.now() < end`: work in slices. `!done && Date.now() < end` waits.
  const others = conjuncts(condition).filter((part) => !dependsOnClock(evaluator, part, loop));
  return others.every((part) => isUnchanged(evaluator, part, loop)) ? busy : undefined;
}

/** `while (!done);`: nothing in it changes what it waits for. */
function isSpin(evaluator: Evaluator, loop: LoopNode, condition: ts.Expression): boolean {
  const isEmpty = bodyOf(loop).every((node) => ts.isEmptyStatement(node) || ts.isContinueStatement(node));
  if (!isEmpty || (ts.isForStatement(loop) && loop.incrementor !== undefined)) return false;
  return isUnchanged(evaluator, condition, loop) && mayChangeElsewhere(evaluator, condition);
}

/** Names, members and literals, compared and combined; nothing that does anything, and nothing that the loop sets. */
function isUnchanged(evaluator: Evaluator, condition: ts.Expression, loop: LoopNode): boolean {
  const names = new Set<string>();
  const acts = someOwn(condition, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isCallExpression(node)) return pathText(evaluator.calleeOf(node)) !== "Atomics.load";
    return ts.isNewExpression(node) || ts.isAwaitExpression(node) || targetOf(node) !== undefined;
  });
  return !acts && !setsAny(loop.statement, names);
}

/** Whether a body sets one of these names, or hands them to something that may. */
function setsAny(body: ts.Node, names: ReadonlySet<string>): boolean {
  const isNamedIn = (node: ts.Node): boolean =>
    someOwn(node, (inner) => ts.isIdentifier(inner) && names.has(inner.text));
  return someOwn(body, (node) => {
    const target = targetOf(node);
    if (target !== undefined) return isNamedIn(target);
    if (!ts.isCallExpression(node)) return false;
    const callee = unwrap(node.expression);
    // A method may change what it is called on, and a function what it is given or finds around it.
    if (!ts.isPropertyAccessExpression(callee) || isNamedIn(callee.expression)) return true;
    return node.arguments.some(isNamedIn);
  });
}

/** Some variable or member in it can be set by other code. */
function mayChangeElsewhere(evaluator: Evaluator, condition: ts.Expression): boolean {
  return someOwn(condition, (node) => {
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true;
    const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
    return symbol !== undefined && evaluator.assignmentsTo(symbol).length > 0;
  });
}

/** `performance.now() - start < 8`, `Date.now() < end` with `end = Date.now() + 5`. */
function isSlice(evaluator: Evaluator, condition: ts.Expression): boolean {
  return conjuncts(condition).some((part) => {
    if (!ts.isBinaryExpression(part)) return false;
    return [part.left, part.right].some((side) => {
      const limit = numberOf(evaluator, side) ?? added(evaluator, side);
      return limit !== undefined && limit < LONGEST_SLICE;
    });
  });
}

/** What is added to a clock's time, in place or under a name. */
function added(evaluator: Evaluator, expression: ts.Expression): number | undefined {
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    const value = symbol && constantOf(evaluator, symbol);
    return value && !ts.isIdentifier(unwrap(value)) ? added(evaluator, value) : undefined;
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  return numberOf(evaluator, node.right) ?? numberOf(evaluator, node.left);
}

/** Nothing ends it, or nothing but the time does. */
function signOfEndless({ evaluator }: References, loop: LoopNode): WorkSign | undefined {
  const exits = exitsOf(loop);
  if (exits.length === 0) return endsProcess(evaluator, loop) ? undefined : { kind: "endless" };
  const conditions = exits.map((exit) => conditionAround(exit, loop));
  const [first] = conditions;
  const isTimed = conditions.every((condition) => condition !== undefined && isTimeUp(evaluator, condition, loop));
  return first !== undefined && isTimed ? { kind: "busy-wait", until: written(first) } : undefined;
}

function isTimeUp(evaluator: Evaluator, condition: ts.Expression, loop: LoopNode): boolean {
  return dependsOnClock(evaluator, condition, loop) && !isSlice(evaluator, condition);
}

/** The condition under which an exit is taken, where that is one `if` in the loop's own body. */
function conditionAround(exit: ts.Node, loop: LoopNode): ts.Expression | undefined {
  let outer = exit.parent;
  if (ts.isBlock(outer)) outer = outer.parent;
  if (!ts.isIfStatement(outer)) return undefined;
  const body = ts.isBlock(outer.parent) ? outer.parent.parent : outer.parent;
  return body === loop ? outer.expression : undefined;
}

/** Calls something that doesn't come back: `process.exit()`, a function of this file that is annotated as `never`. */
function endsProcess(evaluator: Evaluator, loop: LoopNode): boolean {
  return someOwn(loop.statement, (node) => {
    if (!ts.isCallExpression(node)) return false;
    const callee = evaluator.calleeOf(node);
    if (callee.kind === "function") return callee.node.type?.kind === ts.SyntaxKind.NeverKeyword;
    return /^(process\.)?(exit|abort|reallyExit)$|^Deno\.exit$/.test(pathText(callee) ?? "");
  });
}

/** As it stands in the text, on one line. */
function written(condition: ts.Expression): string {
  const text = condition.getText().replace(/\s+/g, " ");
  return text.length > LONGEST_CONDITION ? `${text.slice(0, LONGEST_CONDITION - 1)}…` : text;
}
