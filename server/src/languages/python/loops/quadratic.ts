/** Loops that go through something again for each of its elements: by a loop inside, by a search, by making it anew. */
import type { WorkSign } from "../../../core/facts";
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, childOfType, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { contentOf } from "./content";
import { countedWhile } from "./counters";
import { isInput, isLarge } from "./evidence";
import { inputOf, isUnbounded } from "./inputs";
import { isBoundIn, isList } from "./lists";
import { isAlways, isLeftBehind } from "./rarely";
import { keywordOf, positional, walkOf } from "./walks";

/** A sign, and what inside of the loop is the reason. */
export interface Quadratic {
  readonly sign: Extract<WorkSign, { kind: "quadratic" }>;
  readonly inner: PyNode;
}

/** Functions that go through the whole of their argument. */
const WALKS = /^builtins\.(all|any|list|max|min|set|sorted|sum|tuple)$/;
const SEARCHES = /^(index|count|remove)$/;
const GROWS = /^(append|extend|insert)$/;

/** Making one costs so much that a few hundred times are long. */
const COSTLY = "pandas.concat";

/**
 * Whether a loop (a `for` or `while` statement, a comprehension) is quadratic; the first reason in it, one that is evidence by
 * itself before others. What gives control back in between, or is left after one round, isn't.
 */
export function quadraticOf(evaluator: PyEvaluator, loop: PyNode): Quadratic | undefined {
  const iterables = iterablesOf(loop);
  const product = iterables.map((iterable) => productOf(evaluator, iterable)).find((found) => found !== undefined);
  if (product !== undefined) return product;
  const isBounded = iterables.some((iterable) => isSmall(evaluator, iterable));
  if (isBounded || (loop.type === "while_statement" && countedWhile(evaluator, loop) !== undefined)) return undefined;
  const [first, ...others] = iterables;
  const input = first && inputOf(evaluator, first);
  const candidate =
    input !== undefined && isUnbounded(evaluator, input) && !isBoundIn(evaluator, input, bodyOf(loop) ?? loop);
  const over = candidate ? evaluator.text(input) : undefined;
  const large = first !== undefined && isLarge(evaluator, first);
  const again = over === undefined ? undefined : others.find((other) => goesThrough(evaluator, other, over));
  if (over !== undefined && again?.parent !== undefined) {
    const onInput = large || (first !== undefined && isInput(evaluator, first) && isAlways(again.parent, loop));
    return { sign: { kind: "quadratic", over, inner: "for", isSearch: false, onInput }, inner: loop };
  }
  const grown = new Set<string>();
  const nodes = repeatedNodes(loop);
  for (const node of nodes) {
    const name = grownBy(evaluator, node);
    if (name !== undefined) grown.add(name);
  }
  const around = { over, iterable: first, large, grown };
  const found = nodes
    .map((node) => againIn(evaluator, node, loop, around))
    .filter((one) => one !== undefined && !isLeftBehind(one.inner, loop));
  return found.find((one) => one?.sign.onInput === true) ?? found[0];
}

interface Around {
  readonly over: string | undefined;
  /** What the loop goes through, as written. */
  readonly iterable: PyNode | undefined;
  /** It surely is so long that a search in it for each element takes long. */
  readonly large: boolean;
  readonly grown: ReadonlySet<string>;
}

function againIn(evaluator: PyEvaluator, node: PyNode, loop: PyNode, around: Around): Quadratic | undefined {
  const { over, iterable, large } = around;
  const found = (what: string, inner: string, isSearch: boolean, onInput: boolean): Quadratic => ({
    sign: { kind: "quadratic", over: what, inner, isSearch, onInput },
    inner: node,
  });
  switch (node.type) {
    case "for_statement":
    case "for_in_clause": {
      const right = childOf(node, "right");
      const isAgain = over !== undefined && right !== undefined && goesThrough(evaluator, right, over);
      if (!isAgain || mayWait(evaluator, node)) return undefined;
      const isPairs = iterable !== undefined && isInput(evaluator, iterable) && isAlways(node, loop);
      return found(over, "for", false, large || isPairs);
    }
    case "comparison_operator": {
      const [, operator, right] = node.children;
      if (right === undefined || (operator?.type !== "in" && operator?.type !== "not in")) return undefined;
      const name = searched(evaluator, right, loop, around);
      return name === undefined ? undefined : found(name, "in", true, large);
    }
    case "call": {
      const callee = childOf(node, "function");
      if (callee === undefined) return undefined;
      if (callee.type === "attribute") return byMethod(evaluator, node, callee, loop, around);
      const [argument, second] = positional(node);
      const path = textOfPath(evaluator.valueOf(callee)) ?? "";
      if (over === undefined || argument === undefined || second !== undefined || !WALKS.test(path)) return undefined;
      return evaluator.text(argument) === over ? found(over, evaluator.text(callee), true, large) : undefined;
    }
    case "assignment":
      return remade(evaluator, node, loop, large);
    default:
      return undefined;
  }
}

/** `xs.index(x)`, `xs.count(x)`, `xs.remove(x)`. */
function byMethod(
  evaluator: PyEvaluator,
  call: PyNode,
  callee: PyNode,
  loop: PyNode,
  around: Around,
): Quadratic | undefined {
  const [object, name] = [childOf(callee, "object"), childOf(callee, "attribute")];
  const [argument] = positional(call);
  if (object === undefined || name === undefined || argument === undefined) return undefined;
  const method = evaluator.text(name);
  if (!SEARCHES.test(method)) return undefined;
  const over = searched(evaluator, object, loop, around);
  const sign = { kind: "quadratic", inner: method, isSearch: true, onInput: around.large } as const;
  return over === undefined ? undefined : { sign: { ...sign, over }, inner: call };
}

/** The list that is searched, where the loop goes through it or lets it grow. */
function searched(evaluator: PyEvaluator, list: PyNode, loop: PyNode, { over, grown }: Around): string | undefined {
  const name = evaluator.text(list);
  if (name !== over && !grown.has(name)) return undefined;
  return isList(evaluator, list) && !isBoundIn(evaluator, list, bodyOf(loop) ?? loop) ? name : undefined;
}

/** `acc = acc + [x]`, `acc = [*acc, x]`, `acc = {**acc, k: v}`, `df = pd.concat([df, part])`: each round makes it anew. */
function remade(evaluator: PyEvaluator, assignment: PyNode, loop: PyNode, large: boolean): Quadratic | undefined {
  const [left, right] = [childOf(assignment, "left"), childOf(assignment, "right")];
  if (left?.type !== "identifier" || right === undefined) return undefined;
  const name = evaluator.text(left);
  const isItself = (node: PyNode | undefined): boolean => node !== undefined && evaluator.text(node) === name;
  const found = (inner: string, onInput = large): Quadratic | undefined =>
    startsInside(evaluator, left, loop, name)
      ? undefined
      : { sign: { kind: "quadratic", over: name, inner, isSearch: true, onInput }, inner: assignment };
  const [first] = right.children;
  switch (right.type) {
    case "binary_operator": {
      const [start, end] = [childOf(right, "left"), childOf(right, "right")];
      const isSum = childOf(right, "operator")?.type === "+" && (isItself(start) || isItself(end));
      return isSum && [start, end].some((side) => side?.type === "list" || side?.type === "list_comprehension")
        ? found("+")
        : undefined;
    }
    case "list":
      return first?.type === "list_splat" && isItself(first.children[0]) ? found("[*…]") : undefined;
    case "dictionary":
      return first?.type === "dictionary_splat" && isItself(first.children[0]) ? found("{**…}") : undefined;
    case "call": {
      const path = textOfPath(evaluator.valueOf(childOf(right, "function") ?? right)) ?? "";
      const [list] = positional(right);
      const isConcat = /^(pandas\.concat|numpy\.(append|concatenate|vstack|hstack))$/.test(path);
      if (!isConcat || list === undefined) return undefined;
      const name = /\w+$/.exec(path)?.[0] ?? path;
      return isItself(list) || list.children.some(isItself) ? found(name, large || path === COSTLY) : undefined;
    }
    default:
      return undefined;
  }
}

/** Each round begins with another value: the name is given one in the loop that isn't made of its own. */
function startsInside(evaluator: PyEvaluator, name: PyNode, loop: PyNode, text: string): boolean {
  return repeatedNodes(loop).some((node) => {
    const target = node.type === "assignment" ? childOf(node, "left") : undefined;
    const value = childOf(node, "right");
    if (target === undefined || value === undefined || evaluator.text(target) !== text || target === name) return false;
    return !new RegExp(`\\b${text}\\b`).test(evaluator.text(value));
  });
}

/** `itertools.product(xs, xs)`, `product(xs, repeat=2)`. */
function productOf(evaluator: PyEvaluator, iterable: PyNode): Quadratic | undefined {
  const node = skipParentheses(iterable);
  const callee = node.type === "call" ? childOf(node, "function") : undefined;
  if (callee === undefined || textOfPath(evaluator.valueOf(callee)) !== "itertools.product") return undefined;
  const [first, second] = positional(node);
  const repeat = keywordOf(evaluator, node, "repeat");
  if (
    first === undefined ||
    (walkOf(evaluator, first)?.through === undefined && walkOf(evaluator, first) !== undefined)
  )
    return undefined;
  const isAgain =
    second === undefined
      ? /^\d+$/.test(repeat === undefined ? "" : evaluator.text(repeat))
      : evaluator.text(first) === evaluator.text(second);
  const input = inputOf(evaluator, first);
  if (!isAgain || input === undefined || !isUnbounded(evaluator, input)) return undefined;
  const onInput = isInput(evaluator, first);
  const sign = { kind: "quadratic", over: evaluator.text(input), inner: "product", isSearch: true, onInput } as const;
  return { sign, inner: node };
}

function goesThrough(evaluator: PyEvaluator, iterable: PyNode, over: string): boolean {
  const input = inputOf(evaluator, iterable);
  return input !== undefined && evaluator.text(input) === over;
}

/** Of a size that literals tell, or of one that a number says which nobody knows. */
function isSmall(evaluator: PyEvaluator, iterable: PyNode): boolean {
  const walk = walkOf(evaluator, iterable);
  // An empty list grows.
  if (walk !== undefined && walk.through === undefined && walk.rounds > 0) return true;
  const input = inputOf(evaluator, iterable);
  if (input !== undefined) return !isUnbounded(evaluator, input);
  return /^range\s*\(/.test(evaluator.text(iterable));
}

function iterablesOf(loop: PyNode): readonly PyNode[] {
  const heads = isComprehension(loop) ? loop.children.filter(({ type }) => type === "for_in_clause") : [loop];
  return heads.map((head) => childOf(head, "right")).filter((right) => right !== undefined);
}

function bodyOf(loop: PyNode): PyNode | undefined {
  return childOf(loop, "body");
}

/** What runs each time around, functions in it left out. */
function repeatedNodes(loop: PyNode): readonly PyNode[] {
  const nodes: PyNode[] = [];
  const visit = (node: PyNode): void => {
    if (/^(function_definition|class_definition|lambda)$/.test(node.type)) return;
    nodes.push(node);
    for (const child of node.children) visit(child);
  };
  const own = isComprehension(loop) ? childOfType(loop, "for_in_clause") : undefined;
  for (const child of loop.children) {
    if (child !== own && (isComprehension(loop) || child.field === "body" || child.field === "condition")) visit(child);
  }
  return nodes;
}

function grownBy(evaluator: PyEvaluator, node: PyNode): string | undefined {
  if (node.type === "augmented_assignment") {
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    return left?.type === "identifier" && childOf(node, "operator")?.type === "+=" && right !== undefined
      ? evaluator.text(left)
      : undefined;
  }
  const callee = node.type === "call" ? childOf(node, "function") : undefined;
  const [object, name] = callee?.type === "attribute" ? [childOf(callee, "object"), childOf(callee, "attribute")] : [];
  return object !== undefined && name !== undefined && GROWS.test(evaluator.text(name))
    ? evaluator.text(object)
    : undefined;
}

function mayWait(evaluator: PyEvaluator, node: PyNode): boolean {
  return node.type === "for_statement" && contentOf(evaluator, node).mayWait;
}
