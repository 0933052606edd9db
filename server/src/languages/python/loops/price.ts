/** The operations of code, by class: what a loop does each time around. */
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { Bill, sumOf, type Operations } from "./bill";
import { contentOf } from "./content";
import { countedWhile } from "./counters";
import { consumption, walkOf, type Walk } from "./walks";

/** Adds what running `node` costs, `times` often. */
export function price(evaluator: PyEvaluator, node: PyNode, bill: Bill, times: number): void {
  const all = (nodes: readonly (PyNode | undefined)[], often: number): void => {
    for (const child of nodes) if (child !== undefined) price(evaluator, child, bill, often);
  };
  switch (node.type) {
    case "comment":
    case "type":
      return;
    case "function_definition":
    case "class_definition":
    case "lambda":
      return bill.add("allocation", times);
    case "if_statement": {
      const isSure = (child: PyNode): boolean => child.field === "condition";
      all(node.children.filter(isSure), times);
      // Nobody knows which way it goes.
      return all(
        node.children.filter((child) => !isSure(child)),
        times / 2,
      );
    }
    case "except_clause":
    case "except_group_clause":
      return;
    case "for_statement": {
      const walk = knownWalk(evaluator, childOf(node, "right"));
      const rounds = walk === undefined || contentOf(evaluator, node).leaves ? 1 : walk.rounds;
      all([childOf(node, "right")], walk === undefined ? times : 0);
      return addLoop(bill, sumOf({ iteration: 1 }, walk?.each ?? {}), times * rounds, () => {
        all([childOf(node, "body")], times * rounds);
      });
    }
    case "while_statement": {
      const rounds = contentOf(evaluator, node).leaves ? 1 : (countedWhile(evaluator, node) ?? 1);
      return addLoop(bill, {}, times * rounds, () => {
        all(node.children, times * rounds);
      });
    }
    case "call": {
      const walked = consumption(evaluator, node);
      if (walked !== undefined && walked.walk.through === undefined) {
        const { rounds, each } = walked.walk;
        return addLoop(bill, each, times * rounds, () => undefined);
      }
      bill.add("call", times);
      if (makesObject(evaluator, node)) bill.add("allocation", times);
      // The name of a method isn't read beside its call.
      const callee = childOf(node, "function");
      return all(
        [callee?.type === "attribute" ? childOf(callee, "object") : undefined, childOf(node, "arguments")],
        times,
      );
    }
    case "attribute":
      bill.add("access", times);
      return all([childOf(node, "object")], times);
    case "subscript":
      bill.add("access", times);
      return all(node.children, times);
    case "binary_operator":
    case "unary_operator":
    case "not_operator":
    case "augmented_assignment":
      bill.add("arithmetic", times);
      return all(node.children, times);
    case "comparison_operator":
      bill.add("arithmetic", times);
      return all(node.children, times);
    case "set":
    case "dictionary":
      bill.add("element", times * node.children.length);
      bill.add("allocation", times);
      return all(node.children, times);
    case "list":
    case "tuple":
      bill.add("allocation", times);
      return all(node.children, times);
    case "assignment": {
      // What is filled grows.
      if (childOf(node, "left")?.type === "subscript") bill.add("element", 2 * times);
      return all(node.children, times);
    }
    case "string":
      if (node.children.some(({ type }) => type === "interpolation")) bill.add("allocation", times);
      return all(node.children, times);
    default:
      if (!isComprehension(node)) return all(node.children, times);
      return addComprehension(evaluator, node, bill, times);
  }
}

/** `str(x)`, `Point(x)`: by custom, classes begin with a capital. */
function makesObject(evaluator: PyEvaluator, call: PyNode): boolean {
  const callee = childOf(call, "function");
  const name = callee === undefined ? "" : evaluator.text(callee);
  return /^(str|int|float|bytes|list|dict|set|tuple)$|(^|\.)[A-Z]\w*$|\.(format|split|replace|encode|decode|copy)$/.test(
    name,
  );
}

function addLoop(bill: Bill, each: Operations, rounds: number, inside: () => void): void {
  bill.rounds = Math.max(bill.rounds, rounds);
  bill.addAll(each, rounds);
  inside();
}

function addComprehension(evaluator: PyEvaluator, node: PyNode, bill: Bill, times: number): void {
  const walk = comprehensionWalk(evaluator, node, 0);
  bill.add("allocation", times);
  if (walk === undefined || walk.through !== undefined) return;
  addLoop(bill, walk.each, walk.rounds * times, () => undefined);
}

/** A walk of a known size that a parameter has no part in. */
export function knownWalk(evaluator: PyEvaluator, iterable: PyNode | undefined): Walk | undefined {
  const walk = iterable === undefined ? undefined : walkOf(evaluator, iterable);
  return walk === undefined || walk.through !== undefined || walk.isFiltered === true ? undefined : walk;
}

/** What a comprehension goes through: its clauses multiplied, with its body and conditions as the cost of each round. */
export function comprehensionWalk(evaluator: PyEvaluator, node: PyNode, depth: number): Walk | undefined {
  const bill = new Bill();
  let rounds = 1;
  let through: Walk["through"];
  let isFiltered = false;
  for (const clause of node.children) {
    if (clause.type === "if_clause") {
      isFiltered = true;
      for (const child of clause.children) price(evaluator, child, bill, rounds);
    }
    if (clause.type !== "for_in_clause") continue;
    const right = childOf(clause, "right");
    const walk = right === undefined ? undefined : walkOf(evaluator, right, depth + 1);
    if (clause.children.some(({ type }) => type === "async") || walk === undefined || walk.isFiltered === true)
      return undefined;
    if (walk.through !== undefined && through !== undefined) return undefined;
    through ??= walk.through;
    rounds *= walk.rounds;
    bill.addAll(sumOf({ iteration: 1 }, walk.each), rounds);
  }
  const body = childOf(node, "body");
  if (rounds === 0 || body === undefined) return undefined;
  if (node.type !== "generator_expression") bill.add("element", rounds);
  price(evaluator, body, bill, isFiltered ? rounds / 2 : rounds);
  const whole = Math.max(rounds, bill.rounds);
  const each = new Bill();
  each.addAll(bill.operations, 1 / whole);
  const isMade = node.type !== "generator_expression";
  return {
    rounds: whole,
    each: each.operations,
    ...(through === undefined ? {} : { through }),
    ...(isFiltered || whole > rounds ? { isFiltered: true } : {}),
    ...(isMade ? { isMade: true } : {}),
  };
}

/** A call of a function that is handed on, with the body of a lambda. */
export function operationsOfFunction(evaluator: PyEvaluator, node: PyNode): Operations {
  const function_ = skipParentheses(node);
  const body = function_.type === "lambda" ? childOf(function_, "body") : undefined;
  const bill = new Bill();
  bill.add("call", 1);
  if (body !== undefined) price(evaluator, body, bill, 1);
  return bill.operations;
}
