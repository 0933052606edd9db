/** What gives the time, and what has to wait for it. */
import { ts } from "ts-morph";
import type { Evaluator } from "../evaluate";
import { isAssignment, resolveName } from "../scopes";
import { pathText } from "../values";
import { someOwn, visitOwn } from "./loop";

/** `Date.now()`, `performance.now()`, `process.hrtime()` and so on; a new `Date` without arguments. */
const CLOCKS =
  /^(Date\.now|(perf_hooks\.)?performance\.now|(process\.|process\.default\.)?hrtime(\.bigint)?|(process\.)?uptime|process\.process\.hrtime(\.bigint)?|Bun\.nanoseconds)$/;

/** Their last names: most calls have others, and needn't be resolved. */
const NAMES: ReadonlySet<string> = new Set(["now", "hrtime", "bigint", "uptime", "nanoseconds", "Date"]);

export function isClock(evaluator: Evaluator, node: ts.Node): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  if (!ts.isIdentifier(name) || (node.arguments?.length ?? 0) > (name.text === "hrtime" ? 1 : 0)) return false;
  if (!NAMES.has(name.text)) return false;
  const path = pathText(evaluator.calleeOf(node));
  if (path === undefined) return false;
  return ts.isNewExpression(node) ? path === "Date" : CLOCKS.test(path);
}

/** Whether evaluating it asks for the time. */
export function readsClock(evaluator: Evaluator, expression: ts.Node): boolean {
  return someOwn(expression, (node) => isClock(evaluator, node));
}

/** Whether a condition depends on the time, itself or by a variable that `within` sets by a clock. */
export function dependsOnClock(evaluator: Evaluator, condition: ts.Expression, within: ts.Node): boolean {
  if (readsClock(evaluator, condition)) return true;
  const names = new Set<ts.Symbol>();
  visitOwn(condition, (node) => {
    const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
    if (symbol !== undefined) names.add(symbol);
    return true;
  });
  return names.size > 0 && setByClock(evaluator, within, names);
}

function setByClock(evaluator: Evaluator, within: ts.Node, names: ReadonlySet<ts.Symbol>): boolean {
  return someOwn(within, (node) => {
    const isSet = ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind);
    const name = isSet ? node.left : ts.isVariableDeclaration(node) ? node.name : undefined;
    const value = isSet ? node.right : ts.isVariableDeclaration(node) ? node.initializer : undefined;
    if (name === undefined || value === undefined || !ts.isIdentifier(name)) return false;
    const symbol = resolveName(name.text, name);
    return symbol !== undefined && names.has(symbol) && readsClock(evaluator, value);
  });
}
