/** Facts of one function: what it gives, what was put around it, what it puts around others. */
import type { FunctionFacts, Placement, Reference } from "../../core/facts";
import { classAround } from "./classes";
import { decoratorReferences, hasDecorators, isAbstract, isOnce, isOnceEach, wrapsOf } from "./decorators";
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
    ...(isOnceEach(evaluator, node) ? { isOnceEach: true } : {}),
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
  if (waitsOtherwise || hasDecorators(evaluator, node) || isHook(node)) return undefined;
  const references = awaits.map((one) => awaitedFunction(evaluator, one));
  return references.every((reference) => reference !== undefined) ? references : undefined;
}

/** A method that does nothing, or gives a constant: a hook that others fill in. */
function isHook(definition: PyNode): boolean {
  if (classAround(definition) === undefined) return false;
  const statements = childOf(definition, "body")?.children.filter(({ type }) => type !== "comment") ?? [];
  return statements.every(({ type, children: [only] }) => {
    if (type === "expression_statement") return /^(ellipsis|string|concatenated_string)$/.test(only?.type ?? "");
    if (type === "return_statement") return only === undefined || /^(none|true|false|string)$/.test(only.type);
    return type === "pass_statement" || type === "raise_statement";
  });
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
