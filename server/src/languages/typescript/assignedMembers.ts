/** Members that statements of a file give to its objects and functions: `api.load = function () {…}`. */
import { ts } from "ts-morph";
import { skipWrappers } from "./evaluate";
import { resolveName, symbolOf } from "./scopes";

/** What is assigned to members, by name. */
export type AssignedMembers = ReadonlyMap<string, readonly ts.Expression[]>;

/** By what the members are given to. Only what the module itself does while it is loaded counts. */
export function collectAssignedMembers(tree: ts.SourceFile): ReadonlyMap<ts.Symbol, AssignedMembers> {
  const found = new Map<ts.Symbol, Map<string, ts.Expression[]>>();
  const add = (object: ts.Expression, name: string, value: ts.Expression): void => {
    const symbol = ts.isIdentifier(object) ? resolveName(object.text, object) : undefined;
    if (symbol === undefined) return;
    let members = found.get(symbol);
    if (members === undefined) found.set(symbol, (members = new Map<string, ts.Expression[]>()));
    members.set(name, [...(members.get(name) ?? []), value]);
  };
  for (const statement of tree.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    let node = skipWrappers(statement.expression);
    while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      // In `a.one = a.two = load` the last of all is what both get.
      if (ts.isPropertyAccessExpression(node.left)) add(node.left.expression, node.left.name.text, lastOf(node.right));
      node = skipWrappers(node.right);
    }
  }
  return found;
}

/** In `a = b = load` the last of all is what both get. */
export function lastOf(expression: ts.Expression): ts.Expression {
  const node = skipWrappers(expression);
  const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment ? lastOf(node.right) : node;
}

/** The name that an object literal or a function has: what is assigned to that one's members is assigned to its own. */
export function nameOfHolder(node: ts.Node): ts.Symbol | undefined {
  if (ts.isFunctionDeclaration(node)) return symbolOf(node);
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && parent.initializer === node ? symbolOf(parent) : undefined;
}
