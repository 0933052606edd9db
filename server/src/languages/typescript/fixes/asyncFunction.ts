/** What makes a function async: its modifier, and `Promise<…>` around the annotation of its result. */
import { ts } from "ts-morph";
import type { FunctionNode } from "../values";
import type { LocalEdit } from "./plan";

export function asyncEdits(node: FunctionNode, tree: ts.SourceFile): readonly LocalEdit[] {
  return [insertion(asyncOffset(node, tree), "async ")];
}

export function resultEdits(node: FunctionNode, tree: ts.SourceFile): readonly LocalEdit[] {
  const type = node.type ?? ts.getJSDocReturnType(node);
  if (type === undefined) return [];
  return [insertion(type.getStart(tree), "Promise<"), { ...insertion(type.end, ">"), closes: true }];
}

/** Where the modifier goes: before `function`, before a method's name, before an arrow's parameters. */
function asyncOffset(node: FunctionNode, tree: ts.SourceFile): number {
  if (ts.isMethodDeclaration(node)) return node.name.getStart(tree);
  const last = ts.canHaveModifiers(node) ? node.modifiers?.at(-1) : undefined;
  if (last === undefined) return node.getStart(tree);
  const [space = ""] = /^\s*/.exec(tree.text.slice(last.end)) ?? [];
  return last.end + space.length;
}

function insertion(at: number, text: string): LocalEdit {
  return { start: at, end: at, text };
}
