/** One walk over a file's tree: which function evaluates which call, in how many loops. */
import { ts } from "ts-morph";
import type { ArgumentFacts, CallFacts, FunctionFacts, Span } from "../../core/facts";
import { callbackUse, placementOf } from "./callbacks";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { colourOf, declaredName, FunctionKeys, isFunction } from "./functions";
import { isStatic } from "./members";
import { toReference, type FunctionNode } from "./values";

type CallNode = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

export interface Collected {
  readonly functions: readonly FunctionFacts[];
  readonly calls: readonly CallFacts[];
  readonly keys: FunctionKeys;
}

/** Where the walk is: the function that evaluates the node, and the loops around it. */
interface Place {
  readonly owner: string;
  readonly loopDepth: number;
}

export function collectCalls(evaluator: Evaluator): Collected {
  const { tree } = evaluator.file;
  const keys = new FunctionKeys();
  const functions: FunctionFacts[] = [
    { key: "", parent: undefined, colour: "sync", placement: "own", span: { start: 0, end: tree.end } },
  ];
  const pending: { node: CallNode; place: Place }[] = [];

  const visitFunction = (node: FunctionNode, place: Place): void => {
    const key = keys.add(node, place.owner, declaredName(node));
    const { placement, repeated } = placementOf(evaluator, node);
    functions.push({ key, parent: place.owner, colour: colourOf(node), placement, span: spanOf(node, tree) });
    const depth = placement === "inline" ? place.loopDepth + (repeated ? 1 : 0) : 0;
    const inside: Place = { owner: key, loopDepth: depth };
    ts.forEachChild(node, (child) => {
      // Decorators and computed names are evaluated where the class or the object is.
      visit(child, child === node.name || ts.isDecorator(child) ? place : inside);
    });
  };

  const visitChildren = (node: ts.Node, place: Place): void => {
    ts.forEachChild(node, (child) => {
      visit(child, place);
    });
  };

  const visit = (node: ts.Node, place: Place): void => {
    if (isFunction(node)) return visitFunction(node, place);
    if (ts.isPropertyDeclaration(node) && !isStatic(node)) return visitField(node, place);
    if (isCallNode(node)) pending.push({ node, place });
    const repeated = repeatedParts(node);
    if (repeated === undefined) return visitChildren(node, place);
    const inLoop: Place = { ...place, loopDepth: place.loopDepth + 1 };
    ts.forEachChild(node, (child) => {
      visit(child, repeated.includes(child) ? inLoop : place);
    });
  };

  /** An instance field's initialiser runs in the constructor, its name and decorators with the class. */
  const visitField = (node: ts.PropertyDeclaration, place: Place): void => {
    const key = keys.add(node, place.owner, `${node.parent.name?.text ?? "<class>"}.<fields>`);
    functions.push({ key, parent: place.owner, colour: "sync", placement: "own", span: spanOf(node, tree) });
    ts.forEachChild(node, (child) => {
      visit(child, child === node.initializer ? { owner: key, loopDepth: 0 } : place);
    });
  };

  visitChildren(tree, { owner: "", loopDepth: 0 });
  // References are made once every function has its key.
  const calls = pending.flatMap(({ node, place }) => [
    ...callFacts(evaluator, keys, node, place),
    ...callbackFacts(evaluator, keys, node, place),
  ]);
  return { functions, calls, keys };
}

function isCallNode(node: ts.Node): node is CallNode {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}

/** The children of a loop that run more than once; undefined for anything but a loop. */
function repeatedParts(node: ts.Node): readonly (ts.Node | undefined)[] | undefined {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return [node.statement];
  if (ts.isForStatement(node)) return [node.condition, node.incrementor, node.statement];
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) return [node.expression, node.statement];
  return undefined;
}

function callFacts(evaluator: Evaluator, keys: FunctionKeys, node: CallNode, place: Place): readonly CallFacts[] {
  const callee = toReference(evaluator.calleeOf(node), (target) => keys.keyOf(target));
  if (callee.kind === "unknown") return [];
  const { tree } = evaluator.file;
  const form = ts.isNewExpression(node) ? "new" : ts.isTaggedTemplateExpression(node) ? "tag" : "call";
  const list = ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? []);
  return [
    {
      span: spanOf(node, tree),
      nameSpan: nameSpanOf(node, tree),
      owner: place.owner,
      callee,
      form,
      awaited: isAwaited(node),
      loopDepth: place.loopDepth,
      arguments: list.map((argument) => argumentFacts(evaluator, argument)),
    },
  ];
}

/** `files.map(fs.readFileSync)`: the reference is called for every element. */
function callbackFacts(evaluator: Evaluator, keys: FunctionKeys, node: CallNode, place: Place): readonly CallFacts[] {
  if (ts.isTaggedTemplateExpression(node)) return [];
  return (node.arguments ?? []).flatMap((argument) => {
    const target = skipWrappers(argument);
    if (!ts.isIdentifier(target) && !ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target))
      return [];
    const callee = toReference(evaluator.valueOf(target), (function_) => keys.keyOf(function_));
    if (callee.kind !== "path" || callee.root.kind === "global") return [];
    const use = callbackUse(evaluator, node, argument);
    if (use.placement !== "inline") return [];
    const span = spanOf(target, evaluator.file.tree);
    const loopDepth = place.loopDepth + (use.repeated ? 1 : 0);
    return [
      { span, nameSpan: span, owner: place.owner, callee, form: "callback", awaited: false, loopDepth, arguments: [] },
    ];
  });
}

/** The callee, or only its last name when a call stands before it (chained calls don't overlap), or a line break. */
function nameSpanOf(node: CallNode, tree: ts.SourceFile): Span {
  const callee = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression;
  const target = skipWrappers(callee);
  if (ts.isPropertyAccessExpression(target)) {
    const isOnOneLine = !/[\r\n]/.test(tree.text.slice(target.getStart(tree), target.end));
    if (!isOnOneLine || containsCall(target.expression)) return spanOf(target.name, tree);
  }
  return ts.isNewExpression(node) ? { start: node.getStart(tree), end: callee.end } : spanOf(callee, tree);
}

function containsCall(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return true;
  return ts.forEachChild(node, (child) => (containsCall(child) ? true : undefined)) ?? false;
}

function isAwaited(node: ts.Node): boolean {
  let outer = node.parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return ts.isAwaitExpression(outer);
}

function argumentFacts(evaluator: Evaluator, argument: ts.Expression): ArgumentFacts {
  const node = skipWrappers(argument);
  if (ts.isSpreadElement(node)) return { shape: "spread" };
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { shape: "function" };
  if (ts.isStringLiteralLike(node)) return { shape: "string", literal: node.text };
  const amount = amountOf(node);
  if (amount !== undefined) return { shape: "number", literal: amount };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { shape: "boolean", literal: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { shape: "boolean", literal: false };
  if (ts.isTemplateExpression(node)) return { shape: "string" };
  if (ts.isObjectLiteralExpression(node)) return { shape: "object", properties: propertyFacts(evaluator, node) };
  return { shape: evaluator.valueOf(node).kind === "function" ? "function" : "other" };
}

/** Value of a numeric literal and of products and powers of them: `64 * 1024`, `2 ** 20`. */
function amountOf(expression: ts.Expression): number | undefined {
  const node = skipWrappers(expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (!ts.isBinaryExpression(node)) return undefined;
  const left = amountOf(node.left);
  const right = amountOf(node.right);
  if (left === undefined || right === undefined) return undefined;
  if (node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return left * right;
  return node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken ? left ** right : undefined;
}

function propertyFacts(
  evaluator: Evaluator,
  node: ts.ObjectLiteralExpression,
): Record<string, string | number | boolean | null> {
  const facts: Record<string, string | number | boolean | null> = {};
  for (const element of node.properties) {
    if (element.name === undefined || !(ts.isIdentifier(element.name) || ts.isStringLiteralLike(element.name)))
      continue;
    const value = ts.isPropertyAssignment(element) ? argumentFacts(evaluator, element.initializer).literal : undefined;
    facts[element.name.text] = value ?? null;
  }
  return facts;
}

function spanOf(node: ts.Node, tree: ts.SourceFile): Span {
  return { start: node.getStart(tree), end: node.end };
}
