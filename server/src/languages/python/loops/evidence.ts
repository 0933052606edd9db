/**
 * Which iterables the text shows to come from outside, in any number: what a function is given, what was waited for, what was
 * parsed, the lines of a text. What else has no known size may be short: attributes of `self`, keys of a dictionary, elements.
 */
import type { Source } from "../bindings";
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, childOfType, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { onlyValue } from "./numbers";
import { positional } from "./walks";

const DEEPEST = 6;

/** Attributes of a parameter that are still input: `request.body.rows`. */
const MOST_MEMBERS = 2;

/** Functions that give what they are given, or its elements. */
const PASSING = /^builtins\.(enumerate|filter|frozenset|iter|len|list|map|range|reversed|set|sorted|tuple)$/;
const PARSING = /^(json|orjson|ujson|csv)\.(loads?|reader|DictReader)$/;

/** Whether what is gone through is input. */
export function isInput(evaluator: PyEvaluator, iterable: PyNode, depth = 0): boolean {
  const node = skipParentheses(iterable);
  if (depth > DEEPEST) return false;
  switch (node.type) {
    case "identifier":
      return (evaluator.bindingOf(evaluator.text(node), node)?.sources ?? []).some((source) =>
        isInputSource(evaluator, source, node, depth),
      );
    case "attribute":
      return isMember(evaluator, node, depth);
    case "await":
      return !/^asyncio\.gather$/.test(pathOfCall(evaluator, node.children[0]) ?? "");
    case "subscript": {
      const whole = childOf(node, "value");
      return (
        childOf(node, "subscript")?.type === "slice" && whole !== undefined && isInput(evaluator, whole, depth + 1)
      );
    }
    case "binary_operator":
      return [childOf(node, "left"), childOf(node, "right")].some(
        (side) => side !== undefined && isInput(evaluator, side, depth + 1),
      );
    case "call":
      return isInputCall(evaluator, node, depth);
    default: {
      const clause = isComprehension(node) ? childOfType(node, "for_in_clause") : undefined;
      const right = clause && childOf(clause, "right");
      return right !== undefined && isInput(evaluator, right, depth + 1);
    }
  }
}

function isInputCall(evaluator: PyEvaluator, call: PyNode, depth: number): boolean {
  const path = pathOfCall(evaluator, call) ?? "";
  if (PARSING.test(path) || isLines(evaluator, call)) return true;
  const given = positional(call);
  // `map(f, rows)`, `range(1, len(rows))`
  const argument = /\.(filter|map|range)$/.test(path) ? (given[1] ?? given[0]) : given[0];
  return PASSING.test(path) && argument !== undefined && isInput(evaluator, argument, depth + 1);
}

/** `data.rows`, `request.body.rows`. */
function isMember(evaluator: PyEvaluator, attribute: PyNode, depth: number): boolean {
  let object: PyNode | undefined = attribute;
  let members = 0;
  for (; object?.type === "attribute"; members++) object = childOf(object, "object");
  return object?.type === "identifier" && members <= MOST_MEMBERS && isInput(evaluator, object, depth + 1);
}

function isInputSource(evaluator: PyEvaluator, source: Source, name: PyNode, depth: number): boolean {
  switch (source.kind) {
    case "parameter":
      return source.of.type === "function_definition" && !isSelf(source);
    case "value": {
      if (source.value === undefined) return false;
      const isEmpty = source.value.type === "list" && source.value.children.length === 0;
      return isEmpty ? growsByInput(evaluator, source.at, name, depth) : isInput(evaluator, source.value, depth + 1);
    }
    case "part":
      return isInput(evaluator, source.value, depth + 1);
    default:
      return false;
  }
}

/** The first parameter of what stands in a class. */
function isSelf({ index, of }: Extract<Source, { kind: "parameter" }>): boolean {
  let { parent } = of;
  if (parent?.type === "decorated_definition") ({ parent } = parent);
  return index === 0 && parent?.parent?.type === "class_definition";
}

/** `items = []`, and `items.append(row.item)` in a loop over input. */
function growsByInput(evaluator: PyEvaluator, at: PyNode, name: PyNode, depth: number): boolean {
  const text = evaluator.text(name);
  const grows = (node: PyNode, isInLoop: boolean): boolean => {
    const callee = node.type === "call" ? childOf(node, "function") : undefined;
    if (isInLoop && callee !== undefined && evaluator.text(callee) === `${text}.append`) return true;
    const right = node.type === "for_statement" ? childOf(node, "right") : undefined;
    const isLoop = right !== undefined && evaluator.text(right) !== text && isInput(evaluator, right, depth + 1);
    return node.children.some((child) => grows(child, isInLoop || (isLoop && child.field === "body")));
  };
  let block: PyNode = at;
  while (block.parent !== undefined && block.type !== "function_definition") block = block.parent;
  return grows(block, false);
}

/** Whether it surely is so long that a search in it for each of its elements takes long: the lines of a file. */
export function isLarge(evaluator: PyEvaluator, iterable: PyNode, depth = 0): boolean {
  const node = skipParentheses(iterable);
  if (depth > DEEPEST) return false;
  if (node.type === "identifier") {
    const value = onlyValue(evaluator, node);
    return value !== undefined && isLarge(evaluator, value, depth + 1);
  }
  if (node.type !== "call") return false;
  if (isLines(evaluator, node)) {
    const callee = childOf(node, "function");
    const object = callee && childOf(callee, "object");
    return object !== undefined && isRead(evaluator, object, depth);
  }
  const [argument] = positional(node);
  const isPassed = PASSING.test(pathOfCall(evaluator, node) ?? "");
  return isPassed && argument !== undefined && isLarge(evaluator, argument, depth + 1);
}

/** `text.splitlines()`, `text.split("\n")`, `file.readlines()`. */
function isLines(evaluator: PyEvaluator, call: PyNode): boolean {
  const method = methodOf(evaluator, call);
  if (method === "splitlines" || method === "readlines") return true;
  const [separator] = positional(call);
  return method === "split" && separator !== undefined && evaluator.text(separator).includes("\\n");
}

/** A file, or the text that one holds. */
function isRead(evaluator: PyEvaluator, expression: PyNode, depth: number): boolean {
  const node = skipParentheses(expression);
  if (depth > DEEPEST) return false;
  if (node.type === "await") return node.children[0] !== undefined && isRead(evaluator, node.children[0], depth + 1);
  if (node.type === "identifier") {
    const sources = evaluator.bindingOf(evaluator.text(node), node)?.sources ?? [];
    return sources.some((source) => {
      const value = source.kind === "value" || source.kind === "entered" ? source.value : undefined;
      return value !== undefined && isRead(evaluator, value, depth + 1);
    });
  }
  if (node.type !== "call") return false;
  if (/^(builtins|aiofiles|anyio)\.(open|open_file)$/.test(pathOfCall(evaluator, node) ?? "")) return true;
  const method = methodOf(evaluator, node);
  if (method === "read_text") return true;
  const callee = childOf(node, "function");
  const object = callee && childOf(callee, "object");
  return method !== undefined && /^(read|strip|decode)$/.test(method) && object !== undefined
    ? isRead(evaluator, object, depth + 1)
    : false;
}

function methodOf(evaluator: PyEvaluator, call: PyNode): string | undefined {
  const callee = childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
  return name && evaluator.text(name);
}

function pathOfCall(evaluator: PyEvaluator, node: PyNode | undefined): string | undefined {
  const callee = node?.type === "call" ? childOf(node, "function") : undefined;
  return callee && textOfPath(evaluator.valueOf(callee));
}
