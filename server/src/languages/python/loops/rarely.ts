/** What stands in a loop and yet doesn't run each time around. */
import type { PyNode } from "../tree";

/** The block around it, up to the loop's own, goes on to leave the loop: it runs once. */
export function isLeftBehind(inner: PyNode, loop: PyNode): boolean {
  for (let node = inner; node.parent !== undefined && node !== loop; node = node.parent) {
    const { parent } = node;
    if (node.type === "return_statement" || node.type === "raise_statement") return true;
    if (parent.type !== "block") continue;
    const later = parent.children.slice(parent.children.indexOf(node) + 1);
    const isLoopsOwn = parent.parent === loop || !isInInnerLoop(parent, loop);
    if (
      later.some(
        ({ type }) =>
          type === "return_statement" || type === "raise_statement" || (type === "break_statement" && isLoopsOwn),
      )
    )
      return true;
  }
  return false;
}

/** Whether it stands under a condition in the loop. */
export function isUnderCondition(inner: PyNode, loop: PyNode): boolean {
  for (let node: PyNode | undefined = inner; node !== undefined && node !== loop; node = node.parent)
    if (/^(if_statement|conditional_expression|case_clause|except_clause)$/.test(node.type)) return true;
  return false;
}

function isInInnerLoop(node: PyNode, loop: PyNode): boolean {
  for (let outer: PyNode | undefined = node; outer !== undefined && outer !== loop; outer = outer.parent)
    if (/^(for|while)_statement$/.test(outer.type)) return true;
  return false;
}
