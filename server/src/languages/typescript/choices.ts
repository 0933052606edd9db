/** Code that the caller, a setting or an error chooses: in a library nobody knows whether it runs. */
import { ts } from "ts-morph";
import { skipWrappers } from "./evaluate";
import { isFunction } from "./functions";
import { resolveName } from "./scopes";

/** The children of a node that run only as something outside of the function says, or after an error. */
export function chosenParts(node: ts.Node): readonly ts.Node[] {
  switch (node.kind) {
    case ts.SyntaxKind.IfStatement: {
      const { expression, thenStatement, elseStatement } = node as ts.IfStatement;
      if (!isChoice(expression)) return [];
      return elseStatement === undefined ? [thenStatement] : [thenStatement, elseStatement];
    }
    case ts.SyntaxKind.ConditionalExpression: {
      const { condition, whenTrue, whenFalse } = node as ts.ConditionalExpression;
      return isChoice(condition) ? [whenTrue, whenFalse] : [];
    }
    case ts.SyntaxKind.BinaryExpression: {
      const { left, operatorToken, right } = node as ts.BinaryExpression;
      return isShortCircuit(operatorToken.kind) && isChoice(left) ? [right] : [];
    }
    case ts.SyntaxKind.SwitchStatement: {
      const { expression, caseBlock } = node as ts.SwitchStatement;
      return isChoice(expression) ? [caseBlock] : [];
    }
    case ts.SyntaxKind.CatchClause:
      return [(node as ts.CatchClause).block];
    default:
      return [];
  }
}

/** `options.sync && load()`; `options.text ??= load()`. */
function isShortCircuit(operator: ts.SyntaxKind): boolean {
  switch (operator) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return true;
    default:
      return false;
  }
}

/** Variables that were looked into: each once for its own value, and once for what it holds. */
interface Seen {
  readonly names: Set<ts.Symbol>;
  readonly objects: Set<ts.Symbol>;
}

/**
 * Whether a condition asks for what the caller gave, for what an instance was made with, or for the process around: a
 * parameter, `this.x`, `process.env.X`, or a variable made from these. What calls anything is no such question.
 */
function isChoice(condition: ts.Expression, seen: Seen = { names: new Set(), objects: new Set() }): boolean {
  const node = skipWrappers(condition);
  if (ts.isPrefixUnaryExpression(node)) return isChoice(node.operand, seen);
  if (ts.isTypeOfExpression(node)) return isChoice(node.expression, seen);
  if (ts.isBinaryExpression(node)) return isChoice(node.left, seen) || isChoice(node.right, seen);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return isGiven(node.expression, seen);
  if (ts.isCallExpression(node)) return isTypeTest(node) && node.arguments.some((argument) => isGiven(argument, seen));
  return ts.isIdentifier(node) && isGivenName(node, seen, false);
}

/** What a property was asked of: given by the caller, also where a function has filled up what was given. */
function isGiven(expression: ts.Expression, seen: Seen): boolean {
  const node = skipWrappers(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return isGiven(node.expression, seen);
  return ts.isIdentifier(node) && isGivenName(node, seen, true);
}

function isGivenName(node: ts.Identifier, seen: Seen, isObject: boolean): boolean {
  const symbol = resolveName(node.text, node);
  if (symbol === undefined) return node.text === "process";
  const declaration = symbol.valueDeclaration;
  const known = isObject ? seen.objects : seen.names;
  if (declaration === undefined || known.has(symbol)) return false;
  known.add(symbol);
  if (ts.isParameter(declaration)) return true;
  if (ts.isBindingElement(declaration)) return isGivenBinding(declaration, seen);
  const initializer = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (initializer === undefined) return false;
  return isChoice(initializer, seen) || (isObject && mentionsGiven(initializer, seen));
}

/** `({ sync }) => …`, `const { sync } = options`. */
function isGivenBinding(element: ts.BindingElement, seen: Seen): boolean {
  const outer = ts.walkUpBindingElementsAndPatterns(element);
  if (ts.isParameter(outer)) return true;
  return outer.initializer !== undefined && mentionsGiven(outer.initializer, seen);
}

/** `{ ...defaults, ...options }`, `Object.assign({}, options)`, `normalise(options)`. */
function mentionsGiven(node: ts.Node, seen: Seen): boolean {
  if (isFunction(node)) return false;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isIdentifier(node)) return isGivenName(node, seen, true);
  return ts.forEachChild(node, (child) => (mentionsGiven(child, seen) ? true : undefined)) ?? false;
}

function isTypeTest({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === "isArray";
}
