/** Calls that run through as many elements as literals tell: `Array.from({ length: n }, f)`, `new Array(n).fill(0).map(f)`. */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { isFunction } from "../functions";
import { pathText } from "../values";
import { lengthOf, NOTHING_KNOWN, unwrap } from "./constants";
import { sum, type Counter, type Operations } from "./operations";

export interface CountedWalk {
  /** The method, or the function with its object: `reduce`, `Array.from`. */
  readonly name: string;
  readonly iterations: number;
  /** Of one element, in all calls of the chain. */
  readonly operations: Operations;
}

/** Methods that go through everything, whatever the callback says. */
const WHOLE: ReadonlySet<string> = new Set(
  "fill filter flatMap forEach join map reduce reduceRight reverse sort toReversed toSorted".split(" "),
);

/** The walk that a call is; undefined where nobody knows its number of elements. */
export function walkOf(evaluator: Evaluator, counter: Counter, node: ts.CallExpression): CountedWalk | undefined {
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  if (method === "from") {
    const iterations = pathText(evaluator.calleeOf(node)) === "Array.from" ? lengthOf(evaluator, node) : undefined;
    return iterations === undefined
      ? undefined
      : { name: "Array.from", iterations, operations: each(counter, node.arguments[1], "element") };
  }
  const iterations = WHOLE.has(method) ? lengthOf(evaluator, callee.expression) : undefined;
  if (iterations === undefined) return undefined;
  const receiver = unwrap(callee.expression);
  const before = ts.isCallExpression(receiver) ? walkOf(evaluator, counter, receiver) : undefined;
  const own = eachOfWalk(counter, callee, node.arguments[0]);
  return { name: method, iterations, operations: sum([own, before?.operations ?? {}]) };
}

/** Whether a method goes through everything that it is called on. */
export function isWholeWalk(method: string): boolean {
  return WHOLE.has(method);
}

/** Operations of one element that a method goes through. */
export function eachOfWalk(counter: Counter, callee: ts.Expression, callback: ts.Expression | undefined): Operations {
  const target = unwrap(callee);
  const isSort = ts.isPropertyAccessExpression(target) && /sort/i.test(target.name.text);
  return each(counter, callback, isSort ? "sorted" : "element");
}

function each(counter: Counter, argument: ts.Expression | undefined, how: "element" | "sorted"): Operations {
  const target = argument && unwrap(argument);
  const isCallback = target !== undefined && (isFunction(target) || ts.isIdentifier(target));
  if (!isCallback || how === "sorted") return { [how]: 1 };
  return sum([{ element: 1, call: 1 }, counter.ofCallback(target, NOTHING_KNOWN)]);
}
