/** What goes to a worker: a statement, or an expression whose value is wanted; and what in its form can't go. */
import { ts } from "ts-morph";
import { placementOf } from "../../../callbacks";
import type { Evaluator } from "../../../evaluate";
import { isFunction } from "../../../functions";
import { resolveName } from "../../../scopes";
import { OF_DATA } from "./mutations";
import { allNodes, outermostLabel, ownNodes } from "../find";

export type Unit =
  | { readonly kind: "statement"; readonly node: ts.Statement }
  | { readonly kind: "expression"; readonly node: ts.Expression };

/** The loop with its labels, or the expression; one that is a statement of its own as that. */
export function unitOf(node: ts.Node): Unit | undefined {
  if (ts.isIterationStatement(node, false)) return { kind: "statement", node: outermostLabel(node) };
  if (!ts.isExpression(node) || isFunction(node)) return undefined;
  const whole = wholeChain(node);
  if (ts.isExpressionStatement(whole.parent)) return { kind: "statement", node: whole.parent };
  return { kind: "expression", node: whole };
}

/** What goes on from it by methods of data: the end of the chain is mostly smaller than what is in between. */
function wholeChain(node: ts.Expression): ts.Expression {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    if (!isCalled) return /^(?:length|size)$/.test(parent.name.text) ? parent : node;
    return OF_DATA.test(parent.name.text) ? wholeChain(parent.parent) : node;
  }
  return node;
}

/** Methods and functions that give as much as they go through: copying it back takes as long as making it. */
const GIVES_AS_MUCH =
  /^(?:Array|Array\.from|concat|entries|fill|flat|flatMap|keys|map|reverse|slice|sort|split|splice|toReversed|toSorted|toSpliced|values|with)$/;

export function givesAsMuch({ kind, node }: Unit): boolean {
  if (kind === "statement") return false;
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const { expression } = node;
    const isMethod = ts.isPropertyAccessExpression(expression) && expression.expression.getText() !== "Array";
    return GIVES_AS_MUCH.test(isMethod ? expression.name.text : expression.getText());
  }
  return ts.isArrayLiteralExpression(node);
}

/** Why code like this can't run elsewhere; the words after "because". */
export function formRefusal(evaluator: Evaluator, { node }: Unit): string | undefined {
  for (const own of [node, ...ownNodes(node)]) {
    const refusal = leavingRefusal(own, node) ?? (isFunction(own) ? functionRefusal(evaluator, own, node) : undefined);
    if (refusal !== undefined) return refusal;
  }
  for (const any of allNodes(node)) {
    if (any.kind === ts.SyntaxKind.ThisKeyword && isOuterThis(any, node)) return "it uses `this`";
    if (any.kind === ts.SyntaxKind.SuperKeyword) return "it uses `super`";
    if (ts.isIdentifier(any) && any.text === "arguments" && isOuterThis(any, node)) return "it uses `arguments`";
    if (ts.isMetaProperty(any)) return `\`${any.getText()}\` is another one there`;
    if (ts.isClassLike(any)) return "it declares a class";
    if (ts.isJsxElement(any) || ts.isJsxSelfClosingElement(any) || ts.isJsxFragment(any)) return "it makes elements";
    if (ts.isThrowStatement(any) && !throwsBuiltIn(any))
      return "an error that isn't one of the language's own loses its class on the way back";
  }
  return undefined;
}

function leavingRefusal(node: ts.Node, unit: ts.Node): string | undefined {
  if (ts.isReturnStatement(node)) return "`return` leaves it";
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined))
    return "it awaits something";
  if (ts.isYieldExpression(node)) return "it yields values";
  if (!ts.isBreakOrContinueStatement(node) || node.label === undefined) return undefined;
  for (let outer: ts.Node = node; outer !== unit.parent; outer = outer.parent)
    if (ts.isLabeledStatement(outer) && outer.label.text === node.label.text) return undefined;
  return `\`${node.getText().replace(/;$/, "")}\` leaves it`;
}

/** A function that is made inside may be called inside, or handed to what calls it at once. */
function functionRefusal(evaluator: Evaluator, node: ts.Node, unit: ts.Node): string | undefined {
  const escapes = "it makes functions that are used afterwards";
  if (placementOf(evaluator, node).placement === "inline") return undefined;
  const name = ts.isFunctionDeclaration(node)
    ? node.name
    : ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
      ? node.parent.name
      : undefined;
  if (name === undefined) return escapes;
  const symbol = resolveName(name.text, name);
  const uses = [...allNodes(unit)].filter(
    (one) => ts.isIdentifier(one) && one !== name && one.text === name.text && resolveName(one.text, one) === symbol,
  );
  return uses.every((use) => ts.isCallExpression(use.parent) && use.parent.expression === use) ? undefined : escapes;
}

/** Whether `this` or `arguments` mean those of the function around the unit. */
function isOuterThis(node: ts.Node, unit: ts.Node): boolean {
  for (let outer = node.parent; outer !== unit.parent; outer = outer.parent)
    if (isFunction(outer) && !ts.isArrowFunction(outer)) return false;
  return true;
}

const ERRORS = /^(?:Error|EvalError|RangeError|ReferenceError|SyntaxError|TypeError|URIError)$/;

/** Errors of these classes come back as what they were; others as plain `Error`. */
function throwsBuiltIn({ expression }: ts.ThrowStatement): boolean {
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return true;
  if (!ts.isNewExpression(expression) && !ts.isCallExpression(expression)) return false;
  const callee = expression.expression;
  return ts.isIdentifier(callee) && ERRORS.test(callee.text) && resolveName(callee.text, callee) === undefined;
}
