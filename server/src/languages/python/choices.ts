/** Code that the caller, a setting or an error chooses: in a library nobody knows whether it runs. */
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, skipParentheses, type PyNode } from "./tree";

/** A chain of assignments is as long as somebody writes it by hand. */
const MOST_STEPS = 5;

/** Calls that only ask what a value is. */
const ASKS = /^(isinstance|hasattr|getattr|callable|bool|len|type)$/;

/** Whether the children of `node` in these fields run only as something outside of the function says. */
export function chosenFields(evaluator: PyEvaluator, node: PyNode): readonly string[] {
  switch (node.type) {
    case "if_statement":
    case "elif_clause":
      return asks(evaluator, childOf(node, "condition")) ? ["consequence", "alternative"] : [];
    case "match_statement":
      return asks(evaluator, childOf(node, "subject")) ? ["body"] : [];
    case "boolean_operator":
      return asks(evaluator, childOf(node, "left")) ? ["right"] : [];
    default:
      return [];
  }
}

/** `a if flag else b`, whose parts have no names. */
export function isChosenExpression(evaluator: PyEvaluator, node: PyNode): boolean {
  return node.type === "conditional_expression" && asks(evaluator, node.children[1]);
}

function asks(evaluator: PyEvaluator, condition: PyNode | undefined): boolean {
  return condition !== undefined && isChoice(evaluator, condition, 0);
}

/** Asks for a parameter, for an attribute of one (`self.verify`) or for the environment; what calls anything else doesn't. */
function isChoice(evaluator: PyEvaluator, condition: PyNode, steps: number): boolean {
  const node = skipParentheses(condition);
  if (steps > MOST_STEPS) return false;
  switch (node.type) {
    case "not_operator":
    case "boolean_operator":
    case "comparison_operator":
      return node.children.some((child) => isChoice(evaluator, child, steps));
    case "identifier":
      return isGivenName(evaluator, node, steps, false);
    case "attribute":
    case "subscript":
      return isGiven(evaluator, node, steps);
    case "call":
      return isQuestion(evaluator, node, steps);
    default:
      return false;
  }
}

/** `isinstance(value, str)`, `options.get("stream")`, `os.environ.get("DEBUG")`. */
function isQuestion(evaluator: PyEvaluator, call: PyNode, steps: number): boolean {
  const callee = childOf(call, "function");
  const list = childOf(call, "arguments")?.children ?? [];
  if (callee === undefined) return false;
  const text = evaluator.text(callee);
  if (/^os\.(getenv|environ\.get)$/.test(text)) return true;
  if (callee.type === "identifier")
    return ASKS.test(text) && list.some((argument) => isGiven(evaluator, argument, steps));
  const object = callee.type === "attribute" && text.endsWith(".get") ? childOf(callee, "object") : undefined;
  return object !== undefined && isGiven(evaluator, object, steps);
}

function isGiven(evaluator: PyEvaluator, expression: PyNode, steps: number): boolean {
  const node = skipParentheses(expression);
  const inner = node.type === "attribute" ? childOf(node, "object") : childOf(node, "value");
  if (node.type === "attribute" || node.type === "subscript") {
    return inner !== undefined && (evaluator.text(inner) === "os.environ" || isGiven(evaluator, inner, steps));
  }
  return node.type === "identifier" && isGivenName(evaluator, node, steps, true);
}

function isGivenName(evaluator: PyEvaluator, node: PyNode, steps: number, isObject: boolean): boolean {
  const binding = evaluator.bindingOf(evaluator.text(node), node);
  return (binding?.sources ?? []).some((source) => {
    if (source.kind === "parameter") return true;
    if (source.kind !== "value" || source.value === undefined) return false;
    const { value } = source;
    if (isChoice(evaluator, value, steps + 1)) return true;
    return isObject && value.type === "call" && mentionsGiven(evaluator, value, steps + 1);
  });
}

/** `{**defaults, **options}`, `merge(options)`. */
function mentionsGiven(evaluator: PyEvaluator, node: PyNode, steps: number): boolean {
  if (steps > MOST_STEPS) return false;
  return [...descendants(node)].some(
    (inner) => inner.type === "identifier" && inner.field !== "attribute" && isGivenName(evaluator, inner, steps, true),
  );
}
