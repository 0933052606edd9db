/** Numbers and lengths that literals tell, through names that are never assigned again. */
import { ts } from "ts-morph";
import { skipWrappers, type Evaluator } from "../evaluate";
import { nameText } from "../members";
import { resolveName } from "../scopes";
import { pathText } from "../values";

/** What variables are taken to hold: a loop's counter the middle of its range, so that triangular loops come out right. */
export type Known = ReadonlyMap<ts.Symbol, number>;

export const NOTHING_KNOWN: Known = new Map();

/** Names that lead to names: deeper ones are nobody's constants. */
const DEEPEST = 8;

const GLOBAL_NUMBERS: Readonly<Record<string, number>> = {
  Infinity,
  "Number.MAX_SAFE_INTEGER": Number.MAX_SAFE_INTEGER,
  "Number.MAX_VALUE": Number.MAX_VALUE,
  "Number.POSITIVE_INFINITY": Infinity,
};

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  BigInt: (value = NaN) => value,
  Number: (value = NaN) => value,
  "Math.abs": Math.abs,
  "Math.ceil": Math.ceil,
  "Math.floor": Math.floor,
  "Math.max": Math.max,
  "Math.min": Math.min,
  "Math.pow": Math.pow,
  "Math.round": Math.round,
  "Math.sqrt": Math.sqrt,
  "Math.trunc": Math.trunc,
};

/** The number that an expression surely is; undefined for any other. */
export function numberOf(
  evaluator: Evaluator,
  expression: ts.Expression,
  known: Known = NOTHING_KNOWN,
  depth = 0,
): number | undefined {
  const number = compute(evaluator, unwrap(expression), known, depth);
  return number === undefined || Number.isNaN(number) ? undefined : number;
}

/** Without casts too: they change no number. */
export function unwrap(expression: ts.Expression): ts.Expression {
  const node = skipWrappers(expression);
  return ts.isAsExpression(node) || ts.isTypeAssertionExpression(node) ? unwrap(node.expression) : node;
}

function compute(evaluator: Evaluator, node: ts.Expression, known: Known, depth: number): number | undefined {
  if (depth > DEEPEST) return undefined;
  const of = (part: ts.Expression): number | undefined => numberOf(evaluator, part, known, depth + 1);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return Number(node.text.slice(0, -1));
  if (ts.isPrefixUnaryExpression(node)) return ofSign(node.operator, of(node.operand));
  if (ts.isBinaryExpression(node)) return ofOperator(node.operatorToken.kind, of(node.left), of(node.right));
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    if (symbol === undefined) return GLOBAL_NUMBERS[node.text];
    const value = known.get(symbol) ?? constantOf(evaluator, symbol);
    return typeof value === "object" ? of(value) : value;
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (node.name.text === "length")
      return knownOf(node.expression, known) ?? lengthOf(evaluator, node.expression, depth + 1);
    const member = memberOf(evaluator, node);
    return member === undefined ? GLOBAL_NUMBERS[pathText(evaluator.valueOf(node)) ?? ""] : of(member);
  }
  if (ts.isCallExpression(node)) {
    const function_ = FUNCTIONS[pathText(evaluator.calleeOf(node)) ?? ""];
    const values = function_ === undefined ? [] : node.arguments.map(of);
    return values.includes(undefined) ? undefined : function_?.(...(values as number[]));
  }
  return undefined;
}

/** What a name is taken to hold, or to have as its length. */
export function knownOf(expression: ts.Expression, known: Known): number | undefined {
  const symbol = known.size > 0 && ts.isIdentifier(expression) ? resolveName(expression.text, expression) : undefined;
  return symbol && known.get(symbol);
}

function ofSign(operator: ts.PrefixUnaryOperator, value: number | undefined): number | undefined {
  if (operator === ts.SyntaxKind.PlusToken) return value;
  return operator === ts.SyntaxKind.MinusToken && value !== undefined ? -value : undefined;
}

function ofOperator(operator: ts.SyntaxKind, left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.PercentToken:
      return left % right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left << right;
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return left >> right;
    default:
      return undefined;
  }
}

/** What a name holds that is declared once, with a value, and never assigned. */
export function constantOf(evaluator: Evaluator, symbol: ts.Symbol): ts.Expression | undefined {
  const [declaration, ...others] = symbol.declarations ?? [];
  if (declaration === undefined || others.length > 0 || !ts.isVariableDeclaration(declaration)) return undefined;
  if (!ts.isIdentifier(declaration.name) || declaration.initializer === undefined) return undefined;
  const isConstant = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant || evaluator.assignmentsTo(symbol).length === 0 ? declaration.initializer : undefined;
}

/** `LIMITS.rows` of an object literal, `Limits.ROWS` of a class or an enumeration. */
function memberOf(evaluator: Evaluator, node: ts.PropertyAccessExpression): ts.Expression | undefined {
  const name = node.name.text;
  const value = evaluator.valueOf(node.expression);
  if (value.kind === "object") {
    const found = value.node.properties.find(
      (element) => element.name !== undefined && nameText(element.name) === name,
    );
    return found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : undefined;
  }
  if (value.kind === "class" || value.kind === "instance") {
    const found = value.node.members.find((member) => member.name !== undefined && nameText(member.name) === name);
    const isReadonly =
      found !== undefined &&
      ts.isPropertyDeclaration(found) &&
      found.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
    return isReadonly ? found.initializer : undefined;
  }
  if (!ts.isIdentifier(node.expression)) return undefined;
  const enumeration = resolveName(node.expression.text, node)?.declarations?.find(ts.isEnumDeclaration);
  return enumeration?.members.find((member) => nameText(member.name) === name)?.initializer;
}

const TYPED_ARRAY = /^((Big)?(Ui|I)nt(8|16|32|64)(Clamped)?|Float(16|32|64))Array$|^Array$/;

/** Methods that give as many elements as there are. */
const SAME_LENGTH: ReadonlySet<string> = new Set(
  "entries fill keys map reverse sort split toReversed toSorted values with".split(" "),
);

/** How many elements an expression surely has: `Array(n)`, `[...Array(n).keys()]`, `Array.from({ length: n })`, literals. */
export function lengthOf(evaluator: Evaluator, expression: ts.Expression, depth = 0): number | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text.length;
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    const value = symbol && constantOf(evaluator, symbol);
    return value && lengthOf(evaluator, value, depth + 1);
  }
  if (ts.isArrayLiteralExpression(node)) {
    const lengths = node.elements.map((element) =>
      ts.isSpreadElement(element) ? lengthOf(evaluator, element.expression, depth + 1) : 1,
    );
    return lengths.reduce<number | undefined>((sum, length) => plus(sum, length), 0);
  }
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return lengthOfCall(evaluator, node, depth);
  return undefined;
}

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function lengthOfCall(
  evaluator: Evaluator,
  node: ts.CallExpression | ts.NewExpression,
  depth: number,
): number | undefined {
  const path = pathText(evaluator.calleeOf(node)) ?? "";
  const [first] = node.arguments ?? [];
  if (TYPED_ARRAY.test(path)) {
    if (node.arguments?.length !== 1 || first === undefined) return node.arguments?.length ?? 0;
    return numberOf(evaluator, first, NOTHING_KNOWN, depth + 1) ?? lengthOf(evaluator, first, depth + 1);
  }
  if (first !== undefined && path === "Buffer.alloc") return numberOf(evaluator, first, NOTHING_KNOWN, depth + 1);
  if (first !== undefined && /^(Array\.from|Object\.(keys|values|entries))$/.test(path)) {
    const object = unwrap(first);
    if (!ts.isObjectLiteralExpression(object))
      return path === "Array.from" ? lengthOf(evaluator, first, depth + 1) : undefined;
    if (path !== "Array.from") return object.properties.length;
    const length = object.properties.find(
      (element): element is ts.PropertyAssignment =>
        ts.isPropertyAssignment(element) && nameText(element.name) === "length",
    );
    return length && numberOf(evaluator, length.initializer, NOTHING_KNOWN, depth + 1);
  }
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const length =
    SAME_LENGTH.has(callee.name.text) || isWhole(callee, node)
      ? lengthOf(evaluator, callee.expression, depth + 1)
      : undefined;
  if (callee.name.text !== "repeat" || first === undefined) return length;
  const text = lengthOf(evaluator, callee.expression, depth + 1);
  const times = numberOf(evaluator, first, NOTHING_KNOWN, depth + 1);
  return text === undefined || times === undefined ? undefined : text * times;
}

/** `.slice()` without bounds. */
function isWhole(callee: ts.PropertyAccessExpression, node: ts.CallExpression | ts.NewExpression): boolean {
  return callee.name.text === "slice" && node.arguments?.length === 0;
}
