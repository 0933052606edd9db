/** What a function is given to, where it depends on that when it runs. */
import { ts } from "ts-morph";
import type { GivenTo } from "../../core/facts";
import type { OneReference, References } from "./references";
import { isNodeModule } from "./nodeModules";

/** Whether a reference may lead to code of the project or of a package. */
export function mayBeOurs(reference: OneReference): boolean {
  if (reference.kind === "unknown" || reference.root.kind === "global") return false;
  return reference.root.kind !== "module" || !isNodeModule(reference.root.specifier);
}

/** The parameter that `argument` of `call` is given to; undefined where that can't be a function of ours. */
export function givenTo(
  references: References,
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Expression,
): GivenTo | undefined {
  const list = call.arguments ?? ([] as readonly ts.Expression[]);
  const index = list.indexOf(argument);
  if (index < 0 || list.slice(0, index).some(ts.isSpreadElement)) return undefined;
  const callee = references.of(references.evaluator.calleeOf(call));
  if (!mayBeOurs(callee)) return undefined;
  const isNew = ts.isNewExpression(call) || call.expression.kind === ts.SyntaxKind.SuperKeyword;
  return { callee, form: isNew ? "new" : "call", argument: index };
}

/** The parameter that a function expression, written as an argument, is given to. */
export function functionGivenTo(references: References, node: ts.Node): GivenTo | undefined {
  const call = argumentOf(node);
  return call && givenTo(references, call.call, call.argument);
}

/** The call that a function expression is written in as an argument. */
export function argumentOf(
  node: ts.Node,
): { readonly call: ts.CallExpression | ts.NewExpression; readonly argument: ts.Expression } | undefined {
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return undefined;
  let inner: ts.Expression = node;
  while (ts.isParenthesizedExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isCall && parent.expression !== inner ? { call: parent, argument: inner } : undefined;
}
