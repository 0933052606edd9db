/** Code that the caller, a setting or an error chooses: in a library nobody knows whether it runs. */
import type { Binding } from "./scopes";
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, skipParentheses, type PyNode } from "./tree";

/** Names that were looked into, by what binds them: each once for its own value, and once for what it holds. */
interface Seen {
  readonly names: Set<Binding["sources"]>;
  readonly objects: Set<Binding["sources"]>;
}

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
  return condition !== undefined && isChoice(evaluator, condition, { names: new Set(), objects: new Set() });
}

/** Asks for a parameter, for an attribute of one (`self.verify`) or for the environment; what calls anything else doesn't. */
function isChoice(evaluator: PyEvaluator, condition: PyNode, seen: Seen): boolean {
  const node = skipParentheses(condition);
  switch (node.type) {
    case "not_operator":
    case "boolean_operator":
    case "comparison_operator":
      return node.children.some((child) => isChoice(evaluator, child, seen));
    case "identifier":
      return isGivenName(evaluator, node, seen, false);
    case "attribute":
    case "subscript":
      return isGiven(evaluator, node, seen);
    case "call":
      return isQuestion(evaluator, node, seen);
    default:
      return false;
  }
}

/** `isinstance(value, str)`, `options.get("stream")`, `os.environ.get("DEBUG")`. */
function isQuestion(evaluator: PyEvaluator, call: PyNode, seen: Seen): boolean {
  const callee = childOf(call, "function");
  const list = childOf(call, "arguments")?.children ?? [];
  if (callee === undefined) return false;
  const text = evaluator.text(callee);
  if (/^os\.(getenv|environ\.get)$/.test(text)) return true;
  if (callee.type === "identifier")
    return ASKS.test(text) && list.some((argument) => isGiven(evaluator, argument, seen));
  const object = callee.type === "attribute" && text.endsWith(".get") ? childOf(callee, "object") : undefined;
  return object !== undefined && isGiven(evaluator, object, seen);
}

function isGiven(evaluator: PyEvaluator, expression: PyNode, seen: Seen): boolean {
  const node = skipParentheses(expression);
  const inner = node.type === "attribute" ? childOf(node, "object") : childOf(node, "value");
  if (node.type === "attribute" || node.type === "subscript") {
    return inner !== undefined && (evaluator.text(inner) === "os.environ" || isGiven(evaluator, inner, seen));
  }
  return node.type === "identifier" && isGivenName(evaluator, node, seen, true);
}

function isGivenName(evaluator: PyEvaluator, node: PyNode, seen: Seen, isObject: boolean): boolean {
  const sources = evaluator.bindingOf(evaluator.text(node), node)?.sources ?? [];
  const known = isObject ? seen.objects : seen.names;
  if (known.has(sources)) return false;
  known.add(sources);
  return sources.some((source) => {
    if (source.kind === "parameter") return true;
    if (source.kind !== "value" || source.value === undefined) return false;
    const { value } = source;
    if (isChoice(evaluator, value, seen)) return true;
    return isObject && value.type === "call" && mentionsGiven(evaluator, value, seen);
  });
}

/** `{**defaults, **options}`, `merge(options)`. */
function mentionsGiven(evaluator: PyEvaluator, node: PyNode, seen: Seen): boolean {
  return [...descendants(node)].some(
    (inner) => inner.type === "identifier" && inner.field !== "attribute" && isGivenName(evaluator, inner, seen, true),
  );
}
