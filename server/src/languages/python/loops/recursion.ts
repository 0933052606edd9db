/** Functions that call themselves several times each time with a smaller number, and keep no results. */
import { isOnce, hasDecorators } from "../decorators";
import type { PyEvaluator } from "../evaluate";
import { childOf, childOfType, descendants, type PyNode } from "../tree";
import { placesOfParameters } from "../wrappers";
import { positional } from "./walks";

/** The calls of itself that a `def` makes each time, `fib(n - 1) + fib(n - 2)`; fewer than two where it isn't exponential. */
export function exponentialCalls(evaluator: PyEvaluator, definition: PyNode): readonly PyNode[] {
  const [name, body] = [childOf(definition, "name"), childOf(definition, "body")];
  if (name === undefined || body === undefined || childOfType(definition, "async") !== undefined) return [];
  const own = evaluator.text(name);
  const text = evaluator.text(body);
  if (text.split(`${own}(`).length < 3) return [];
  const parameters = new Set(placesOfParameters(evaluator, definition).keys());
  const calls = [...descendants(body)].filter(
    (node) =>
      node.type === "call" && isSmaller(evaluator, node, parameters) && callsItself(evaluator, node, definition),
  );
  if (calls.length < 2 || keepsResults(evaluator, definition, body, parameters)) return [];
  const [first, ...others] = calls;
  return first === undefined ? [] : [first, ...others.filter((other) => runsToo(first, other, definition))];
}

function callsItself(evaluator: PyEvaluator, call: PyNode, definition: PyNode): boolean {
  const callee = childOf(call, "function");
  const value = callee === undefined ? undefined : evaluator.valueOf(callee);
  return value?.kind === "function" && value.node === definition;
}

/** It is given a number parameter, less something. */
function isSmaller(evaluator: PyEvaluator, call: PyNode, parameters: ReadonlySet<string>): boolean {
  return positional(call).some((argument) => {
    const [left, right] = [childOf(argument, "left"), childOf(argument, "right")];
    return (
      argument.type === "binary_operator" &&
      childOf(argument, "operator")?.type === "-" &&
      left !== undefined &&
      right?.type === "integer" &&
      parameters.has(evaluator.text(left))
    );
  });
}

/** A decorator that keeps them, or a table that is looked into or filled by a parameter. */
function keepsResults(
  evaluator: PyEvaluator,
  definition: PyNode,
  body: PyNode,
  parameters: ReadonlySet<string>,
): boolean {
  if (isOnce(evaluator, definition) || hasDecorators(evaluator, definition)) return true;
  const mentions = (node: PyNode | undefined): boolean =>
    node !== undefined &&
    [...descendants(node)].some(
      ({ type, start, end }) => type === "identifier" && parameters.has(evaluator.file.text.slice(start, end)),
    );
  return [...descendants(body)].some((node) => {
    if (node.type === "comparison_operator")
      return node.children.some(({ type }) => type === "in" || type === "not in") && mentions(node.children[0]);
    if (node.type === "call")
      return (
        /\.(get|setdefault)$/.test(evaluator.text(childOf(node, "function") ?? node)) &&
        mentions(childOf(node, "arguments"))
      );
    const target = node.type === "assignment" ? childOf(node, "left") : undefined;
    return target?.type === "subscript";
  });
}

/** Both run, whichever way the function goes: no condition stands between one of them and what holds both. */
function runsToo(first: PyNode, second: PyNode, definition: PyNode): boolean {
  const around = new Set<PyNode>();
  for (let node: PyNode | undefined = first; node !== undefined && node !== definition; node = node.parent)
    around.add(node);
  let common: PyNode | undefined = second;
  for (; common !== undefined && !around.has(common); common = common.parent) if (isConditional(common)) return false;
  for (let node: PyNode | undefined = first; node !== undefined && node !== common; node = node.parent)
    if (isConditional(node)) return false;
  return !/^(conditional_expression|boolean_operator|if_statement|match_statement)$/.test(common?.type ?? "");
}

/** What it stands in runs under a condition. */
function isConditional({ type, field, parent }: PyNode): boolean {
  if (/^(if_clause|elif_clause|else_clause|except_clause|case_clause|lambda)$/.test(type)) return true;
  const around = parent?.type ?? "";
  if (around === "if_statement") return field !== "condition";
  return around === "conditional_expression" || around === "boolean_operator" || /^function_definition$/.test(type);
}
