/** Calls that the text doesn't name: what walks through a value or enters it runs a method, or a generator's body. */
import type { Step } from "../../core/facts";
import { mayBeOwn, type Pending, type Place } from "./callFacts";
import type { PyEvaluator } from "./evaluate";
import { childOf, type PyNode } from "./tree";
import { CALL, property, textOfPath, toReference } from "./values";

const ITER = property("__iter__");
const ENTER: readonly Step[] = [property("__enter__")];

/** Built-in functions that walk through every argument, or are walked through themselves as soon as they are made. */
const WALKING: ReadonlySet<string> = new Set(
  ["all", "any", "bytes", "dict", "enumerate", "filter", "frozenset", "list", "map", "max", "min", "next", "reversed"]
    .concat(["set", "sorted", "sum", "tuple", "zip"])
    .map((name) => `builtins.${name}`)
    .concat("collections.Counter", "collections.deque", "functools.reduce"),
);

const WALKING_METHODS = /^(extend|join|update|writelines)$/;

/** `for … in value`: of anything. */
export function walked(evaluator: PyEvaluator, value: PyNode | undefined, place: Place): readonly Pending[] {
  if (value === undefined) return [];
  return [{ form: "implicit", node: value, steps: [ITER], place }, ...advanced(evaluator, value, place)];
}

/** The same where only functions of the project's own count: `list(value)`, `*value`. */
export function walkedOwn(evaluator: PyEvaluator, value: PyNode | undefined, place: Place): readonly Pending[] {
  if (value === undefined || !mayIterate(evaluator, value)) return [];
  return [{ form: "implicit", node: value, steps: [ITER], onlyOwn: true, place }, ...advanced(evaluator, value, place)];
}

/** `__next__` of what `__iter__` gives; of a generator's body, which has no such method, nothing. */
function advanced(evaluator: PyEvaluator, value: PyNode, place: Place): readonly Pending[] {
  if (!mayIterate(evaluator, value) || evaluator.valueOf(value).kind === "generator") return [];
  const inLoop = { ...place, loopDepth: place.loopDepth + 1 };
  const steps = [ITER, CALL, property("__next__")];
  return [{ form: "implicit", node: value, steps, onlyOwn: true, place: inLoop }];
}

/** An object of the project's own, as far as its expression tells: an instance or what a call gives. */
function mayIterate(evaluator: PyEvaluator, node: PyNode): boolean {
  const value = evaluator.valueOf(node);
  if (value.kind === "instance" || value.kind === "generator") return true;
  const last = value.kind === "path" ? value.steps.at(-1) : undefined;
  return last !== undefined && last.kind !== "property" && mayBeOwn(toReference(value));
}

/** `with value`: it is entered, and left in the end. */
export function entered(evaluator: PyEvaluator, item: PyNode, place: Place): readonly Pending[] {
  const whole = childOf(item, "value");
  const node = whole?.type === "as_pattern" ? whole.children[0] : whole;
  if (node === undefined) return [];
  const enter: Pending = { form: "implicit", node, steps: ENTER, place };
  if (evaluator.valueOf(node).kind === "generator") return [enter];
  return [enter, { form: "implicit", node, steps: [property("__exit__")], onlyOwn: true, place }];
}

/** What a call does to its arguments because of what it is. */
export function consumed(evaluator: PyEvaluator, call: PyNode, place: Place): readonly Pending[] {
  const [callee, list] = [childOf(call, "function"), childOf(call, "arguments")];
  if (callee === undefined || list === undefined || list.children.length === 0) return [];
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  const method = name === undefined ? "" : evaluator.text(name);
  const given = list.children.filter((child) => child.type !== "comment" && child.type !== "keyword_argument");
  if (method === "enter_context")
    return given.slice(0, 1).map((node) => ({ form: "implicit", node, steps: ENTER, onlyOwn: true, place }));
  const walks = WALKING_METHODS.test(method) || WALKING.has(textOfPath(evaluator.valueOf(callee)) ?? "");
  return walks ? given.flatMap((node) => walkedOwn(evaluator, node, place)) : [];
}
