/** Conditions around a call that ask for a parameter alone: `if sync:`, `if not sync: return`, `a if sync else b`. */
import type { CallGuard } from "../../core/facts";
import type { PyEvaluator } from "./evaluate";
import { keyOf } from "./keys";
import { childOf, skipParentheses, type PyNode } from "./tree";
import { placesOfParameters } from "./wrappers";

/** What parameters have to be for `node` to be evaluated, as far as that is certain. */
export function guardsOf(evaluator: PyEvaluator, node: PyNode): readonly CallGuard[] {
  const found: CallGuard[] = [];
  const add = (condition: PyNode | undefined, holds: boolean): void => {
    const test = condition && skipParentheses(condition);
    if (test?.type === "not_operator") add(childOf(test, "argument"), !holds);
    else if (test?.type === "boolean_operator") {
      const operator = childOf(test, "operator")?.type;
      if (operator !== (holds ? "and" : "or")) return;
      add(childOf(test, "left"), holds);
      add(childOf(test, "right"), holds);
    } else if (test?.type === "identifier") {
      const guard = guardOf(evaluator, test, holds);
      if (guard !== undefined) found.push(guard);
    }
  };
  for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    switch (outer.type) {
      case "if_statement":
        // What follows is reached where neither this nor an earlier condition held.
        if (inner.field === "consequence") add(childOf(outer, "condition"), true);
        else if (inner.field === "alternative") add(childOf(outer, "condition"), false);
        break;
      case "elif_clause":
        if (inner.field === "consequence") add(childOf(outer, "condition"), true);
        break;
      case "conditional_expression": {
        const [value, condition] = outer.children;
        if (inner !== condition) add(condition, inner === value);
        break;
      }
      case "boolean_operator":
        if (inner.field === "right") add(childOf(outer, "left"), childOf(outer, "operator")?.type === "and");
        break;
      case "block":
        for (const before of outer.children) {
          if (before === inner) break;
          if (before.type === "if_statement" && isLeaving(before)) add(childOf(before, "condition"), false);
        }
        break;
      default:
    }
  }
  return found;
}

/** `if …: return`, without anything else. */
function isLeaving(statement: PyNode): boolean {
  const last = childOf(statement, "consequence")?.children.at(-1);
  const isAlone = !statement.children.some(({ field }) => field === "alternative");
  return isAlone && (last?.type === "return_statement" || last?.type === "raise_statement");
}

/** Of a parameter that nothing is assigned to. */
function guardOf(evaluator: PyEvaluator, name: PyNode, when: boolean): CallGuard | undefined {
  const text = evaluator.text(name);
  const [source, ...others] = evaluator.bindingOf(text, name)?.sources ?? [];
  if (source?.kind !== "parameter" || others.length > 0 || source.stars > 0) return undefined;
  const index = placesOfParameters(evaluator, source.of).get(text);
  const key = keyOf(source.of);
  if (index === undefined || key === undefined) return undefined;
  const omitted = truthOf(evaluator, defaultOf(source.node));
  const guard = { function: key, parameter: { index, name: text }, when };
  return omitted === undefined ? guard : { ...guard, default: omitted };
}

function defaultOf(name: PyNode): PyNode | undefined {
  const holder = name.parent?.type === "typed_parameter" ? name.parent.parent : name.parent;
  return holder !== undefined && /^(typed_)?default_parameter$/.test(holder.type)
    ? childOf(holder, "value")
    : undefined;
}

function truthOf(evaluator: PyEvaluator, node: PyNode | undefined): boolean | undefined {
  switch (node?.type) {
    case "true":
      return true;
    case "false":
    case "none":
      return false;
    case "integer":
    case "float":
      return Number(evaluator.text(node).replaceAll("_", "")) !== 0;
    case "string":
      return /^[rbu]*(""|'')$/i.test(evaluator.text(node)) ? false : undefined;
    default:
      return undefined;
  }
}
