/** Facts of one function: what it gives, what was put around it, what it puts around others. */
import type { FunctionFacts, Placement, Reference } from "../../core/facts";
import { decoratorReferences, hasDecorators, isAbstract, isOnce, wrapsOf } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import { colourOf, flowOf } from "./flow";
import { awaitedFunction } from "./loops/content";
import { resultOf } from "./results";
import { childOf, spanOf, type PyNode } from "./tree";
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
  const awaits = colour === "async" ? awaitedBy(evaluator, node) : undefined;
  return {
    ...facts,
    ...(returns === undefined ? {} : { returns }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(isAbstract(evaluator, node) ? { isAbstract: true } : {}),
    ...(isOnce(evaluator, node) ? { isOnce: true } : {}),
    ...(wraps === undefined ? {} : { wraps }),
    ...(awaits === undefined ? {} : { awaits }),
  };
}

/**
 * What an asynchronous function awaits, where that is functions of ours alone; undefined where it may give control back
 * otherwise, or where something else may run in its place.
 */
function awaitedBy(evaluator: PyEvaluator, node: PyNode): readonly Reference[] | undefined {
  const { awaits, waitsOtherwise } = flowOf(node);
  if (waitsOtherwise || hasDecorators(evaluator, node) || isEmpty(node)) return undefined;
  const references = awaits.map((one) => awaitedFunction(evaluator, one));
  return references.every((reference) => reference !== undefined) ? references : undefined;
}

/** A hook that others fill in. */
function isEmpty(definition: PyNode): boolean {
  const statements = childOf(definition, "body")?.children.filter(({ type }) => type !== "comment") ?? [];
  const isSaying = ({ type, children }: PyNode): boolean =>
    type === "expression_statement" && /^(ellipsis|string|concatenated_string)$/.test(children[0]?.type ?? "");
  return statements.every((one) => isSaying(one) || /^(pass|raise|return)_statement$/.test(one.type));
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
