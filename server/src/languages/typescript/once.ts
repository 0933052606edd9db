/** Code that runs once in a process, because it fills a variable that stays: lazily made settings, clients, singletons. */
import { ts } from "ts-morph";
import { isEmptyLiteral } from "./declarations";
import { skipWrappers, type Evaluator } from "./evaluate";
import { isFunction } from "./functions";
import { isInert, resolveName } from "./scopes";

/**
 * The parts of `node` that run once: what `cached ??= read()` assigns, the body of `if (cached === undefined)`, what
 * stands behind `if (cached) return cached;`; empty for anything else. The variable is one of the module, a member of an
 * object or a class of the module, or of the global object, and nothing empties it again.
 */
export function onceParts(evaluator: Evaluator, node: ts.Node): readonly ts.Node[] {
  if (ts.isBinaryExpression(node)) return partsOfBinary(evaluator, node);
  if (ts.isIfStatement(node))
    return partsByCondition(evaluator, node.expression, node.thenStatement, node.elseStatement);
  if (ts.isConditionalExpression(node))
    return partsByCondition(evaluator, node.condition, node.whenTrue, node.whenFalse);
  return ts.isBlock(node) ? partsOfBlock(evaluator, node) : [];
}

function partsOfBinary(evaluator: Evaluator, node: ts.BinaryExpression): readonly ts.Node[] {
  const { left, operatorToken, right } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return mayBeKept(left) && isKept(evaluator, left) ? [right] : [];
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return isFilledBy(evaluator, left, [isAssignedTo(node, left) ? node.parent : right]) ? [right] : [];
    default:
      return [];
  }
}

/** `cached = cached ?? read()`. */
function isAssignedTo(node: ts.BinaryExpression, name: ts.Expression): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.right === node && isFill(parent, name);
}

/** The branch that runs where the condition finds a variable missing, and that fills it. */
function partsByCondition(
  evaluator: Evaluator,
  condition: ts.Expression,
  whenTrue: ts.Node,
  whenFalse: ts.Node | undefined,
): readonly ts.Node[] {
  const missing = missingIn(condition);
  if (missing !== undefined && isFilledBy(evaluator, missing, [whenTrue])) return [whenTrue];
  const present = whenFalse === undefined ? undefined : presentIn(condition);
  return present !== undefined && whenFalse !== undefined && isFilledBy(evaluator, present, [whenFalse])
    ? [whenFalse]
    : [];
}

/** What stands behind `if (cached) return cached;`. */
function partsOfBlock(evaluator: Evaluator, { statements }: ts.Block): readonly ts.Node[] {
  for (const [index, statement] of statements.entries()) {
    if (!ts.isIfStatement(statement) || statement.elseStatement !== undefined) continue;
    const present = leaves(statement.thenStatement) ? presentIn(statement.expression) : undefined;
    const rest = statements.slice(index + 1);
    if (present !== undefined && isFilledBy(evaluator, present, rest)) return rest;
  }
  return [];
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return true;
  return ts.isBlock(statement) && statement.statements.some(ts.isReturnStatement);
}

/** What a condition finds missing: `!cached`, `cached === undefined`; also beside other conditions. */
function missingIn(condition: ts.Expression): ts.Expression | undefined {
  const node = skipWrappers(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return presentIn(node.operand);
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return missingIn(node.left) ?? missingIn(node.right);
  const isEqual = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  return isEqual ? comparedWithNothing(node) : undefined;
}

/** What a condition finds present: `cached`, `cached !== undefined`. */
function presentIn(condition: ts.Expression): ts.Expression | undefined {
  const node = skipWrappers(condition);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return node;
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  const isUnequal =
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken;
  return isUnequal ? comparedWithNothing(node) : undefined;
}

/** The side of a comparison whose other side is `undefined`, `null`, `void 0` or, of `typeof`, `"undefined"`. */
function comparedWithNothing({ left, right }: ts.BinaryExpression): ts.Expression | undefined {
  const [value, other] = isNothing(right) ? [left, right] : [right, left];
  if (!isNothing(other)) return undefined;
  const compared = skipWrappers(value);
  return ts.isTypeOfExpression(compared) === ts.isStringLiteral(other)
    ? skipWrappers(ts.isTypeOfExpression(compared) ? compared.expression : compared)
    : undefined;
}

function isNothing(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node)) return node.text === "undefined";
  return isEmptyLiteral(node) || ts.isVoidExpression(node);
}

/** Whether one of the parts fills what lasts as long as the process. */
function isFilledBy(evaluator: Evaluator, name: ts.Expression, parts: readonly ts.Node[]): boolean {
  return mayBeKept(name) && parts.some((part) => fills(part, name)) && isKept(evaluator, name);
}

/** Whether the part assigns to the name when it runs. */
function fills(part: ts.Node, name: ts.Expression): boolean {
  if (isInert(part.kind) || isFunction(part)) return false;
  if (ts.isBinaryExpression(part) && isFill(part, name)) return true;
  return ts.forEachChild(part, (child) => (fills(child, name) ? true : undefined)) ?? false;
}

function isFill({ left, operatorToken, right }: ts.BinaryExpression, name: ts.Expression): boolean {
  const isPlain = operatorToken.kind === ts.SyntaxKind.EqualsToken && left.kind === name.kind;
  return isPlain && textOf(left) === textOf(name) && !isEmptyLiteral(right);
}

function textOf(node: ts.Node): string {
  return node.getText().replace(/\s/g, "");
}

/** Told by its form alone. */
function mayBeKept(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return isOfModule(resolveName(node.text, node));
  if (!ts.isPropertyAccessExpression(node)) return false;
  return ts.isIdentifier(node.expression) || node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

/** Whether what the expression names lasts as long as the process, and nothing empties it. */
function isKept(evaluator: Evaluator, node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    return symbol !== undefined && isOfModule(symbol) && !evaluator.assignmentsTo(symbol).some(isEmptied);
  }
  if (!ts.isPropertyAccessExpression(node) || isMemberEmptied(evaluator, node)) return false;
  const receiver = node.expression;
  if (evaluator.valueOf(receiver).kind === "class") return true;
  if (!ts.isIdentifier(receiver)) return false;
  const symbol = resolveName(receiver.text, receiver);
  return symbol === undefined ? /^(global|globalThis|exports)$/.test(receiver.text) : isOfModule(symbol);
}

function isEmptied(assigned: ts.Expression | undefined): boolean {
  return assigned !== undefined && isNothing(assigned);
}

/** A member is emptied under whatever name its object has: by the member's own name. */
function isMemberEmptied({ file }: Evaluator, { name }: ts.PropertyAccessExpression): boolean {
  const member = `\\.${name.text.replaceAll("$", "\\$")}`;
  return new RegExp(`${member}\\s*=\\s*(?:undefined|null|void 0)\\b|\\bdelete\\b[^;\\n]*${member}\\b`).test(
    file.tree.text,
  );
}

/** A variable of the module itself. */
function isOfModule(symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent);
}
