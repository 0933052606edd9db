/** Facts of one function: what it gives, what was put around it, what it puts around others. */
import type { FunctionFacts, Placement, Reference } from "../../core/facts";
import { decoratorReferences, isAbstract, isOnce, isOnceEach, wrapsOf } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import { colourOf } from "./flow";
import { resultOf } from "./results";
import { spanOf, type PyNode } from "./tree";
import { textOfPath, toReference, type Value } from "./values";

/** Facts of a `def` or a `lambda`, but for what it does with functions that it is given. */
export function functionFacts(
  evaluator: PyEvaluator,
  node: PyNode,
  key: string,
  parent: string,
  placement: Placement,
): FunctionFacts {
  const colour = colourOf(node);
  const facts: FunctionFacts = { key, parent, colour, placement, span: spanOf(node) };
  const result = resultOf(evaluator, node);
  const returns = telling(result.kind === "generator" ? result.element : result);
  if (node.type === "lambda") return returns === undefined ? facts : { ...facts, returns };
  const decorators = decoratorReferences(evaluator, node);
  const wraps = wrapsOf(evaluator, node);
  return {
    ...facts,
    ...(returns === undefined ? {} : { returns }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(isAbstract(evaluator, node) ? { isAbstract: true } : {}),
    ...(isOnce(evaluator, node) ? { isOnce: true } : {}),
    ...(isOnceEach(evaluator, node) ? { isOnceEach: true } : {}),
    ...(wraps === undefined ? {} : { wraps }),
  };
}

/** Values that nothing blocking is reached from. */
const IS_PLAIN =
  /^(builtins\.(str|int|float|bool|bytes|bytearray|dict|list|set|tuple|frozenset|object|None|len|range|type|Exception)\b|typing\b|typing_extensions\b|collections\.abc\b)/;

/** A value's reference, where it tells something. */
export function telling(value: Value): Reference | undefined {
  const reference = toReference(value);
  if (reference.kind === "unknown" || IS_PLAIN.test(textOfPath(value) ?? "")) return undefined;
  return reference;
}
