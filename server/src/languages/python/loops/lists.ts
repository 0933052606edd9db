/** Which names are known to hold a list, and where they are bound. */
import type { Source } from "../bindings";
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";

const GIVES_LIST = /^builtins\.(list|sorted)$/;
const METHOD_GIVES_LIST = /\.(split|rsplit|splitlines|readlines|tolist|to_list)$/;
const ANNOTATES_LIST = /^["']?(?:typing\.|t\.)?[Ll]ist\b/;

/** Whether a name read at `name` surely is a list. */
export function isList(evaluator: PyEvaluator, name: PyNode): boolean {
  if (name.type !== "identifier") return false;
  const sources = evaluator.bindingOf(evaluator.text(name), name)?.sources ?? [];
  const telling = sources.filter((source) => !isSilent(source));
  return telling.length > 0 && telling.every((source) => holdsList(evaluator, source));
}

/** `x = None`, `x += …`: they don't tell. */
function isSilent(source: Source): boolean {
  if (source.kind === "value" && source.annotation === undefined)
    return source.value === undefined || source.value.type === "none";
  return source.kind === "other" && source.at.parent?.type === "augmented_assignment";
}

function holdsList(evaluator: PyEvaluator, source: Source): boolean {
  if (source.kind !== "value" && source.kind !== "parameter") return false;
  if (source.annotation !== undefined) return ANNOTATES_LIST.test(evaluator.text(source.annotation));
  return source.kind === "value" && source.value !== undefined && makesList(evaluator, source.value);
}

function makesList(evaluator: PyEvaluator, expression: PyNode): boolean {
  const node = skipParentheses(expression);
  if (node.type === "list" || node.type === "list_comprehension") return true;
  if (node.type === "subscript") {
    const [whole, index] = [childOf(node, "value"), childOf(node, "subscript")];
    return index?.type === "slice" && whole !== undefined && isList(evaluator, whole);
  }
  if (node.type === "binary_operator") {
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    return left !== undefined && right !== undefined && (makesList(evaluator, left) || makesList(evaluator, right));
  }
  const callee = node.type === "call" ? childOf(node, "function") : undefined;
  if (callee === undefined) return false;
  if (callee.type === "attribute" && METHOD_GIVES_LIST.test(evaluator.text(callee))) return true;
  return GIVES_LIST.test(textOfPath(evaluator.valueOf(callee)) ?? "");
}

/** Whether a name gets a value inside of `loop`: what it grows to there ends with each round. */
export function isBoundIn(evaluator: PyEvaluator, name: PyNode, loop: PyNode): boolean {
  const sources = evaluator.bindingOf(evaluator.text(name), name)?.sources ?? [];
  return sources.some((source) => {
    const at = "at" in source ? source.at : undefined;
    return (
      at !== undefined && loop.start <= at.start && at.end <= loop.end && at.parent?.type !== "augmented_assignment"
    );
  });
}
