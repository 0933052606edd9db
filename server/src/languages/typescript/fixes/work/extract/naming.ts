/** Names for functions that had none. */
import { ts } from "ts-morph";
import { declaredName, isFunction } from "../../../functions";
import type { Unit } from "./unit";

/** After what comes back: `computeTotal`; else after the function around: `runReport`. */
export function functionName({ node }: Unit, results: readonly string[]): string {
  const [first, second, ...others] = results;
  if (first !== undefined && others.length === 0)
    return `compute${capital(first)}${second === undefined ? "" : `And${capital(second)}`}`;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return `compute${capital(parent.name.text)}`;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return `run${capital(node.expression.text)}`;
  for (let outer = node.parent as ts.Node | undefined; outer !== undefined; outer = outer.parent) {
    if (!isFunction(outer)) continue;
    const name = declaredName(outer).split(".").at(-1) ?? "";
    if (/^[A-Za-z_$][\w$]*$/.test(name) && name !== "default") return `run${capital(name)}`;
  }
  return "compute";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
