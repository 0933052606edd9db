/** Sizes of what `itertools` gives. */
import type { PyEvaluator } from "../evaluate";
import type { PyNode } from "../tree";
import { sumOf } from "./bill";
import { numberOf } from "./numbers";
import { keywordOf, positional, walkOf, type Walk } from "./walks";

/** A walk through `itertools.product(…)` and the like; undefined for other functions, and where nobody knows its size. */
export function combinationsOf(evaluator: PyEvaluator, path: string, call: PyNode, depth: number): Walk | undefined {
  const given = positional(call);
  const [first, second] = given;
  if (!path.startsWith("itertools.") || first === undefined) return undefined;
  const sizeOf = (node: PyNode): number | undefined => {
    const walk = walkOf(evaluator, node, depth + 1);
    return walk === undefined || walk.through !== undefined || walk.isFiltered === true ? undefined : walk.rounds;
  };
  const known = (rounds: number | undefined): Walk | undefined =>
    rounds === undefined || Number.isNaN(rounds) ? undefined : { rounds, each: { element: 0.5 } };
  const length = second ?? keywordOf(evaluator, call, "r");
  const taken = length === undefined ? undefined : numberOf(evaluator, length);
  switch (path.slice("itertools.".length)) {
    case "product": {
      const repeat = keywordOf(evaluator, call, "repeat");
      const times = repeat === undefined ? 1 : numberOf(evaluator, repeat);
      return known(times === undefined ? undefined : product(given.map(sizeOf)) ** times);
    }
    case "permutations": {
      const size = sizeOf(first);
      return known(size === undefined ? undefined : falling(size, length === undefined ? size : taken));
    }
    case "combinations": {
      const size = sizeOf(first);
      return known(
        size === undefined || taken === undefined ? undefined : falling(size, taken) / falling(taken, taken),
      );
    }
    case "chain": {
      const sizes = given.map(sizeOf);
      return sizes.includes(undefined) ? undefined : known(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0));
    }
    case "repeat":
      return known(taken);
    case "islice": {
      const walk = walkOf(evaluator, first, depth + 1);
      if (walk === undefined || walk.through !== undefined || walk.isFiltered === true || taken === undefined)
        return undefined;
      const isAll = given.length === 2;
      return isAll ? { rounds: Math.min(walk.rounds, taken), each: sumOf(walk.each, { element: 1 }) } : undefined;
    }
    default:
      return undefined;
  }
}

/** NaN where one isn't known. */
function product(sizes: readonly (number | undefined)[]): number {
  return sizes.reduce<number>((whole, size) => whole * (size ?? NaN), 1);
}

/** `size · (size - 1) · …`, `count` factors. */
function falling(size: number, count: number | undefined): number {
  if (count === undefined || size > 1e6) return NaN;
  let whole = 1;
  for (let factor = size; factor > size - count && factor > 0; factor--) whole *= factor;
  return whole;
}
