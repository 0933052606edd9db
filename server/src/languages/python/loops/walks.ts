/** What walking through a value costs: how many elements it has, where literals tell, and what each of them takes to make. */
import type { WorkFacts } from "../../../core/facts";
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { placesOfParameters } from "../wrappers";
import { sumOf, type Operations } from "./bill";
import { numberOf, onlyValue } from "./numbers";
import { combinationsOf } from "./combinations";
import { comprehensionWalk, operationsOfFunction } from "./price";

export interface Walk {
  /** Elements; where it goes through a parameter, how often it does so. */
  readonly rounds: number;
  /** Operations that each takes, without those of what walks. */
  readonly each: Operations;
  /** Its size is that of a parameter. */
  readonly through?: NonNullable<WorkFacts["through"]>;
  /** Conditions leave some elements out, nobody knows how many. */
  readonly isFiltered?: true;
  /** Its elements are there already, however often it is walked through. */
  readonly isMade?: true;
}

/** Functions that give as many elements as they are given, and what they do for each. */
const PASSING: Readonly<Record<string, Operations>> = {
  "builtins.enumerate": { element: 1 },
  "builtins.frozenset": { element: 2 },
  "builtins.iter": {},
  "builtins.list": { element: 1 },
  "builtins.reversed": {},
  "builtins.set": { element: 2 },
  "builtins.tuple": { element: 1 },
  "tqdm.tqdm": {},
};
const MADE = /^builtins\.(frozenset|list|set|sorted|tuple)$/;

/** Functions that walk through their argument there and then, and what they do for each element. */
const CONSUMING: Readonly<Record<string, Operations>> = {
  "builtins.all": { element: 1 },
  "builtins.any": { element: 1 },
  "builtins.bytearray": { element: 1 },
  "builtins.bytes": { element: 1 },
  "builtins.dict": { element: 2 },
  "builtins.dict.fromkeys": { element: 2 },
  "builtins.frozenset": { element: 2 },
  "builtins.list": { element: 1 },
  "builtins.max": { element: 1 },
  "builtins.min": { element: 1 },
  "builtins.set": { element: 2 },
  "builtins.sorted": { sorted: 1 },
  "builtins.sum": { element: 1 },
  "builtins.tuple": { element: 1 },
  "collections.Counter": { element: 2 },
  "collections.deque": { element: 1 },
  "functools.reduce": { call: 1 },
  "math.fsum": { element: 1 },
  "math.prod": { element: 1 },
  "statistics.fmean": { element: 1 },
  "statistics.mean": { element: 10 },
};

/** Calls and names on the way to a size are followed so far. */
const DEEPEST = 8;

/** A walk through the value of `expression`; undefined where its size isn't known. */
export function walkOf(evaluator: PyEvaluator, expression: PyNode, depth = 0): Walk | undefined {
  const node = skipParentheses(expression);
  if (depth > DEEPEST) return undefined;
  switch (node.type) {
    case "list":
    case "tuple":
    case "set":
    case "dictionary":
    case "expression_list": {
      const items = node.children.filter(({ type }) => type !== "comment");
      const isSpread = items.some(({ type }) => type === "list_splat" || type === "dictionary_splat");
      return isSpread ? undefined : { rounds: items.length, each: {}, isMade: true };
    }
    case "binary_operator":
      return repeated(evaluator, node, depth);
    case "call":
      return walkOfCall(evaluator, node, depth);
    case "identifier":
      return walkOfName(evaluator, node, depth);
    default:
      return isComprehension(node) ? comprehensionWalk(evaluator, node, depth) : undefined;
  }
}

/** The walk that a call makes because of what it is, `sum(range(n))`, its name and what it walks through. */
export function consumption(
  evaluator: PyEvaluator,
  call: PyNode,
): { readonly name: string; readonly argument: PyNode; readonly walk: Walk } | undefined {
  const [callee, given] = [childOf(call, "function"), positional(call)];
  if (callee === undefined) return undefined;
  const path = textOfPath(evaluator.valueOf(callee)) ?? "";
  const isJoin = callee.type === "attribute" && evaluator.text(callee).endsWith(".join");
  const own = isJoin ? { element: 1 } : CONSUMING[path];
  const isReduce = path === "functools.reduce";
  const argument = given[isReduce ? 1 : 0];
  const key = keyOf(evaluator, call);
  // `max(a, b)` compares what it is given.
  if (own === undefined || argument === undefined || (given.length > 1 && !/\.(reduce|sum|fromkeys)$/.test(path)))
    return undefined;
  const walk = walkOf(evaluator, argument);
  if (walk === undefined) return undefined;
  const function_ = isReduce ? given[0] : key;
  const name = isJoin ? "join" : evaluator.text(callee);
  const isSorted = path === "builtins.sorted";
  const each = sumOf(
    walk.each,
    isSorted ? sorting(evaluator, argument, key) : own,
    function_ === undefined ? {} : operationsOfFunction(evaluator, function_),
  );
  return { name, argument, walk: { ...walk, each } };
}

/** What is in order already is only looked through. */
function sorting(evaluator: PyEvaluator, sorted: PyNode, key: PyNode | undefined): Operations {
  const isInOrder = key === undefined && /^range\s*\(/.test(evaluator.text(sorted));
  return isInOrder ? { element: 1 } : { sorted: 1 };
}

export function positional(call: PyNode): readonly PyNode[] {
  const list = childOf(call, "arguments");
  if (list?.type === "generator_expression") return [list];
  return (list?.children ?? []).filter(({ type }) => type !== "comment" && type !== "keyword_argument");
}

export function keywordOf(evaluator: PyEvaluator, call: PyNode, name: string): PyNode | undefined {
  const argument = (childOf(call, "arguments")?.children ?? []).find((child) => {
    const keyword = child.type === "keyword_argument" ? childOf(child, "name") : undefined;
    return keyword !== undefined && evaluator.text(keyword) === name;
  });
  return argument === undefined ? undefined : childOf(argument, "value");
}

function keyOf(evaluator: PyEvaluator, call: PyNode): PyNode | undefined {
  return keywordOf(evaluator, call, "key");
}

/** `[0] * n`, `xs + ys`. */
function repeated(evaluator: PyEvaluator, node: PyNode, depth: number): Walk | undefined {
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  if (left === undefined || right === undefined) return undefined;
  const operator = childOf(node, "operator")?.type;
  if (operator === "+") {
    const [first, second] = [walkOf(evaluator, left, depth + 1), walkOf(evaluator, right, depth + 1)];
    if (first?.isMade !== true || second?.isMade !== true || first.through !== undefined) return undefined;
    return second.through === undefined ? { ...first, rounds: first.rounds + second.rounds } : undefined;
  }
  const [list, times] = left.type === "list" ? [left, right] : [right, left];
  if (operator !== "*" || list.type !== "list") return undefined;
  const [walk, number] = [walkOf(evaluator, list, depth + 1), numberOf(evaluator, times)];
  return walk === undefined || number === undefined ? undefined : { ...walk, rounds: walk.rounds * number };
}

function walkOfCall(evaluator: PyEvaluator, call: PyNode, depth: number): Walk | undefined {
  const callee = childOf(call, "function");
  const path = callee === undefined ? undefined : textOfPath(evaluator.valueOf(callee));
  const given = positional(call);
  const [first, second] = given;
  if (path === undefined || first === undefined) return undefined;
  if (path === "builtins.range" || path === "numpy.arange") return rangeOf(evaluator, given);
  const passed = PASSING[path];
  if (passed !== undefined) {
    const walk = walkOf(evaluator, first, depth + 1);
    return walk && { ...walk, each: sumOf(walk.each, passed), ...(MADE.test(path) ? { isMade: true } : {}) };
  }
  switch (path) {
    case "builtins.sorted": {
      const walk = walkOf(evaluator, first, depth + 1);
      const key = keyOf(evaluator, call);
      const keyed = key === undefined ? {} : operationsOfFunction(evaluator, key);
      return walk && { ...walk, each: sumOf(walk.each, sorting(evaluator, first, key), keyed), isMade: true };
    }
    case "builtins.map":
    case "builtins.filter": {
      const walk = second === undefined || given.length > 2 ? undefined : walkOf(evaluator, second, depth + 1);
      if (walk === undefined) return undefined;
      const each = sumOf(walk.each, { element: 1 }, operationsOfFunction(evaluator, first));
      const { rounds, through } = walk;
      const filtered = path === "builtins.filter" || walk.isFiltered === true ? { isFiltered: true as const } : {};
      return { rounds, each, ...(through === undefined ? {} : { through }), ...filtered };
    }
    case "builtins.zip":
      return shortest(given.map((argument) => walkOf(evaluator, argument, depth + 1)));
    default:
      return combinationsOf(evaluator, path, call, depth);
  }
}

/** The one with the fewest elements, which ends the walk through all of them. */
function shortest(walks: readonly (Walk | undefined)[]): Walk | undefined {
  const known = walks.filter((walk) => walk !== undefined && walk.through === undefined && walk.isFiltered !== true);
  if (known.length < walks.length) return undefined;
  const [first] = known.toSorted((a, b) => (a?.rounds ?? 0) - (b?.rounds ?? 0));
  return (
    first && { rounds: first.rounds, each: sumOf({ element: walks.length }, ...known.map((walk) => walk?.each ?? {})) }
  );
}

function rangeOf(evaluator: PyEvaluator, given: readonly PyNode[]): Walk | undefined {
  const [first, second, third] = given;
  const end = second ?? first;
  if (end === undefined) return undefined;
  const numbers = given.map((argument) => numberOf(evaluator, argument));
  const [from, to, step] = second === undefined ? [0, numbers[0], 1] : [numbers[0], numbers[1], third ? numbers[2] : 1];
  if (from !== undefined && to !== undefined && step !== undefined && step !== 0)
    return { rounds: Math.max(0, Math.ceil((to - from) / step)), each: {}, isMade: true };
  // `range(n)`, `range(1, n + 1)`: as many as the parameter says.
  const through = from !== undefined && third === undefined ? parameterOf(evaluator, countOf(end)) : undefined;
  return through === undefined ? undefined : { rounds: 1, each: {}, through, isMade: true };
}

/** `n` of `n + 1`. */
function countOf(node: PyNode): PyNode {
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  return node.type === "binary_operator" && left !== undefined && right?.type === "integer" ? left : node;
}

function walkOfName(evaluator: PyEvaluator, name: PyNode, depth: number): Walk | undefined {
  const value = onlyValue(evaluator, name);
  const walk = value === undefined ? undefined : walkOf(evaluator, value, depth + 1);
  if (walk !== undefined) return walk.isMade === true ? { ...walk, each: {} } : walk;
  const through = parameterOf(evaluator, name);
  return through === undefined ? undefined : { rounds: 1, each: {}, through, isMade: true };
}

/** The parameter of a function that a name is, where it is never anything else. */
function parameterOf(evaluator: PyEvaluator, node: PyNode): Walk["through"] {
  if (node.type !== "identifier") return undefined;
  const name = evaluator.text(node);
  const [source, ...others] = evaluator.bindingOf(name, node)?.sources ?? [];
  if (source?.kind !== "parameter" || others.length > 0 || source.of.type !== "function_definition") return undefined;
  const index = placesOfParameters(evaluator, source.of).get(name);
  return index === undefined ? undefined : { index, name };
}
