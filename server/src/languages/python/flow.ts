/** How control leaves a function: what it returns and yields, and thereby its colour. */
import { Kept } from "../../core/kept";
import type { Colour } from "../../core/facts";
import { childOf, childOfType, type PyNode } from "./tree";

export interface Flow {
  /** Expressions after `return`; a `return` alone isn't among them. A lambda returns its body. */
  readonly returns: readonly PyNode[];
  /** `yield` and `yield from`. */
  readonly yields: readonly PyNode[];
  /** `await` expressions. */
  readonly awaits: readonly PyNode[];
  /** Something waits that isn't written `await`: `async for`, `async with`. */
  readonly waitsOtherwise: boolean;
}

/** A node that outlives its text is unchanged, and so is its flow. */
const flows = new Kept<PyNode, Flow>();

/** Flow of a `def` or a `lambda`, without that of functions inside of it. */
export function flowOf(definition: PyNode): Flow {
  const known = flows.get(definition);
  if (known !== undefined) return known;
  const returns: PyNode[] = [];
  const yields: PyNode[] = [];
  const awaits: PyNode[] = [];
  let waitsOtherwise = false;
  const visit = (node: PyNode): void => {
    const { type } = node;
    if (type === "function_definition" || type === "lambda" || type === "class_definition") return;
    if (type === "yield") yields.push(node);
    else if (type === "await") awaits.push(node);
    else if (type === "async") waitsOtherwise = true;
    else if (type === "return_statement") {
      const value = node.children.find((child) => child.type !== "comment");
      if (value !== undefined) returns.push(value);
    }
    for (const child of node.children) visit(child);
  };
  const body = childOf(definition, "body");
  if (body !== undefined) {
    if (definition.type === "lambda") returns.push(body);
    visit(body);
  }
  const flow = { returns, yields, awaits, waitsOtherwise };
  flows.set(definition, flow);
  return flow;
}

export function colourOf(definition: PyNode): Colour {
  const yields = flowOf(definition).yields.length > 0;
  if (childOfType(definition, "async") !== undefined) return yields ? "async-generator" : "async";
  return yields ? "generator" : "sync";
}
