/** Callbacks that run where they stand. */
import { ts } from "ts-morph";
import { callbackUse } from "../callbacks";
import type { Evaluator } from "../evaluate";
import type { FunctionNode } from "../values";

/** The call that runs a function expression for each element, or once on the spot. */
export function inlineCall(evaluator: Evaluator, node: FunctionNode): ts.CallExpression | undefined {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  let argument: ts.Expression = node;
  while (ts.isParenthesizedExpression(argument.parent)) argument = argument.parent;
  const { parent } = argument;
  if (!ts.isCallExpression(parent)) return undefined;
  if (parent.expression === argument) return parent;
  return callbackUse(evaluator, parent, argument).placement === "inline" ? parent : undefined;
}
