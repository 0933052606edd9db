/** Whether `await` may stand where a call stands, and what it needs around it. */
import { ts } from "ts-morph";
import { callbackUse, placementOf } from "../callbacks";
import type { Evaluator } from "../evaluate";
import { isFunction } from "../functions";
import { isStatic } from "../members";
import type { FunctionNode } from "../values";
import type { CallNode, Workbench } from "./plan";

/**
 * Why `await` can't stand in place of `node`, as the words after "because"; undefined when it can.
 */
export function awaitRefusal(
  evaluator: Evaluator,
  node: ts.Node,
  { madeAsync, dissolved }: Pick<Workbench, "madeAsync" | "dissolved">,
): string | undefined {
  for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (ts.isParameter(outer) && !ts.isDecorator(inner)) return "a default parameter can't await";
    if (ts.isPropertyDeclaration(outer) && inner === outer.initializer) {
      return isStatic(outer) ? "a static field's initialiser can't await" : "a class field's initialiser can't await";
    }
    if (ts.isClassStaticBlockDeclaration(outer)) return "a static block can't await";
    if (dissolved.has(outer)) continue;
    if (isFunction(outer) && inner !== outer.name && !ts.isDecorator(inner)) {
      // Parameters without a default value hold nothing that is evaluated, so this is the body.
      return madeAsync.has(outer) ? undefined : functionRefusal(evaluator, outer);
    }
  }
  return "it is at the top level of the file";
}

export function functionRefusal(evaluator: Evaluator, node: FunctionNode): string | undefined {
  const isAsync =
    ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);
  if (isAsync === true) return undefined;
  if (ts.isGetAccessor(node)) return "a getter can't await";
  if (ts.isSetAccessor(node)) return "a setter can't await";
  if (ts.isConstructorDeclaration(node)) return "a constructor can't await: use an asynchronous factory";
  if (node.asteriskToken !== undefined) return "a synchronous generator can't await";
  return callbackRefusal(evaluator, node) ?? "the function around it isn't async";
}

function callbackRefusal(evaluator: Evaluator, node: FunctionNode): string | undefined {
  let inner: ts.Node = node;
  while (ts.isParenthesizedExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isNewExpression(parent)) return "a promise executor can't await";
  if (!ts.isCallExpression(parent)) return undefined;
  if (parent.expression === inner) return "the function around it, called where it stands, isn't async";
  const use = callbackUse(evaluator, parent, inner as ts.Expression);
  return use.placement === "inline" ? `the callback of ${calledName(parent)} can't await` : undefined;
}

/** `map` of `files.map(…)`, in backquotes. */
export function calledName(call: ts.CallExpression | ts.NewExpression): string {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression)) return `\`${expression.name.text}\``;
  return ts.isIdentifier(expression) ? `\`${expression.text}\`` : "the call around it";
}

/** Whether `await f()` in place of `node` would bind to what follows or precedes it, and so needs parentheses. */
export function needsParentheses(node: CallNode): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === node;
  if (ts.isTaggedTemplateExpression(parent)) return parent.tag === node;
  if (ts.isNonNullExpression(parent) || ts.isExpressionWithTypeArguments(parent) || ts.isDecorator(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  return parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken && parent.left === node;
}

/** Whether `await` already stands before the call. */
export function isAwaited(node: ts.Node): boolean {
  let outer = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return ts.isAwaitExpression(outer);
}

/** An async callback that runs once per element: with its first await in it, the elements no longer take turns. */
export function callbackCaution({ evaluator, dissolved }: Workbench, node: ts.Node): string | undefined {
  let outer = node.parent;
  while (!isFunction(outer) || dissolved.has(outer)) outer = outer.parent;
  const { repeated } = placementOf(evaluator, outer);
  return repeated ? ALL_AT_ONCE : undefined;
}

export const ALL_AT_ONCE = "all elements would be worked on at the same time";

/**
 * A statement that will start with `(` continues the one before it when that ends without a semicolon. Returns the
 * semicolon that is then needed, or an empty string.
 */
export function leadingSemicolon(node: ts.Node, tree: ts.SourceFile): string {
  const start = node.getStart(tree);
  let statement: ts.Node = node;
  while (!ts.isStatement(statement) && !ts.isSourceFile(statement)) statement = statement.parent;
  if (!ts.isExpressionStatement(statement) || statement.getStart(tree) !== start) return "";
  const { parent } = statement;
  const isList =
    ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
  const siblings = isList ? parent.statements : undefined;
  const previous = siblings?.[siblings.indexOf(statement) - 1];
  if (previous === undefined || tree.text.charAt(previous.end - 1) === ";") return "";
  return endsWithoutSemicolon(previous) ? ";" : "";
}

function endsWithoutSemicolon(statement: ts.Statement): boolean {
  if (ts.isIfStatement(statement)) return endsWithoutSemicolon(statement.elseStatement ?? statement.thenStatement);
  // After `do … while (…)` a semicolon is always inserted.
  if (ts.isDoStatement(statement)) return false;
  if (ts.isIterationStatement(statement, false) || ts.isLabeledStatement(statement) || ts.isWithStatement(statement)) {
    return endsWithoutSemicolon(statement.statement);
  }
  return (
    ts.isExpressionStatement(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isReturnStatement(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}
