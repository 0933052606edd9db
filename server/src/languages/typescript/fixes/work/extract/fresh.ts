/** Objects that nobody else has: their content can come back from a worker as a new object. */
import { ts } from "ts-morph";
import { skipWrappers } from "../../../evaluate";
import { resolveName } from "../../../scopes";
import { allNodes } from "../find";

/**
 * Made by a literal, or by `new` of a class of the language, in the same list of statements, and mentioned nowhere between that and
 * the unit.
 */
export function isFresh(declaration: ts.VariableDeclaration, unit: ts.Node): boolean {
  const { initializer, name } = declaration;
  if (initializer === undefined || !ts.isIdentifier(name) || !isFreshValue(initializer)) return false;
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || statement.parent !== unit.parent) return false;
  const symbol = resolveName(name.text, name);
  return ![...allNodes(unit.parent)].some(
    (node) =>
      ts.isIdentifier(node) &&
      node.text === name.text &&
      node.pos >= declaration.end &&
      node.end <= unit.pos &&
      resolveName(node.text, node) === symbol,
  );
}

function isFreshValue(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isAsExpression(node)) return isFreshValue(node.expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((element) => isSimple(element) || isFreshValue(element));
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (property) =>
        ts.isPropertyAssignment(property) && (isSimple(property.initializer) || isFreshValue(property.initializer)),
    );
  if (ts.isNewExpression(node))
    return isGlobal(node.expression) && (node.arguments ?? []).every((one) => isSimple(one) || isFreshValue(one));
  if (!ts.isCallExpression(node)) return false;
  const { expression: callee, arguments: given } = node;
  if (ts.isIdentifier(callee)) return callee.text === "Array" && isGlobal(callee) && given.every(isSimple);
  const isFilled = ts.isPropertyAccessExpression(callee) && callee.name.text === "fill" && given.every(isSimple);
  return isFilled && isFreshValue(callee.expression);
}

function isGlobal(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) && resolveName(expression.text, expression) === undefined;
}

/** A value without identity, or a length: a literal, arithmetic, a name where a number is expected. */
function isSimple(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isLiteralExpression(node) && node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return true;
  if (ts.isPrefixUnaryExpression(node)) return isSimple(node.operand);
  if (ts.isBinaryExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "length" || node.name.text === "size";
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (node.kind === ts.SyntaxKind.NullKeyword) return true;
  return (
    ts.isIdentifier(node) &&
    ts.isNewExpression(node.parent) &&
    /Array$|^Array|Buffer$/.test(node.parent.expression.getText())
  );
}
