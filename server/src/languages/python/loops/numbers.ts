/** Numbers that literals tell: `10_000_000`, `10 ** 7`, `int(1e6)`, and names that are bound to such a number once. */
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";

/** Names that stand for other names are followed so far. */
const MOST_NAMES = 5;

/** The number that an expression is; undefined where literals don't tell. */
export function numberOf(evaluator: PyEvaluator, expression: PyNode, names = 0): number | undefined {
  const node = skipParentheses(expression);
  switch (node.type) {
    case "integer":
    case "float": {
      const number = Number(evaluator.text(node).replaceAll("_", ""));
      return Number.isFinite(number) ? number : undefined;
    }
    case "unary_operator": {
      const argument = childOf(node, "argument");
      const number = argument === undefined ? undefined : numberOf(evaluator, argument, names);
      return number !== undefined && evaluator.text(node).startsWith("-") ? -number : undefined;
    }
    case "binary_operator": {
      const [left, right] = [childOf(node, "left"), childOf(node, "right")].map((side) =>
        side === undefined ? undefined : numberOf(evaluator, side, names),
      );
      return left === undefined || right === undefined
        ? undefined
        : calculated(childOf(node, "operator")?.type ?? "", left, right);
    }
    case "call": {
      const callee = childOf(node, "function");
      const [argument] = childOf(node, "arguments")?.children ?? [];
      const isInt = callee !== undefined && textOfPath(evaluator.valueOf(callee)) === "builtins.int";
      const number = isInt && argument !== undefined ? numberOf(evaluator, argument, names) : undefined;
      return number === undefined ? undefined : Math.trunc(number);
    }
    case "identifier": {
      const value = names < MOST_NAMES ? onlyValue(evaluator, node) : undefined;
      return value === undefined ? undefined : numberOf(evaluator, value, names + 1);
    }
    default:
      return undefined;
  }
}

/** What a name is bound to, where that happens once. */
export function onlyValue(evaluator: PyEvaluator, name: PyNode): PyNode | undefined {
  const [source, ...others] = evaluator.bindingOf(evaluator.text(name), name)?.sources ?? [];
  return source?.kind === "value" && others.length === 0 ? source.value : undefined;
}

function calculated(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "**":
      return left ** right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "//":
      return right === 0 ? undefined : Math.floor(left / right);
    case "<<":
      return left * 2 ** right;
    default:
      return undefined;
  }
}
