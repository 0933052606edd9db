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

/** Whether nothing between it and `loop` may leave it out of a time around. */
export function isAlways(inner: PyNode, loop: PyNode): boolean {
  for (let node = inner; node.parent !== undefined && node !== loop; node = node.parent) {
    const { parent } = node;
    if (CHOICE.test(parent.type) && node.field !== "condition" && node.field !== "left") return false;
    const before = parent.children.slice(0, parent.children.indexOf(node));
    if (parent.type === "block" && before.some((statement) => mayContinue(statement))) return false;
    if (node.type === "for_in_clause" && before.some(({ type }) => type === "if_clause")) return false;
  }
  return true;
}

const CHOICE =
  /^(if_statement|elif_clause|else_clause|conditional_expression|boolean_operator|case_clause|except_clause|match_statement)$/;

function mayContinue(node: PyNode): boolean {
  if (/^(for|while)_statement$|_definition$/.test(node.type)) return false;
  return node.type === "continue_statement" || node.children.some(mayContinue);
}

function isInInnerLoop(node: PyNode, loop: PyNode): boolean {
  for (let outer: PyNode | undefined = node; outer !== undefined && outer !== loop; outer = outer.parent)
    if (/^(for|while)_statement$/.test(outer.type)) return true;
  return false;
}
