/** Calls of a file → facts: what is called, by which function, with which arguments, and what is handed on to be called. */
import { ts } from "ts-morph";
import type { ArgumentFacts, CallFacts, Span } from "../../core/facts";
import { lastName } from "../../core/guards";
import { callbackUse } from "./callbacks";
import { guardsOf } from "./conditions";
import { isEmptyLiteral } from "./declarations";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { givenTo, mayBeOurs } from "./given";
import { sizeFacts } from "./loops/through";
import { ownExport } from "./ownExports";
import type { OneReference, References } from "./references";
import { isInert } from "./scopes";
import { property, type Value } from "./values";
import type { CallNode, Place, Placed } from "./walk";

/** The call itself, and the references that it is given to call. */
export function factsOfCall(references: References, { node, place }: Placed<CallNode>): readonly CallFacts[] {
  return [...callFacts(references, node, place), ...callbackFacts(references, node, place)];
}

function callFacts(references: References, node: CallNode, place: Place): readonly CallFacts[] {
  const { evaluator } = references;
  const callee =
    declaredMember(references, node) ??
    // `exports.load()` of a CommonJS module is its own `load`.
    references.of(ownExport(evaluator.file.file, evaluator.calleeOf(node)));
  if (callee.kind === "unknown") return [];
  const { tree } = evaluator.file;
  const list = ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? []);
  return [
    {
      span: spanOf(node, tree),
      nameSpan: nameSpanOf(node, tree),
      owner: place.owner.key,
      callee,
      form: formOf(node),
      ...selfMember(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression),
      ...callGuards(references, node),
      ...indirectness(node, callee, evaluator.calleeOf(node)),
      awaited: isAwaited(node),
      ...onceIn(place),
      loopDepth: place.loopDepth,
      arguments: list.map((argument) => ({
        ...argumentFacts(evaluator, argument),
        ...(mayBeOurs(callee) ? sizeFacts(evaluator, argument) : {}),
      })),
    },
  ];
}

/** A method of something that an annotation tells, by its class: which one runs, who knows the classes that extend it can tell. */
function declaredMember(references: References, node: CallNode): OneReference | undefined {
  const callee = skipWrappers(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const { evaluator } = references;
  const receiver = evaluator.valueOf(callee.expression);
  if (receiver.kind !== "instance" || receiver.declared !== true || evaluator.valueOf(callee).kind !== "function")
    return undefined;
  const of = references.of(receiver);
  return of.kind === "path" ? { ...of, steps: [...of.steps, property(callee.name.text)] } : undefined;
}

function selfMember(expression: ts.Expression): Pick<CallFacts, "selfMember"> {
  const node = skipWrappers(expression);
  return ts.isPropertyAccessExpression(node) ? memberOfThis(node.expression, node.name.text) : {};
}

/** `this.name`, by its name. What is private to the class stays its own. */
export function memberOfThis(object: ts.Expression, name: string): Pick<CallFacts, "selfMember"> {
  return object.kind === ts.SyntaxKind.ThisKeyword && !name.startsWith("#") ? { selfMember: name } : {};
}

/** What a call's facts say of where it runs once. */
export function onceIn({ once }: Place): Pick<CallFacts, "once"> {
  return once === true ? { once } : {};
}

function callGuards(references: References, node: ts.Node): Pick<CallFacts, "guards"> {
  const guards = guardsOf(references, node);
  return guards.length === 0 ? {} : { guards };
}

/** Called by another name than its own, it may have been given arguments before. */
function indirectness(node: CallNode, callee: OneReference, value: Value): Pick<CallFacts, "isIndirect"> {
  const isBound = value.kind === "path" && value.bound === true;
  const target = skipWrappers(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  const written = ts.isPropertyAccessExpression(target) ? target.name.text : target.getText();
  const asked = lastName(callee);
  const isNamed = asked === written || asked === "default" || target.kind === ts.SyntaxKind.SuperKeyword;
  return mayBeOurs(callee) && (isBound || !isNamed) ? { isIndirect: true } : {};
}

function formOf(node: CallNode): "call" | "new" | "tag" {
  if (ts.isTaggedTemplateExpression(node)) return "tag";
  return ts.isNewExpression(node) || node.expression.kind === ts.SyntaxKind.SuperKeyword ? "new" : "call";
}

/** `files.map(fs.readFileSync)`: the reference is called for every element; `retry(load)`: as `retry` does with it. */
function callbackFacts(references: References, node: CallNode, place: Place): readonly CallFacts[] {
  if (ts.isTaggedTemplateExpression(node)) return [];
  const { evaluator } = references;
  return (node.arguments ?? []).flatMap((argument) => {
    const target = skipWrappers(argument);
    const named = boundFunction(target) ?? target;
    if (!ts.isIdentifier(named) && !ts.isPropertyAccessExpression(named) && !ts.isElementAccessExpression(named))
      return [];
    const value = ownExport(evaluator.file.file, evaluator.valueOf(target));
    if (!mayBeFunction(value)) return [];
    const use = callbackUse(evaluator, node, argument);
    const given = use.placement === "own" ? givenTo(references, node, argument) : undefined;
    if (use.placement !== "inline" && given === undefined) return [];
    const callee = references.of(value);
    if (callee.kind === "unknown") return [];
    const span = spanOf(target, evaluator.file.tree);
    return [
      {
        span,
        nameSpan: spanOf(named, evaluator.file.tree),
        owner: place.owner.key,
        callee,
        form: "callback" as const,
        ...(given === undefined ? {} : { givenTo: given }),
        ...callGuards(references, target),
        awaited: false,
        ...onceIn(place),
        loopDepth: place.loopDepth + (use.repeated ? 1 : 0),
        arguments: [],
      },
    ];
  });
}

/** `load` of `load.bind(this)`. */
function boundFunction(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return name.text === "bind" ? skipWrappers(expression) : undefined;
}

/** A function of ours, or what an import gives: of that nobody knows here. Instances and whole modules are data. */
function mayBeFunction(value: Value): boolean {
  if (value.kind === "function" || value.kind === "signature") return true;
  if (value.kind !== "path" || value.root.kind === "global") return false;
  return value.steps.at(-1)?.kind === "property" || value.root.kind === "function";
}

/** The callee, or only its last name when a call stands before it (chained calls don't overlap), or a line break. */
export function nameSpanOf(node: CallNode, tree: ts.SourceFile): Span {
  const callee = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression;
  const target = skipWrappers(callee);
  if (ts.isPropertyAccessExpression(target)) {
    const isOnOneLine = !/[\r\n]/.test(tree.text.slice(target.getStart(tree), target.end));
    if (!isOnOneLine || containsCall(target.expression)) return spanOf(target.name, tree);
  }
  return ts.isNewExpression(node) ? { start: node.getStart(tree), end: callee.end } : spanOf(callee, tree);
}

function containsCall(node: ts.Node): boolean {
  if (isInert(node.kind)) return false;
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
  if (isEmptyLiteral(node))
    return { shape: "other", nothing: node.kind === ts.SyntaxKind.NullKeyword ? "null" : "undefined" };
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

export function spanOf(node: ts.Node, tree: ts.SourceFile): Span {
  return { start: node.getStart(tree), end: node.end };
}
