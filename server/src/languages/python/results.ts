/** What a call of a function of this file gives: by its annotation, or by everything that it returns. */
import { valueOfAnnotation } from "./annotations";
import { classAround } from "./classes";
import { elementOf } from "./collections";
import type { PyEvaluator } from "./evaluate";
import { flowOf } from "./flow";
import { childOf, type PyNode } from "./tree";
import { common, isKnown, textOfPath, unknown, type Value } from "./values";

/** `-> Callable[…]`, `-> T`, `-> Iterator[…]`: the code itself tells more. */
const IS_VAGUE = /^(typing|typing_extensions|collections\.abc)\b/;

const RUNNING = unknown("calls itself");

/** The result of calling a `def` or a `lambda`, awaited where it is asynchronous. */
export function resultOf(evaluator: PyEvaluator, definition: PyNode): Value {
  const known = evaluator.results.get(definition);
  // All that is being looked up may be in the circle.
  if (known === RUNNING) for (const other of evaluator.resulting) evaluator.cycles.add(other);
  if (known !== undefined) return known;
  evaluator.results.set(definition, RUNNING);
  evaluator.resulting.add(definition);
  const value: Value =
    flowOf(definition).yields.length > 0
      ? { kind: "generator", node: definition, element: yielded(evaluator, definition) }
      : returned(evaluator, definition);
  evaluator.resulting.delete(definition);
  evaluator.results.set(definition, value);
  return value;
}

function returned(evaluator: PyEvaluator, definition: PyNode): Value {
  const annotation = childOf(definition, "return_type");
  if (annotation === undefined) return returnedValue(evaluator, definition);
  const text = evaluator.text(annotation);
  if (text === "None") return unknown("nothing");
  const owner = /^["']?([\w.]+\.)?Self["']?$/.test(text) ? classAround(definition) : undefined;
  if (owner !== undefined) return { kind: "instance", node: owner };
  const annotated = valueOfAnnotation(evaluator, annotation);
  if (isKnown(annotated) && annotated.kind !== "collection" && !IS_VAGUE.test(textOfPath(annotated) ?? ""))
    return annotated.kind === "instance" ? exactly(returnedValue(evaluator, definition), annotated) : annotated;
  const value = returnedValue(evaluator, definition);
  return isKnown(value) ? value : annotated;
}

/** What all `return` statements agree on; one that returns nothing says nothing. */
function returnedValue(evaluator: PyEvaluator, definition: PyNode): Value {
  const given = flowOf(definition).returns.filter((node) => node.type !== "none");
  return given.length === 0 ? unknown("nothing") : common(given.map((node) => evaluator.valueOf(node)));
}

/** One element that a generator gives. */
function yielded(evaluator: PyEvaluator, definition: PyNode): Value {
  const annotation = childOf(definition, "return_type");
  const annotated = annotation === undefined ? undefined : valueOfAnnotation(evaluator, annotation);
  const element = annotated?.kind === "collection" && isKnown(annotated.element) ? annotated.element : undefined;
  if (element !== undefined && element.kind !== "instance") return element;
  const values = flowOf(definition).yields.map((node) => {
    const [given] = node.children;
    if (given === undefined) return unknown("yields nothing");
    const value = evaluator.valueOf(given);
    return isDelegation(evaluator, node) ? elementOf(value) : value;
  });
  return element === undefined ? common(values) : exactly(common(values), element);
}

/** What is made in the function's own text, where that is sure; else what it is annotated as. */
function exactly(made: Value, annotated: Value): Value {
  return made.kind === "instance" && made.declared !== true ? made : annotated;
}

/** `yield from`. */
export function isDelegation(evaluator: PyEvaluator, node: PyNode): boolean {
  return /^yield\s+from\b/.test(evaluator.text(node));
}
