/** Whether an offset lies in a comment. */
import { ts } from "ts-morph";

/**
 * True when `offset` (UTF-16) is in a comment of `tree`: between tokens, or in what precedes one. Asked only at offsets
 * where comment words stand, so anything between tokens is a comment.
 */
export function isInComment(tree: ts.SourceFile, offset: number): boolean {
  const node = nodeAt(tree, offset);
  if (ts.isJsxText(node)) return false;
  if (offset < node.getStart(tree)) return true;
  return node === tree || !isLeaf(node);
}

/** The innermost node whose text, with what precedes it, holds `offset`. */
export function nodeAt(tree: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = tree;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.pos <= offset && offset < candidate.end ? candidate : undefined,
    );
    if (child === undefined) return node;
    node = child;
  }
}

/** Tokens whose text can hold anything: strings, templates, regular expressions. */
function isLeaf(node: ts.Node): boolean {
  return ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node);
}
