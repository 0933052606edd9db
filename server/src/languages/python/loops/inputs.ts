/** What a loop goes through, for those that compare loops: its name in the text, and whether it may be large. */
import { memberOf } from "../classes";
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { onlyValue } from "./numbers";
import { positional } from "./walks";

/** Functions that go through their first argument whole. */
const WHOLE = /^builtins\.(enumerate|iter|list|reversed|set|sorted|tuple|len|range)$/;

/** `xs` of `xs`, `enumerate(xs)`, `range(len(xs))`, `xs[i + 1:]`, `xs.items()`: a name or an attribute; undefined for anything else. */
export function inputOf(evaluator: PyEvaluator, iterable: PyNode): PyNode | undefined {
  const node = skipParentheses(iterable);
  switch (node.type) {
    case "identifier":
      return node;
    case "attribute":
      return /^[\w.]+$/.test(evaluator.text(node)) ? node : undefined;
    case "subscript": {
      const [whole, index] = [childOf(node, "value"), childOf(node, "subscript")];
      return index?.type === "slice" && whole !== undefined && isOpen(evaluator, index)
        ? inputOf(evaluator, whole)
        : undefined;
    }
    case "call": {
      const callee = childOf(node, "function");
      if (callee === undefined) return undefined;
      const given = positional(node);
      if (callee.type === "attribute") {
        const [object, name] = [childOf(callee, "object"), childOf(callee, "attribute")];
        const isView =
          name !== undefined && /^(items|keys|values|copy)$/.test(evaluator.text(name)) && given.length === 0;
        return isView && object !== undefined ? inputOf(evaluator, object) : undefined;
      }
      const path = textOfPath(evaluator.valueOf(callee)) ?? "";
      const argument = path === "builtins.range" ? given[given.length > 1 ? 1 : 0] : given[0];
      if (!WHOLE.test(path) || argument === undefined) return undefined;
      return path === "builtins.range" && !isLength(evaluator, argument) ? undefined : inputOf(evaluator, argument);
    }
    default:
      return undefined;
  }
}

function isLength(evaluator: PyEvaluator, node: PyNode): boolean {
  return /^len\s*\(/.test(evaluator.text(node));
}

/** `[i + 1:]`, `[1:]`: all but a few, as far as anybody knows. */
function isOpen(evaluator: PyEvaluator, slice: PyNode): boolean {
  return /:\s*$/.test(evaluator.text(slice));
}

/** Whether an input may have any number of elements: no constant, no literal, no class of constants. */
export function isUnbounded(evaluator: PyEvaluator, input: PyNode): boolean {
  const last = /\w+$/.exec(evaluator.text(input))?.[0] ?? "";
  // By custom, what doesn't change is written in capitals.
  if (/^_*[A-Z][A-Z\d_]*$/.test(last)) return false;
  if (input.type === "attribute") {
    const [object, name] = [childOf(input, "object"), childOf(input, "attribute")];
    if (object === undefined || name === undefined) return false;
    return memberOf(evaluator, evaluator.valueOf(object), evaluator.text(name)).kind !== "class";
  }
  const sources = evaluator.bindingOf(last, input)?.sources ?? [];
  // What is imported is data of a module, or a class.
  if (sources.length === 0 || sources.some(({ kind }) => kind === "import" || kind === "class")) return false;
  const value = onlyValue(evaluator, input);
  if (value === undefined) return true;
  return !isFixed(evaluator, value) && !isNamedElsewhere(evaluator, value);
}

/** A literal, or one of the functions that leave its size as it is. An empty one grows. */
function isFixed(evaluator: PyEvaluator, expression: PyNode): boolean {
  const node = skipParentheses(expression);
  if (/^(list|tuple|set|dictionary|string|concatenated_string)$/.test(node.type))
    return node.children.length > 0 && !node.children.some(({ type }) => /_splat$/.test(type));
  if (
    node.type === "list_comprehension" ||
    node.type === "set_comprehension" ||
    node.type === "dictionary_comprehension"
  ) {
    const clauses = node.children.filter(({ type }) => type === "for_in_clause");
    return clauses.every((clause) => {
      const right = childOf(clause, "right");
      return right !== undefined && isFixed(evaluator, right);
    });
  }
  if (node.type !== "call") return false;
  const callee = childOf(node, "function");
  const path = callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
  const [argument] = positional(node);
  if (path === "builtins.range") return argument !== undefined && !evaluator.text(argument).includes("len");
  return WHOLE.test(path) && argument !== undefined && isFixed(evaluator, argument);
}

/** `columns = COLUMNS`. */
function isNamedElsewhere(evaluator: PyEvaluator, value: PyNode): boolean {
  const node = skipParentheses(value);
  return /^(identifier|attribute)$/.test(node.type) && !isUnbounded(evaluator, node);
}
