/** What the loop in place of a callback calls its elements, their index and its result. */
import { ts } from "ts-morph";
import { colourOf, isFunction } from "../../functions";
import { resolveName } from "../../scopes";
import { styleOf } from "../importSyntax";
import type { Workbench } from "../plan";
import { functionAround, mentionsName, readsName, referencesTo, type InlineCallback } from "./callback";
import { returnsOf, valueOf } from "./body";
import { START, type LoopNames } from "./given";
import { indentUnit, type Hoist } from "./hoist";

export interface NamedLoop extends LoopNames {
  /** `const file`, `let [index, file]`: between `for (` and `of`. */
  readonly head: string;
  /** The loop goes through `.entries()`. */
  readonly hasIndex: boolean;
  /** The variable that the statement declares collects the result itself: the rest of the statement goes. */
  readonly isDirect: boolean;
  /** The collecting variable's declaration, with what it starts with; empty without one. */
  readonly declaration: string;
  /** The accumulator of `reduce` has another name from now on. */
  readonly renamed: readonly ts.Identifier[];
}

const RESULT_NAMES = {
  map: "mapped",
  filter: "kept",
  flatMap: "mapped",
  some: "matched",
  every: "matched",
  find: "found",
  findIndex: "foundIndex",
  reduce: "result",
  forEach: "result",
} as const satisfies Record<InlineCallback["method"], string>;

/** Names of the loop; undefined where the callback's parameters or the file's names don't allow one. */
export function nameLoop(bench: Workbench, inline: InlineCallback, hoist: Hoist): NamedLoop | undefined {
  const { callback, callee, method } = inline;
  const isReduce = method === "reduce";
  const [element, index, array] = callback.parameters.slice(isReduce ? 1 : 0);
  const given = [...callback.parameters];
  if (array !== undefined || given.some((one) => one.dotDotDotToken ?? one.initializer ?? one.questionToken))
    return undefined;
  if (given.some(({ type }) => type !== undefined && /\bany\b/.test(type.getText()))) return undefined;
  const declared = [element, index].flatMap((one) => (one === undefined ? [] : namesOf(one.name)));
  if (declared.some(({ text }) => readsName(callee.expression, text))) return undefined;
  const needsElement = method === "filter" || method === "find";
  const isSimple = element !== undefined && ts.isIdentifier(element.name) && keepsName(bench, callback, element.name);
  if (needsElement && !isSimple) return undefined;
  const isDiscarded = isUnused(inline, hoist);
  const needsIndex = method === "findIndex" && !isDiscarded;
  if (needsIndex && index !== undefined && !(ts.isIdentifier(index.name) && keepsName(bench, callback, index.name)))
    return undefined;
  const scope = scopeOf(bench, inline.call);
  const elementText =
    element?.name.getText() ??
    (bench.names.isVisibleGlobal("_", callback) ? "_" : bench.names.variableName("item", scope));
  const hasIndex = index !== undefined || needsIndex;
  const indexText = index?.name.getText() ?? (needsIndex ? bench.names.variableName("index", scope) : "");
  const isAssigned = declared.some((name) => isWritten(bench, name));
  const head = `${isAssigned ? "let" : "const"} ${hasIndex ? `[${indexText}, ${elementText}]` : elementText}`;
  const { semicolon } = styleOf(bench);
  const common = {
    head,
    hasIndex,
    element: elementText,
    index: indexText,
    semicolon,
    unit: indentUnit(bench.file.text),
  };
  if (isDiscarded) return { ...common, result: undefined, isDirect: false, declaration: "", renamed: [] };
  const result = isReduce ? reduced(bench, inline, hoist, scope) : collected(bench, inline, hoist, scope);
  return result === undefined ? undefined : { ...common, ...result };
}

/** Nobody looks at what the call gives: it is a statement, or `forEach`. The accumulator of `reduce` is needed in any case. */
export function isUnused(inline: InlineCallback, hoist: Hoist): boolean {
  return inline.method !== "reduce" && isAlone(inline, hoist);
}

/** The call is all of the statement. */
export function isAlone({ call, method }: InlineCallback, { statement }: Hoist): boolean {
  if (statement === undefined) return method === "forEach" && ts.isArrowFunction(call.parent);
  return ts.isExpressionStatement(statement) && statement.expression === call;
}

type Result = Pick<NamedLoop, "result" | "isDirect" | "declaration" | "renamed" | "collected">;

function collected(bench: Workbench, inline: InlineCallback, hoist: Hoist, scope: ts.Node): Result | undefined {
  const { method, call, callback } = inline;
  const start = START[method as keyof typeof START];
  const isList = method === "map" || method === "filter" || method === "flatMap";
  const own = method === "flatMap" ? undefined : ownVariable(bench, inline, hoist);
  const type = isTypeScript(bench) && isList && method !== "filter" ? elementType(call, callback) : undefined;
  const annotation = own?.type ?? (type === undefined ? undefined : `${type}[]`);
  if (call.typeArguments !== undefined && (method === "filter" || method === "find")) return undefined;
  const result = own?.name ?? bench.names.variableName(RESULT_NAMES[method], scope);
  const keyword = own?.keyword === "var" ? "var" : isList ? (own?.keyword ?? "const") : "let";
  const value = start === undefined ? "" : ` = ${start}`;
  const declaration = `${keyword} ${result}${annotation === undefined ? "" : `: ${annotation}`}${value}`;
  return { result, isDirect: own !== undefined, declaration, renamed: [] };
}

/** `reduce`: the accumulator becomes a variable with its start value. */
function reduced(bench: Workbench, inline: InlineCallback, hoist: Hoist, scope: ts.Node): Result | undefined {
  const { call, callback } = inline;
  const [parameter] = callback.parameters;
  const initial = call.arguments[1];
  if (parameter === undefined || initial === undefined || !isPlainStart(initial)) return undefined;
  const { name } = parameter;
  if (!ts.isIdentifier(name) || !keepsName(bench, callback, name)) return undefined;
  const own = ownVariable(bench, inline, hoist, name.text);
  const isFree = !isNamedOutside(scope, callback, name.text) && !mentionsName(initial, name.text);
  const result = own?.name ?? (isFree ? name.text : bench.names.variableName(RESULT_NAMES.reduce, scope));
  const renamed = result === name.text ? [] : referencesTo(callback.body, name);
  if (renamed.some((reference) => ts.isShorthandPropertyAssignment(reference.parent) || isInCallee(bench, reference)))
    return undefined;
  const type = own?.type ?? (call.typeArguments?.[0] ?? parameter.type)?.getText();
  const annotation = type === undefined ? "" : `: ${type}`;
  const declaration = `${isOnlyFilled(callback, name.text) ? "const" : "let"} ${result}${annotation} = ${initial.getText()}`;
  return { result, collected: name.text, isDirect: own !== undefined, declaration, renamed };
}

/** `return sizes`, wherever it returns: what has been collected stays the same object. */
function isOnlyFilled({ body }: InlineCallback["callback"], name: string): boolean {
  const found = ts.isBlock(body) ? (returnsOf(body) ?? []) : [];
  return (
    found.length > 0 &&
    found.every(({ expression }) => expression !== undefined && valueOf(expression).getText() === name)
  );
}

/** The variable that the call is the value of, if it can be there before the loop. */
function ownVariable(
  bench: Workbench,
  { call, callee, callback, method }: InlineCallback,
  { statement }: Hoist,
  allowed?: string,
): { readonly name: string; readonly keyword: string; readonly type: string | undefined } | undefined {
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || declaration.initializer !== call) return undefined;
  const { name, type } = declaration;
  if (!ts.isIdentifier(name) || statement.modifiers !== undefined) return undefined;
  const isMentioned = (node: ts.Node): boolean => name.text !== allowed && mentionsName(node, name.text);
  if (isMentioned(callee.expression) || isMentioned(callback)) return undefined;
  const isList = method === "map" || method === "filter";
  if (type !== undefined) {
    const fits = isList
      ? ts.isArrayTypeNode(type) || type.getText().startsWith("Array<")
      : method !== "find" && method !== "findIndex";
    if (!fits) return undefined;
  } else if (isTypeScript(bench) && isCaptured(name)) return undefined;
  const { flags } = statement.declarationList;
  const keyword = (flags & ts.NodeFlags.Const) !== 0 ? "const" : (flags & ts.NodeFlags.Let) !== 0 ? "let" : "var";
  return { name: name.text, keyword, type: type?.getText() };
}

/** Whether a nested function reads it: TypeScript only follows what is put into a list outside of those. */
function isCaptured(name: ts.Identifier): boolean {
  const home = functionAround(name);
  return referencesTo(home, name).some((reference) => functionAround(reference) !== home);
}

/** The function that the loop's variables belong to afterwards. */
function scopeOf({ madeAsync }: Workbench, node: ts.Node): ts.Node {
  let outer = node.parent;
  while (!ts.isSourceFile(outer)) {
    if (isFunction(outer) && (colourOf(outer) !== "sync" || madeAsync.has(outer))) return outer;
    outer = outer.parent;
  }
  return outer;
}

function elementType(call: ts.CallExpression, callback: ts.SignatureDeclaration): string | undefined {
  const type = call.typeArguments?.[0] ?? callback.type;
  if (type === undefined) return undefined;
  const text = type.getText();
  return ts.isTupleTypeNode(type) || /^[\w.$]+(<[^|&=?]*>)?(\[\])*$/.test(text) ? text : `(${text})`;
}

/** Evaluating it later or earlier makes no difference, and it can be written at another place. */
function isPlainStart(node: ts.Expression): boolean {
  if (/\/[/*]/.test(node.getFullText())) return false;
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return isPlainStart(node.expression);
  if (ts.isNewExpression(node)) return ts.isIdentifier(node.expression) && (node.arguments?.length ?? 0) === 0;
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlainStart);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every((one) => ts.isPropertyAssignment(one) && isPlainStart(one.initializer));
  return /^(true|false|null|undefined)$/.test(node.getText());
}

function isTypeScript({ file }: Workbench): boolean {
  return /\.([cm]?ts|tsx)$/i.test(file.file);
}

function isWritten({ evaluator }: Workbench, name: ts.Identifier): boolean {
  const symbol = resolveName(name.text, name);
  return symbol !== undefined && evaluator.assignmentsTo(symbol).length > 0;
}

/** Nothing assigns to the parameter, and nothing in the callback has the same name. */
function keepsName(bench: Workbench, callback: ts.Node, name: ts.Identifier): boolean {
  return declarationsOf(callback, name.text) === 1 && !isWritten(bench, name);
}

function declarationsOf(node: ts.Node, name: string): number {
  let count = 0;
  const visit = (child: ts.Node): void => {
    const declared = ts.isVariableDeclaration(child) || ts.isParameter(child) || ts.isBindingElement(child);
    const isNamed = declared || ts.isFunctionDeclaration(child) || ts.isClassDeclaration(child);
    if (isNamed && child.name !== undefined && ts.isIdentifier(child.name) && child.name.text === name) count++;
    ts.forEachChild(child, visit);
  };
  visit(node);
  return count;
}

function isNamedOutside(scope: ts.Node, callback: ts.Node, name: string): boolean {
  if (scope === callback) return false;
  if (ts.isIdentifier(scope)) return mentionsName(scope, name);
  return ts.forEachChild(scope, (child) => (isNamedOutside(child, callback, name) ? true : undefined)) ?? false;
}

/** Inside what is called by a call that is rewritten. */
function isInCallee({ blocking }: Workbench, node: ts.Node): boolean {
  for (let inner = node, outer = node.parent; !isFunction(outer); inner = outer, outer = outer.parent)
    if (blocking.has(outer) && ts.isCallExpression(outer) && outer.expression === inner) return true;
  return false;
}

function namesOf(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}
