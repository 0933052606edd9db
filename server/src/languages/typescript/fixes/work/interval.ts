/**
 * How often a loop looks at the clock. Looking costs 40 ns (Node.js 20, x64), so a loop of which one iteration takes less than ten
 * times that looks each 2^k iterations, and a slice stays far below 8 ms.
 */
import { ts } from "ts-morph";
import { resolveName } from "../../scopes";
import { isFunction } from "../../functions";
import { ownNodes } from "./find";

/** Between two looks: even if the estimate is fifty times too low, a slice ends in time. */
const NANOSECONDS_BETWEEN = 150_000;
/** From here on looking at the clock each time is lost in the work. */
const LONG_ITERATION = 500;
/** Between two looks where an iteration goes through something, or calls what may. */
const FEW = 16;
/** Where all that it calls are functions of this file without loops and calls. */
const SOME = 64;
const MOST = 65_536;

/** Methods and functions of the language whose time doesn't depend on how much there is to go through. */
const CONSTANT_TIME =
  /^(abs|acos|add|asin|at|atan|atan2|cbrt|ceil|charAt|charCodeAt|clz32|codePointAt|cos|delete|exp|floor|fromCharCode|get|has|hypot|imul|isFinite|isInteger|isNaN|isSafeInteger|log|log10|log1p|log2|max|min|now|pop|pow|push|random|round|set|sign|sin|sqrt|tan|tanh|toFixed|trunc)$/;
const CONSTANT_TIME_GLOBALS = /^(BigInt|Boolean|Number|String|isFinite|isNaN|parseFloat|parseInt)$/;

/** A power of two: after how many iterations the clock is looked at. `each`: nanoseconds of one, by its operations. */
export function intervalOf(body: ts.Node, each: number, isQuadratic: boolean): number {
  if (each >= LONG_ITERATION || isQuadratic) return 1;
  const byCost = 2 ** Math.floor(Math.log2(NANOSECONDS_BETWEEN / Math.max(each, 1)));
  return Math.min(byCost, MOST, mostByCalls(body));
}

function mostByCalls(body: ts.Node): number {
  let most = MOST;
  for (const node of ownNodes(body)) {
    if (ts.isIterationStatement(node, false) || ts.isSpreadElement(node)) most = Math.min(most, FEW);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) most = Math.min(most, mostByCall(node));
  }
  return most;
}

function mostByCall(call: ts.CallExpression | ts.NewExpression): number {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression)) return CONSTANT_TIME.test(expression.name.text) ? MOST : FEW;
  if (!ts.isIdentifier(expression)) return FEW;
  const declaration = resolveName(expression.text, expression)?.declarations?.[0];
  if (declaration === undefined) return CONSTANT_TIME_GLOBALS.test(expression.text) ? MOST : FEW;
  const function_ =
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? declaration.initializer
      : declaration;
  return isFunction(function_) && isSimple(function_) ? SOME : FEW;
}

function isSimple(function_: ts.Node): boolean {
  for (const node of ownNodes(function_))
    if (ts.isIterationStatement(node, false) || ts.isCallExpression(node) || ts.isNewExpression(node)) return false;
  return true;
}
