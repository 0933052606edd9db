/** Loops that count: from where, to where, by how much. */
import { ts } from "ts-morph";
import { skipWrappers, type Evaluator } from "../../evaluate";
import { numberOf } from "../../loops/constants";
import { isAssignment, resolveName } from "../../scopes";
import { allNodes } from "./find";

/** `for (let i = 0; i < 10; i++)`. */
export interface Counted {
  readonly name: ts.Identifier;
  readonly start: ts.Expression;
  readonly end: ts.Expression;
  /** `<=` */
  readonly isInclusive: boolean;
  /** A positive whole number. */
  readonly step: number;
}

/** Undefined for a loop whose head says anything else, or whose body changes the counter. */
export function countedLoop(loop: ts.Node): Counted | undefined {
  if (!ts.isForStatement(loop)) return undefined;
  const { initializer, condition, incrementor, statement } = loop;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  if ((initializer.flags & ts.NodeFlags.Let) === 0 || initializer.declarations.length !== 1) return undefined;
  const [declaration] = initializer.declarations;
  if (declaration === undefined || !ts.isIdentifier(declaration.name) || declaration.initializer === undefined)
    return undefined;
  const { name } = declaration;
  if (condition === undefined || !ts.isBinaryExpression(condition) || !isNamed(condition.left, name)) return undefined;
  const operator = condition.operatorToken.kind;
  const isInclusive = operator === ts.SyntaxKind.LessThanEqualsToken;
  if (!isInclusive && operator !== ts.SyntaxKind.LessThanToken) return undefined;
  const step = incrementor === undefined ? undefined : stepOf(incrementor, name);
  if (step === undefined || writes(statement, name)) return undefined;
  return { name, start: declaration.initializer, end: condition.right, isInclusive, step };
}

/** Whether it is a number that stays the same while a loop runs. */
export function isFixedNumber(evaluator: Evaluator, expression: ts.Expression): boolean {
  if (isNumber(evaluator, expression)) return true;
  const node = skipWrappers(expression);
  if (!ts.isIdentifier(node)) return false;
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || evaluator.assignmentsTo(symbol).length > 0) return false;
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return false;
  if (declaration.type?.kind === ts.SyntaxKind.NumberKeyword) return true;
  const { initializer } = declaration;
  if (initializer === undefined || ts.isParameter(declaration)) return false;
  return isNumber(evaluator, initializer);
}

/** A number, not a bigint: they don't mix. */
export function isNumber(evaluator: Evaluator, expression: ts.Expression): boolean {
  return numberOf(evaluator, expression) !== undefined && !/\dn\b|BigInt/.test(expression.getText());
}

function stepOf(incrementor: ts.Expression, name: ts.Identifier): number | undefined {
  if (ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor)) {
    const isStep = incrementor.operator === ts.SyntaxKind.PlusPlusToken && isNamed(incrementor.operand, name);
    return isStep ? 1 : undefined;
  }
  if (!ts.isBinaryExpression(incrementor) || !isNamed(incrementor.left, name)) return undefined;
  const { operatorToken, right } = incrementor;
  if (operatorToken.kind !== ts.SyntaxKind.PlusEqualsToken || !ts.isNumericLiteral(right)) return undefined;
  const step = Number(right.text);
  return Number.isInteger(step) && step > 0 ? step : undefined;
}

function isNamed(node: ts.Node, name: ts.Identifier): boolean {
  return ts.isIdentifier(node) && node.text === name.text;
}

/** Whether something in `node` assigns to the name; one that is declared there again counts too. */
function writes(node: ts.Node, name: ts.Identifier): boolean {
  for (const child of allNodes(node)) {
    if (ts.isBinaryExpression(child) && isAssignment(child.operatorToken.kind)) {
      if (ts.isIdentifier(child.left) ? isNamed(child.left, name) : mentionsInPattern(child.left, name)) return true;
    } else if (ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) {
      const changes =
        child.operator === ts.SyntaxKind.PlusPlusToken || child.operator === ts.SyntaxKind.MinusMinusToken;
      if (changes && isNamed(child.operand, name)) return true;
    } else if ((ts.isForOfStatement(child) || ts.isForInStatement(child)) && isNamed(child.initializer, name))
      return true;
  }
  return false;
}

function mentionsInPattern(target: ts.Node, name: ts.Identifier): boolean {
  if (!ts.isArrayLiteralExpression(target) && !ts.isObjectLiteralExpression(target)) return false;
  return [...allNodes(target)].some((child) => isNamed(child, name));
}
