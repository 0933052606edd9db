/**
 * The function that an edit stays inside of: no other is around it, and what is outside of it can't see the difference,
 * as far as its own text tells.
 */
import { ts } from "ts-morph";
import type { Change } from "../../core/change";
import type { Span } from "../../core/facts";
import { isFunction } from "./functions";
import { assignsOutside } from "./scopes";
import type { FunctionNode } from "./values";

export interface EditedFunction {
  readonly node: FunctionNode;
  readonly span: Span;
  /** Kinds of the nodes around it, the outermost last. */
  readonly around: readonly ts.SyntaxKind[];
  /** Offsets of what is outside up to this one come before the edit, all others after it. */
  readonly pivot: number;
}

/** In a tree that has `place` in it; undefined where the edit may matter elsewhere. */
export function editedFunction(tree: ts.SourceFile, place: Span): EditedFunction | undefined {
  const node = functionAt(tree, place);
  const body = node?.body;
  if (node === undefined || body === undefined || !ts.isBlock(body) || ts.isConstructorDeclaration(node))
    return undefined;
  const start = node.getStart(tree);
  const open = body.getStart(tree);
  const isInBody = open < place.start && place.end < node.end;
  const isJavaScript = (node.flags & ts.NodeFlags.JavaScriptFile) !== 0;
  // White space and comments before a function belong to it; nothing else ends or begins among them. In JavaScript they are types.
  const isBefore = !isJavaScript && node.pos <= place.start && place.end <= start && node.pos < start;
  if (!isInBody && !isBefore) return undefined;
  if (hasPartsOutside(node) || assignsOutside(node)) return undefined;
  const text = tree.text.slice(node.pos, node.end);
  if (isJavaScript && SEEN_BY_THE_BINDER.test(text)) return undefined;
  const around = placesAround(node);
  if (around === undefined) return undefined;
  return { node, span: { start, end: node.end }, around, pivot: isInBody ? open : node.pos };
}

/** Whether `after` is `before` with the edit, so that what is around it is what it was. */
export function isSameOutside(before: EditedFunction, after: EditedFunction, { oldEnd, newEnd }: Change): boolean {
  return (
    after.node.kind === before.node.kind &&
    after.pivot === before.pivot &&
    after.span.end === before.span.end + newEnd - oldEnd &&
    after.around.length === before.around.length &&
    after.around.every((kind, index) => kind === before.around[index])
  );
}

/** In JavaScript the binder makes exports, members and types of assignments and comments, wherever they are. */
const SEEN_BY_THE_BINDER = /\b(exports|module|prototype|defineProperty)\b|@(typedef|callback|import|enum|overload)\b/;

/** The outermost function around a place, with what stands before it up to the last token. */
function functionAt(tree: ts.SourceFile, { start, end }: Span): FunctionNode | undefined {
  let node: ts.Node = tree;
  while (!isFunction(node)) {
    let found: ts.Node | undefined;
    // Of two that meet there, the place belongs to what comes before the second.
    ts.forEachChild(node, (child) => {
      if (child.pos <= start && end <= child.end) found = child;
    });
    if (found === undefined) return undefined;
    node = found;
  }
  return node;
}

/** Decorators and computed names run where the class or the object is. */
function hasPartsOutside(node: FunctionNode): boolean {
  const isDecorated = ts.canHaveDecorators(node) && (ts.getDecorators(node)?.length ?? 0) > 0;
  const isComputed = node.name !== undefined && ts.isComputedPropertyName(node.name);
  const hasDecoratedParameter = node.parameters.some((parameter) => (ts.getDecorators(parameter)?.length ?? 0) > 0);
  return isDecorated || isComputed || hasDecoratedParameter;
}

/** Where a variable of the module may be filled, what runs there may run a first time alone. */
function mayRunOnce(node: ts.Node): boolean {
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isBlock(node)) return true;
  return ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
}

/** Undefined where something else around it is one with it: a loop, or a call with what comes after. */
function placesAround(node: ts.Node): readonly ts.SyntaxKind[] | undefined {
  const kinds: ts.SyntaxKind[] = [];
  for (let inner = node, outer = node.parent; ; inner = outer, outer = outer.parent) {
    if (ts.isSourceFile(outer)) return kinds;
    if (ts.isIterationStatement(outer, false) || ts.isPropertyDeclaration(outer)) return undefined;
    if (ts.isTaggedTemplateExpression(outer) || mayRunOnce(outer)) return undefined;
    if (ts.isCallExpression(outer) || ts.isNewExpression(outer)) {
      // The call's own facts come before those of what is in it, wherever an argument stands.
      const index = outer.arguments?.indexOf(inner as ts.Expression) ?? -1;
      if (index + 1 < (outer.arguments?.length ?? 0)) return undefined;
    }
    kinds.push(outer.kind);
  }
}
