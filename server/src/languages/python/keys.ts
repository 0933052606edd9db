/** Declared paths: the names that functions and classes have outside of their file. */
import { Kept } from "../../core/kept";
import { childOf, type PyFile, type PyNode } from "./tree";

/** Given anew for every text: a node that outlives one can come under another name. */
const keys = new Kept<PyNode, string>();

/**
 * The declared path of a `def`, `lambda` or `class`, unique in its file: `Class.method`, `outer.inner`, `load.<lambda>`,
 * and with a number where a path is declared again. Undefined for any other node, and before `giveKeys` was here.
 */
export function keyOf(node: PyNode): string | undefined {
  return keys.get(node);
}

/** Names every function and class of a file. */
export function giveKeys({ root, text }: PyFile): void {
  const counts = new Map<string, number>();
  const visit = (node: PyNode, prefix: string): void => {
    const { type } = node;
    const isClass = type === "class_definition";
    if (!isClass && type !== "function_definition" && type !== "lambda") {
      for (const child of node.children) visit(child, prefix);
      return;
    }
    const name = childOf(node, "name");
    const own = name === undefined ? "<lambda>" : text.slice(name.start, name.end);
    const path = prefix === "" ? own : `${prefix}.${own}`;
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const key = count === 1 ? path : `${path}~${String(count)}`;
    keys.set(node, key);
    // Default values, decorators and bases are written outside.
    for (const child of node.children) visit(child, child.field === "body" ? key : prefix);
  };
  visit(root, "");
}
