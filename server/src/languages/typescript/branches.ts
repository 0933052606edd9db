/** Code that doesn't run whenever its function does: what is kept after a first time, and what the caller or a setting chooses. */
import { ts } from "ts-morph";
import { skipWrappers } from "./evaluate";
import { isFunction } from "./functions";
import { resolveName } from "./scopes";

/** `once`: it fills a variable of the module. `chosen`: a parameter, a setting or an error decides whether it runs. */
export type Branch = "once" | "chosen";

type Branches = ReadonlyMap<ts.Node, Branch>;

/** The children of a node that don't always run, with why; undefined for what is no branch of these. */
export function branchesOf(node: ts.Node, withChosen: boolean): Branches | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.IfStatement: {
      const { expression, thenStatement, elseStatement } = node as ts.IfStatement;
      return conditional(expression, thenStatement, elseStatement, withChosen);
    }
    case ts.SyntaxKind.ConditionalExpression: {
      const { condition, whenTrue, whenFalse } = node as ts.ConditionalExpression;
      return conditional(condition, whenTrue, whenFalse, withChosen);
    }
    case ts.SyntaxKind.BinaryExpression:
      return shortCircuit(node as ts.BinaryExpression, withChosen);
    case ts.SyntaxKind.Block:
      return afterEarlyReturn(node as ts.Block);
    case ts.SyntaxKind.SwitchStatement: {
      const { expression, caseBlock } = node as ts.SwitchStatement;
      return withChosen && isChoice(expression) ? new Map([[caseBlock, "chosen"]]) : undefined;
    }
    case ts.SyntaxKind.CatchClause:
      return withChosen ? new Map([[(node as ts.CatchClause).block, "chosen"]]) : undefined;
    default:
      return undefined;
  }
}

function conditional(
  condition: ts.Expression,
  whenTrue: ts.Node,
  whenFalse: ts.Node | undefined,
  withChosen: boolean,
): Branches | undefined {
  const { missing, present } = tested(condition);
  if (missing !== undefined && fills(whenTrue, missing)) return new Map([[whenTrue, "once"]]);
  if (present !== undefined && whenFalse !== undefined && fills(whenFalse, present))
    return new Map([[whenFalse, "once"]]);
  if (!withChosen || !isChoice(condition)) return undefined;
  return new Map([whenTrue, ...(whenFalse === undefined ? [] : [whenFalse])].map((branch) => [branch, "chosen"]));
}

/** `cached ??= load()`, `cached || (cached = load())`; `options.sync && load()`. */
function shortCircuit({ left, operatorToken, right }: ts.BinaryExpression, withChosen: boolean): Branches | undefined {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      if (moduleVariable(left) !== undefined) return new Map([[right, "once"]]);
      break;
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken: {
      const variable = moduleVariable(left);
      if (variable !== undefined && fills(right, variable)) return new Map([[right, "once"]]);
      break;
    }
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken: {
      const { missing } = tested(left);
      if (missing !== undefined && fills(right, missing)) return new Map([[right, "once"]]);
      break;
    }
    default:
      return undefined;
  }
  return withChosen && isChoice(left) ? new Map([[right, "chosen"]]) : undefined;
}

/** `if (cached) return cached;`: what follows fills it. */
function afterEarlyReturn({ statements }: ts.Block): Branches | undefined {
  for (const [index, statement] of statements.entries()) {
    if (!ts.isIfStatement(statement) || statement.elseStatement !== undefined || !returns(statement.thenStatement))
      continue;
    const { present } = tested(statement.expression);
    const rest = statements.slice(index + 1);
    if (present !== undefined && rest.some((later) => fills(later, present)))
      return new Map(rest.map((later) => [later, "once"]));
  }
  return undefined;
}

function returns(statement: ts.Statement): boolean {
  if (!ts.isBlock(statement)) return ts.isReturnStatement(statement);
  return statement.statements.length === 1 && statement.statements.every(ts.isReturnStatement);
}

/** The variable of the module that a condition finds without a value, or with one. */
function tested(condition: ts.Expression): { readonly missing?: ts.Symbol; readonly present?: ts.Symbol } {
  const node = skipWrappers(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const variable = moduleVariable(node.operand);
    return variable === undefined ? {} : { missing: variable };
  }
  if (!ts.isBinaryExpression(node)) {
    const variable = moduleVariable(node);
    return variable === undefined ? {} : { present: variable };
  }
  const variable = isNothing(node.right) ? moduleVariable(node.left) : undefined;
  if (variable === undefined) return {};
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return { missing: variable };
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return { present: variable };
    default:
      return {};
  }
}

function isNothing(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node)) return node.text === "undefined";
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
}

/** `x`, or `typeof x`, of a variable that the file itself declares outside of all functions. */
function moduleVariable(expression: ts.Expression): ts.Symbol | undefined {
  const node = skipWrappers(expression);
  if (ts.isTypeOfExpression(node)) return moduleVariable(node.expression);
  if (!ts.isIdentifier(node)) return undefined;
  const symbol = resolveName(node.text, node);
  const list = symbol?.valueDeclaration?.parent;
  const isModules = list !== undefined && ts.isVariableDeclarationList(list) && ts.isSourceFile(list.parent.parent);
  return isModules ? symbol : undefined;
}

/** Whether running `node` gives the variable a value, not counting functions in it. */
function fills(node: ts.Node, variable: ts.Symbol): boolean {
  if (isFunction(node)) return false;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    if (ts.isIdentifier(node.left) && resolveName(node.left.text, node.left) === variable) return true;
  }
  return ts.forEachChild(node, (child) => (fills(child, variable) ? true : undefined)) ?? false;
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
