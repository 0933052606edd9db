/** From the span of something that computes to its node. */
import { ts } from "ts-morph";
import type { Span } from "../../../../core/facts";
import { isFunction } from "../../functions";

/** The outermost loop, expression or function with exactly this span. */
export function findWork(tree: ts.SourceFile, span: Span): ts.Node | undefined {
  let node: ts.Node = tree;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.pos <= span.start && span.end <= candidate.end ? candidate : undefined,
    );
    if (child === undefined) return undefined;
    const isWanted = ts.isIterationStatement(child, false) || ts.isExpression(child) || isFunction(child);
    if (isWanted && child.getStart(tree) === span.start && child.end === span.end) return child;
    node = child;
  }
}

/** The loop with its labels: what stands among statements. */
export function outermostLabel(loop: ts.Statement): ts.Statement {
  let outer = loop;
  while (ts.isLabeledStatement(outer.parent)) outer = outer.parent;
  return outer;
}

/** Nodes below `node` that its own function evaluates, `node` left out. */
export function* ownNodes(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    if (ts.isTypeNode(child)) continue;
    yield child;
    if (!isFunction(child)) yield* ownNodes(child);
  }
}

/** All nodes below `node`, those of functions in it too, types left out. */
export function* allNodes(node: ts.Node): Generator<ts.Node> {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    if (ts.isTypeNode(child)) continue;
    yield child;
    yield* allNodes(child);
  }
}
