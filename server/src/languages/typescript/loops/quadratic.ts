/** For each element of something all of its elements again: nested loops, searches in loops, copies that grow. */
import { ts } from "ts-morph";
import type { WorkSign } from "../../../core/facts";
import type { Evaluator } from "../evaluate";
import { colourOf, isFunction } from "../functions";
import { resolveName } from "../scopes";
import type { FunctionNode } from "../values";
import { collectionOf, isSame, isUnbounded, isUnboundedValue, walkedBy, type Collection } from "./collections";
import { unwrap } from "./constants";
import { copiesOf } from "./copies";
import { conditionOf, isLoop, keywordOf, someOwn, steppedBy, targetOf, type LoopNode } from "./loop";
import { isWait } from "./turns";
import { conjuncts } from "./iterations";
import { inlineCall } from "./inline";
import { isAlways } from "./always";
import { isInput, isLarge, isLargeValue } from "./inputs";

/** A loop statement, or a call that runs a callback for each element. */
export type Walk = LoopNode | ts.CallExpression;

export interface Quadratic {
  readonly outer: Walk;
  readonly inner: ts.Node;
  readonly sign: Extract<WorkSign, { kind: "quadratic" }>;
  /** What surely runs before or behind `inner` in the same time around. */
  readonly beside: readonly ts.Statement[];
}

/** Array methods that run a callback for each element. */
const WALKS: ReadonlySet<string> = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some".split(" "),
);

/** Those that look for one element. */
const SEARCHES: ReadonlySet<string> = new Set(["includes", "indexOf", "lastIndexOf"]);

/** As much of a name as a sentence can hold. */
const LONGEST_NAME = 40;

/** What `node`, a loop or a call of a method, makes quadratic together with a loop around it. */
export function quadraticAt(evaluator: Evaluator, node: ts.Node): Quadratic | undefined {
  if (isLoop(node)) return nestedLoop(evaluator, node);
  if (!ts.isCallExpression(node)) return undefined;
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  const isSearch = SEARCHES.has(method) && node.arguments.length === 1;
  if (!isSearch && !WALKS.has(method)) return copiesOf(evaluator, node, outerWalks(evaluator, node));
  const around = outerWalks(evaluator, node);
  if (around.length > 0) {
    const searched = collectionOf(evaluator, callee.expression);
    for (const outer of around) {
      const over = searched && sameWalk(evaluator, outer, searched);
      if (over !== undefined) {
        // Another loop, written as a call.
        const isPairs = method === "forEach" && isOfInput(evaluator, outer, node);
        return found(outer, node, over, method, !isPairs, isPairs || isLargeWalk(evaluator, outer));
      }
      const grown = searched && (isSearch || SEEKING.has(method)) ? grownIn(evaluator, outer, searched) : undefined;
      if (grown !== undefined) return found(outer, node, grown, method, true, isLargeWalk(evaluator, outer));
    }
  }
  return copiesOf(evaluator, node, around);
}

/** Methods with a callback that are searches as a rule. */
const SEEKING: ReadonlySet<string> = new Set(["find", "findIndex", "findLast", "findLastIndex", "some"]);

export function found(
  { walk, beside }: Outer,
  inner: ts.Node,
  over: string,
  how: string,
  isSearch: boolean,
  onInput: boolean,
): Quadratic {
  return { outer: walk, inner, sign: { kind: "quadratic", over, inner: how, isSearch, onInput }, beside };
}

/** Each element of an input meets all of it, whatever they are. */
function isOfInput(evaluator: Evaluator, { walk, over }: Outer, inner: ts.Node): boolean {
  return over !== undefined && isInput(evaluator, over) && isAlways(inner, walk);
}

/** What a walk goes through is so large that searching or copying it for each element takes long. */
export function isLargeWalk(evaluator: Evaluator, { walk, over }: Outer): boolean {
  if (over !== undefined) return isLarge(evaluator, over);
  const callee = isLoop(walk) ? undefined : unwrap(walk.expression);
  return callee !== undefined && ts.isPropertyAccessExpression(callee) && isLargeValue(evaluator, callee.expression);
}

function nestedLoop(evaluator: Evaluator, inner: LoopNode): Quadratic | undefined {
  const around = outerWalks(evaluator, inner);
  if (around.length === 0) return undefined;
  const walked = walkedBy(evaluator, inner);
  if (walked === undefined) return undefined;
  for (const outer of around) {
    const over = startsAgain(inner) ? sameWalk(evaluator, outer, walked) : undefined;
    if (over !== undefined)
      return found(outer, inner, over, keywordOf(inner), false, isOfInput(evaluator, outer, inner));
  }
  return undefined;
}

/** A walk around a node, with what it walks through and the callback that it runs, if it is a call. */
export interface Outer {
  readonly walk: Walk;
  readonly over: Collection | undefined;
  readonly callback?: FunctionNode;
  /** What surely runs in the same time around as the node. */
  readonly beside: readonly ts.Statement[];
}

/** The walks around `node` in which it runs once for each element, from the inside out. */
export function outerWalks(evaluator: Evaluator, node: ts.Node): readonly Outer[] {
  const walks: Outer[] = [];
  // It runs once at most in what the same function has around it.
  let ends = false;
  let beside: ts.Statement[] = [];
  for (let inner = node, outer = node.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (isLoop(outer)) {
      if (ends) break;
      const isRepeated = inner === outer.statement || (inner === conditionOf(outer) && !ts.isForStatement(outer));
      if (isRepeated) walks.push({ walk: outer, over: walkedBy(evaluator, outer), beside: [...beside] });
    } else if (isFunction(outer)) {
      const call = inlineCall(evaluator, outer);
      if (call === undefined) break;
      // What comes behind an `await` runs later.
      if (colourOf(outer) !== "sync" && (colourOf(outer) !== "async" || waitsBefore(outer, node))) break;
      ends = false;
      beside = [];
      const callee = unwrap(call.expression);
      if (ts.isPropertyAccessExpression(callee) && WALKS.has(callee.name.text))
        walks.push({
          walk: call,
          over: collectionOf(evaluator, callee.expression),
          callback: outer,
          beside: [],
        });
    } else if (ts.isThrowStatement(outer)) break;
    else if (endsLoop(outer, inner)) ends = true;
    else if (ts.isBlock(outer)) beside.push(...statementsBeside(outer, inner));
  }
  return walks;
}

function waitsBefore(function_: FunctionNode, node: ts.Node): boolean {
  if (function_.body === undefined) return false;
  return someOwn(function_.body, (inner) => inner.pos < node.pos && isWait(inner));
}

/** What runs in `outer` runs once at most: `return rows.find(…)`, or a list of statements that ends with leaving. */
function endsLoop(outer: ts.Node, inner: ts.Node): boolean {
  if (ts.isReturnStatement(outer)) return true;
  if (!ts.isBlock(outer) && !ts.isCaseOrDefaultClause(outer)) return false;
  return statementsAfter(outer, inner).some(
    (statement) =>
      ts.isReturnStatement(statement) ||
      ts.isThrowStatement(statement) ||
      (ts.isBreakStatement(statement) && !ts.isCaseOrDefaultClause(outer)),
  );
}

function statementsAfter({ statements }: ts.Block | ts.CaseOrDefaultClause, inner: ts.Node): readonly ts.Statement[] {
  return statements.slice(statements.indexOf(inner as ts.Statement) + 1);
}

/** What runs with it: the rest of its block, and what it is part of, unless that is a loop or a choice that has it inside. */
function statementsBeside({ statements }: ts.Block, inner: ts.Node): readonly ts.Statement[] {
  return statements.filter(
    (statement) => statement !== inner || ts.isExpressionStatement(statement) || ts.isVariableStatement(statement),
  );
}

/** The name of what both walk through, if it is the same, of any size, and stays the same for the walk. */
function sameWalk(evaluator: Evaluator, { walk, over, callback }: Outer, inner: Collection): string | undefined {
  // `rows.filter((row, index, all) => all.indexOf(row) === index)`
  if (callback !== undefined && !isLoop(walk) && inner.path === "" && isWholeParameter(callback, inner, walk)) {
    const outer = unwrap((unwrap(walk.expression) as ts.PropertyAccessExpression).expression);
    return isUnboundedValue(evaluator, outer) ? written(outer) : undefined;
  }
  if (over === undefined || !isSame(over, inner) || !isUnbounded(evaluator, over)) return undefined;
  if (over.path === "" && over.root !== undefined && isDeclaredIn(over.root, walk)) return undefined;
  const isElement = over.root !== undefined && isDeclaredIn(over.root, isLoop(walk) ? walk : (callback ?? walk));
  if (isElement || isReplacedIn(walk, over) || isConsumed(walk)) return undefined;
  return nameOf(walk, over);
}

/** The parameter that gets the whole array. */
function isWholeParameter(callback: FunctionNode, inner: Collection, walk: ts.CallExpression): boolean {
  const callee = unwrap(walk.expression);
  const isReduce = ts.isPropertyAccessExpression(callee) && callee.name.text.startsWith("reduce");
  const parameter = callback.parameters[isReduce ? 3 : 2];
  return parameter !== undefined && inner.root?.declarations?.[0] === parameter;
}

function isDeclaredIn(symbol: ts.Symbol, node: ts.Node): boolean {
  const [declaration] = symbol.declarations ?? [];
  return declaration !== undefined && declaration.pos >= node.pos && declaration.end <= node.end;
}

/** The variable gets another value each time around: `level = next`. */
function isReplacedIn(walk: Walk, { root, path }: Collection): boolean {
  const isReplaced = (node: ts.Node): boolean => {
    const isPlain = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    const target = isPlain ? node.left : undefined;
    if (target !== undefined && ts.isIdentifier(target) && target.text === root?.name)
      return resolveName(target.text, target) === root;
    if (target !== undefined && ts.isPropertyAccessExpression(target)) return path.endsWith(`.${target.name.text}`);
    return ts.forEachChild(node, (child) => (isReplaced(child) ? true : undefined)) === true;
  };
  return isReplaced(isLoop(walk) ? walk.statement : walk);
}

/** Its own counter is moved by hand: what it goes over inside, it doesn't go over again. */
function isConsumed(walk: Walk): boolean {
  if (!isLoop(walk) || ts.isForOfStatement(walk) || ts.isForInStatement(walk)) return false;
  if (!ts.isForStatement(walk) || walk.initializer === undefined) return true;
  if (!ts.isVariableDeclarationList(walk.initializer) || !isByOne(walk.incrementor)) return true;
  const names = new Set(walk.initializer.declarations.map(({ name }) => name.getText()));
  return someOwn(walk.statement, (node) => {
    const target = targetOf(node);
    return target !== undefined && ts.isIdentifier(target) && names.has(target.text);
  });
}

/** In steps of one: larger ones are slices, of which each is gone through once. */
function isByOne(incrementor: ts.Expression | undefined): boolean {
  if (incrementor === undefined) return false;
  if (ts.isBinaryExpression(incrementor) && incrementor.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return isByOne(incrementor.left);
  return steppedBy(incrementor) !== undefined || /\b1$/.test(incrementor.getText());
}

/** An inner loop with an index of its own that isn't a look ahead: it ends with the collection. */
function startsAgain(inner: LoopNode): boolean {
  if (ts.isForOfStatement(inner) || ts.isForInStatement(inner)) return true;
  if (!ts.isForStatement(inner) || inner.initializer === undefined || inner.condition === undefined) return false;
  return conjuncts(inner.condition).length === 1;
}

/** `seen.push(row)` in a walk through something of any size: the name of what it grows with. */
function grownIn(evaluator: Evaluator, { walk, over, callback }: Outer, searched: Collection): string | undefined {
  const { root, path } = searched;
  if (over === undefined || !isUnbounded(evaluator, over) || isSame(over, searched)) return undefined;
  if (root !== undefined && isDeclaredIn(root, isLoop(walk) ? walk : (callback ?? walk))) return undefined;
  const grows = (node: ts.Node): boolean => {
    const callee = ts.isCallExpression(node) ? unwrap(node.expression) : undefined;
    if (callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === "push") {
      const target = collectionOf(evaluator, callee.expression);
      // What it grows by was waited for.
      if (target?.path === path && isSame(target, searched) && isOfRound(node as ts.CallExpression, walk))
        return !isLoop(walk) || !someOwn(walk.statement, (wait) => wait.pos < node.pos && isWait(wait));
    }
    return ts.forEachChild(node, (child) => (grows(child) ? true : undefined)) === true;
  };
  const body = isLoop(walk) ? walk.statement : callback?.body;
  return body !== undefined && grows(body) ? nameOf(walk, over) : undefined;
}

/** Something that may be another one each time around: `all.push(NAME)` gets no longer where it is looked for first. */
function isOfRound({ arguments: given }: ts.CallExpression, walk: Walk): boolean {
  return given.some((argument) => {
    let object = unwrap(argument);
    while (ts.isPropertyAccessExpression(object)) object = unwrap(object.expression);
    if (!ts.isIdentifier(object)) return !ts.isLiteralExpression(object);
    const symbol = resolveName(object.text, object);
    return symbol === undefined || isDeclaredIn(symbol, walk) || !isConstant(symbol);
  });
}

function isConstant({ declarations = [] }: ts.Symbol): boolean {
  return declarations.every(
    (declaration) => ts.isParameter(declaration) || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0,
  );
}

/** What a walk goes through, as its head says. */
export function nameOf(walk: Walk, over: Collection): string {
  if (ts.isForOfStatement(walk) || ts.isForInStatement(walk)) return written(walk.expression);
  return written(isLoop(walk) ? over.node : (unwrap(walk.expression) as ts.PropertyAccessExpression).expression);
}

/** As it stands in the text, on one line. */
export function written(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}
