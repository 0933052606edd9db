/** Code that runs once in a process, because it keeps what it made: lazily made settings, clients, loggers. */
import { isOnce } from "./decorators";
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, type PyNode } from "./tree";

/** A function without parameters that keeps its result: `@cache`, `@lru_cache`. */
export function keepsResult(evaluator: PyEvaluator, definition: PyNode): boolean {
  const parameters = childOf(definition, "parameters")?.children ?? [];
  return parameters.every(({ type }) => type === "comment") && isOnce(evaluator, definition);
}

/** `if _settings is None:` or `if not _settings:`, where the body sets that variable of the module. */
export function fillsOnce(evaluator: PyEvaluator, statement: PyNode): boolean {
  const condition = childOf(statement, "condition");
  const name = condition === undefined ? undefined : missing(evaluator, condition);
  const function_ = definitionAround(statement);
  const body = childOf(statement, "consequence");
  if (name === undefined || function_ === undefined || body === undefined) return false;
  return isGlobal(evaluator, function_, name) && sets(evaluator, body, name);
}

/** The name that a condition finds missing. */
function missing(evaluator: PyEvaluator, condition: PyNode): string | undefined {
  const text = evaluator.text(condition);
  return /^(\w+)\s+is\s+None$/.exec(text)?.[1] ?? /^not\s+(\w+)$/.exec(text)?.[1];
}

function definitionAround(node: PyNode): PyNode | undefined {
  let { parent } = node;
  while (parent !== undefined && parent.type !== "function_definition" && parent.type !== "lambda")
    ({ parent } = parent);
  return parent;
}

function isGlobal(evaluator: PyEvaluator, function_: PyNode, name: string): boolean {
  return [...descendants(function_)].some(
    (node) => node.type === "global_statement" && node.children.some((child) => evaluator.text(child) === name),
  );
}

function sets(evaluator: PyEvaluator, body: PyNode, name: string): boolean {
  return [...descendants(body)].some((node) => {
    const left = node.type === "assignment" ? childOf(node, "left") : undefined;
    return left !== undefined && evaluator.text(left) === name;
  });
}
