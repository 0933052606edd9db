/** Whether an object that a function makes is used by that function alone. */
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";

/** Methods that give data, not something that goes on working with the connection. */
const GIVES_DATA = /^(close|commit|executescript|fetch\w*|rollback)$/;
/** What makes data of all that it runs through. */
const CONSUMERS = /^(all|any|dict|frozenset|len|list|max|min|next|set|sorted|sum|tuple)$/;

/** True when the value of `node` is neither returned nor given to anybody, and neither is what is got from it. */
export function staysIn(evaluator: PyEvaluator, function_: PyNode, node: PyNode, seen = new Set<string>()): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case "expression_statement":
    case "for_statement":
    case "for_in_clause":
    case "subscript":
      return true;
    case "parenthesized_expression":
    case "with_item":
      return parent.type === "with_item" || staysIn(evaluator, function_, parent, seen);
    case "attribute": {
      const call = parent.parent;
      if (call?.type !== "call" || parent.field !== "function") return true;
      const name = childOf(parent, "attribute");
      return (name !== undefined && GIVES_DATA.test(evaluator.text(name))) || staysIn(evaluator, function_, call, seen);
    }
    case "argument_list":
      return staysInCall(evaluator, function_, parent.parent, seen);
    case "as_pattern": {
      const alias = childOf(parent, "alias")?.children[0];
      return alias?.type === "identifier" && usesStay(evaluator, function_, alias, seen);
    }
    case "assignment": {
      const left = childOf(parent, "left");
      return node.field === "right" && left?.type === "identifier" && usesStay(evaluator, function_, left, seen);
    }
    default:
      return false;
  }
}

function staysInCall(evaluator: PyEvaluator, function_: PyNode, call: PyNode | undefined, seen: Set<string>): boolean {
  const callee = call === undefined ? undefined : childOf(call, "function");
  if (call === undefined || callee === undefined) return false;
  const path = textOfPath(evaluator.valueOf(callee)) ?? "";
  if (path === "contextlib.closing") return staysIn(evaluator, function_, call, seen);
  return path.startsWith("builtins.") && CONSUMERS.test(path.slice("builtins.".length));
}

function usesStay(evaluator: PyEvaluator, function_: PyNode, name: PyNode, seen: Set<string>): boolean {
  const text = evaluator.text(name);
  const scope = evaluator.bindingOf(text, name)?.scope;
  if (scope?.node !== function_ || scope.outer.has(text)) return false;
  if (seen.has(text)) return true;
  seen.add(text);
  for (const use of descendants(function_)) {
    if (use.type !== "identifier" || evaluator.text(use) !== text || use.field === "attribute") continue;
    if (evaluator.bindingOf(text, use)?.scope !== scope) continue;
    const isStore = use.field === "left" || use.parent?.type === "as_pattern_target";
    if (!isStore && !staysIn(evaluator, function_, use, seen)) return false;
  }
  return true;
}
