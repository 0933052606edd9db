/** Conditions around a call that ask for a parameter alone: `if (sync) …`, `if (!sync) return`, `sync ? a : b`. */
import { ts } from "ts-morph";
import type { CallGuard } from "../../core/facts";
import { isEmptyLiteral } from "./declarations";
import { skipWrappers } from "./evaluate";
import { isFunction } from "./functions";
import type { References } from "./references";
import { resolveName } from "./scopes";

/** What parameters have to be for `node` to be evaluated, as far as that is certain. */
export function guardsOf(references: References, node: ts.Node): readonly CallGuard[] {
  const found: CallGuard[] = [];
  const add = (condition: ts.Expression, holds: boolean): void => {
    const test = skipWrappers(condition);
    if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) add(test.operand, !holds);
    else if (ts.isBinaryExpression(test)) {
      const both = holds ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
      if (test.operatorToken.kind !== both) return;
      add(test.left, holds);
      add(test.right, holds);
    } else if (ts.isIdentifier(test)) {
      const guard = guardOf(references, test, holds);
      if (guard !== undefined) found.push(guard);
    }
  };
  for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (ts.isIfStatement(outer)) {
      if (inner !== outer.expression) add(outer.expression, inner === outer.thenStatement);
    } else if (ts.isConditionalExpression(outer)) {
      if (inner !== outer.condition) add(outer.condition, inner === outer.whenTrue);
    } else if (ts.isBinaryExpression(outer)) {
      const { kind } = outer.operatorToken;
      if (inner !== outer.right) continue;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) add(outer.left, true);
      else if (kind === ts.SyntaxKind.BarBarToken) add(outer.left, false);
    } else if (ts.isBlock(outer)) {
      for (const before of outer.statements) {
        if (before === inner) break;
        const leaves = ts.isIfStatement(before) && before.elseStatement === undefined && isEnd(before.thenStatement);
        if (leaves) add(before.expression, false);
      }
    }
  }
  return found;
}

/** Nothing after it is reached. */
function isEnd(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** Of a parameter that nothing is assigned to. */
function guardOf({ evaluator, keys }: References, name: ts.Identifier, when: boolean): CallGuard | undefined {
  const symbol = resolveName(name.text, name);
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (symbol === undefined || declaration === undefined || others.length > 0 || !ts.isParameter(declaration))
    return undefined;
  const { parent, dotDotDotToken, initializer } = declaration;
  const key = isFunction(parent) ? keys.keyOf(parent) : undefined;
  if (key === undefined || dotDotDotToken !== undefined || evaluator.assignmentsTo(symbol).length > 0) return undefined;
  const index = parent.parameters.findIndex((parameter) => parameter === declaration);
  const [first] = parent.parameters;
  // TypeScript's `this` is no parameter.
  if (first !== undefined && ts.isIdentifier(first.name) && first.name.text === "this") return undefined;
  const omitted = initializer === undefined ? false : truthOf(initializer);
  const guard = { function: key, parameter: { index, name: name.text }, when };
  return omitted === undefined ? guard : { ...guard, default: omitted };
}

function truthOf(node: ts.Expression): boolean | undefined {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword || isEmptyLiteral(node)) return false;
  if (ts.isNumericLiteral(node)) return Number(node.text) !== 0;
  return ts.isStringLiteralLike(node) ? node.text !== "" : undefined;
}
