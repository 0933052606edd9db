/** Where a statement can be put in front of the one that an expression stands in, so that nothing is evaluated in another order. */
import { ts } from "ts-morph";
import { isFunction } from "../../functions";
import { isAssignment, resolveName } from "../../scopes";
import type { Workbench } from "../plan";
import { mentionsName } from "./callback";

/** The place in front of a statement, or of an arrow function's expression. */
export interface Hoist {
  /** Offsets of the whole statement or expression. */
  readonly start: number;
  readonly end: number;
  readonly statement: ts.Statement | undefined;
  /** Braces have to be put around it: it isn't part of a list of statements. */
  readonly wraps: boolean;
  /** White space that its line starts with. */
  readonly indent: string;
}

/** The place in front of the statement that evaluates `call`; whatever is evaluated earlier can come later as well. */
export function hoistOf(bench: Workbench, call: ts.CallExpression): Hoist | undefined {
  let inner: ts.Node = call;
  while (!isEnd(inner)) {
    const outer: ts.Node = inner.parent;
    if (!isFirst(inner, outer, call)) return undefined;
    inner = outer;
  }
  return place(bench, inner);
}

/** The same, for something that may be evaluated earlier than everything else of the statement. */
export function statementAround(bench: Workbench, node: ts.Node): Hoist | undefined {
  let inner = node;
  while (!ts.isStatement(inner)) {
    if (isFunction(inner) || ts.isSourceFile(inner) || ts.isClassLike(inner)) return undefined;
    inner = inner.parent;
  }
  const found = ts.isBlock(inner) ? undefined : place(bench, inner);
  return found?.wraps === false ? found : undefined;
}

function isEnd(node: ts.Node): boolean {
  return ts.isStatement(node) || (ts.isArrowFunction(node.parent) && node.parent.body === node) || isFunction(node);
}

function place({ file: { tree } }: Workbench, node: ts.Node): Hoist | undefined {
  const start = node.getStart(tree);
  const indent = indentAt(tree.text, start);
  if (!ts.isStatement(node)) {
    const isBody = ts.isArrowFunction(node.parent) && node.parent.body === node;
    return isBody ? { start, end: node.end, statement: undefined, wraps: true, indent } : undefined;
  }
  const { parent } = node;
  const isList = ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent);
  const wraps = !isList && !ts.isCaseOrDefaultClause(parent);
  return { start, end: node.end, statement: node, wraps, indent };
}

/** Whether `inner` is evaluated once, in any case, and before all of `outer` that `call` could change or be changed by. */
function isFirst(inner: ts.Node, outer: ts.Node, call: ts.CallExpression): boolean {
  const before = (nodes: readonly ts.Node[]): boolean =>
    nodes.slice(0, nodes.indexOf(inner)).every((node) => isSettled(node, call));
  switch (outer.kind) {
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.AsExpression:
    case ts.SyntaxKind.SatisfiesExpression:
    case ts.SyntaxKind.NonNullExpression:
    case ts.SyntaxKind.AwaitExpression:
    case ts.SyntaxKind.SpreadElement:
    case ts.SyntaxKind.SpreadAssignment:
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PropertyAccessExpression:
    case ts.SyntaxKind.ExpressionStatement:
    case ts.SyntaxKind.ReturnStatement:
    case ts.SyntaxKind.ThrowStatement:
    case ts.SyntaxKind.TemplateSpan:
      return true;
    case ts.SyntaxKind.IfStatement:
    case ts.SyntaxKind.SwitchStatement:
      return inner === (outer as ts.IfStatement | ts.SwitchStatement).expression;
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement:
      return inner === (outer as ts.ForInOrOfStatement).expression;
    case ts.SyntaxKind.ElementAccessExpression:
      return inner === (outer as ts.ElementAccessExpression).expression;
    case ts.SyntaxKind.CallExpression:
    case ts.SyntaxKind.NewExpression: {
      const { expression, arguments: list = [] } = outer as ts.CallExpression | ts.NewExpression;
      if (inner === expression) return true;
      const isCertain = (outer.flags & ts.NodeFlags.OptionalChain) === 0;
      return isCertain && isCallee(expression) && before(list);
    }
    case ts.SyntaxKind.BinaryExpression:
      return isFirstOfTwo(inner, outer as ts.BinaryExpression, call);
    case ts.SyntaxKind.ConditionalExpression:
      return inner === (outer as ts.ConditionalExpression).condition;
    case ts.SyntaxKind.ArrayLiteralExpression:
      return before((outer as ts.ArrayLiteralExpression).elements);
    case ts.SyntaxKind.ObjectLiteralExpression:
      return before((outer as ts.ObjectLiteralExpression).properties);
    case ts.SyntaxKind.PropertyAssignment:
      return (
        inner === (outer as ts.PropertyAssignment).initializer && ts.isIdentifier((outer as ts.PropertyAssignment).name)
      );
    case ts.SyntaxKind.TemplateExpression:
      return before((outer as ts.TemplateExpression).templateSpans);
    case ts.SyntaxKind.VariableDeclaration:
      return (
        inner === (outer as ts.VariableDeclaration).initializer && isPlainVariable(outer as ts.VariableDeclaration)
      );
    case ts.SyntaxKind.VariableDeclarationList:
      return (outer as ts.VariableDeclarationList).declarations[0] === inner && ts.isVariableStatement(outer.parent);
    case ts.SyntaxKind.VariableStatement:
      return true;
    default:
      return false;
  }
}

function isPlainVariable({ parent }: ts.VariableDeclaration): boolean {
  return ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Using) === 0;
}

function isFirstOfTwo(inner: ts.Node, { left, operatorToken, right }: ts.BinaryExpression, call: ts.Node): boolean {
  if (/^(&&|\|\||\?\?)=?$/.test(operatorToken.getText())) return inner === left;
  if (!isAssignment(operatorToken.kind)) return inner === left || isSettled(left, call);
  // What is assigned to is written after the right side in any case, and with `+=` read before it.
  if (inner !== right) return false;
  const isPlain = operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (ts.isIdentifier(left)) return isPlain || !mentionsName(call, left.text);
  return isPlain && isCallee(left);
}

/** A function or method by its name: looked up before its arguments, and not changed by them in practice. */
function isCallee(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.questionDotToken === undefined && isCallee(node.expression);
  return ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;
}

/** Evaluating it before or after `call` makes no difference. */
function isSettled(node: ts.Node, call: ts.Node): boolean {
  if (ts.isLiteralExpression(node) || isFunction(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (/^(true|false|null|undefined)$/.test(node.getText())) return true;
  if (ts.isIdentifier(node)) return isConstant(node) || !mentionsName(call, node.text);
  const isMade =
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isTemplateSpan(node) ||
    ts.isPropertyAssignment(node);
  if (ts.isShorthandPropertyAssignment(node)) return isSettled(node.name, call);
  if (!isMade) return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return ts.forEachChild(node, (child) => (isSettled(child, call) ? undefined : true)) === undefined;
}

function isConstant(node: ts.Identifier): boolean {
  const declaration = resolveName(node.text, node)?.declarations?.[0];
  if (declaration === undefined) return false;
  if (!ts.isVariableDeclaration(declaration)) return !ts.isParameter(declaration);
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

/** The white space that the line of an offset starts with. */
export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line))?.[0] ?? "";
}

/** One level of indentation, as the file has it. */
export function indentUnit(text: string): string {
  return /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? "  ";
}

export function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
