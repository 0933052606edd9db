/** Whether an offset lies in a comment. */
import { ts } from "ts-morph";

/**
 * True when `offset` (UTF-16) is in a comment of `tree`: between tokens, or in what precedes one. Asked only at offsets
 * where comment words stand, so anything between tokens is a comment.
 */
export function isInComment(tree: ts.SourceFile, offset: number): boolean {
  let node: ts.Node = tree;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.pos <= offset && offset < candidate.end ? candidate : undefined,
    );
    if (child === undefined) break;
    node = child;
  }
  if (ts.isJsxText(node)) return false;
  if (offset < node.getStart(tree)) return true;
  return node === tree || !isLeaf(node);
}

/** Tokens whose text can hold anything: strings, templates, regular expressions. */
function isLeaf(node: ts.Node): boolean {
  return ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node);
}
