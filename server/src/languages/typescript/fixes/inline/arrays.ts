/** Whether an expression is an array for sure, and whether a loop through it sees what its methods see. */
import { ts } from "ts-morph";
import type { Evaluator } from "../../evaluate";
import { skipWrappers } from "../../evaluate";
import { nameText } from "../../members";
import { resolveName } from "../../scopes";
import { pathText } from "../../values";

/** `holes`: methods skip the elements that were never set, and a loop doesn't. */
export type ArrayKind = "array" | "holes" | "unknown";

const ARRAY_FUNCTIONS =
  /^(Array\.(from|of)|Object\.(keys|values|entries)|Promise\.(all|allSettled)|fs\.(promises\.)?readdir(Sync)?|fs\/promises\.readdir|(fs|glob|fast-glob|tinyglobby)\.(promises\.)?(glob|sync)(Sync)?|process\.argv)$/;
/** Methods that give an array whatever their receiver is, and those that give one when it is one. */
const ARRAY_GIVING = /^(split|matchAll|toSorted|toReversed|toSpliced)$/;
const ARRAY_KEEPING = /^(concat|copyWithin|fill|filter|flat|flatMap|map|reverse|slice|sort|splice|with)$/;

export function arrayKind(evaluator: Evaluator, expression: ts.Expression): ArrayKind {
  return kindOf(evaluator, expression, new Set());
}

function kindOf(evaluator: Evaluator, expression: ts.Expression, visited: Set<ts.Node>): ArrayKind {
  const node = skipWrappers(expression);
  if (visited.has(node)) return "unknown";
  visited.add(node);
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)) {
    const kind = kindOfType(expression.type);
    if (kind !== "unknown") return kind;
  }
  if (ts.isAwaitExpression(node)) return kindOf(evaluator, node.expression, visited);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(ts.isOmittedExpression) ? "holes" : "array";
  if (ts.isNewExpression(node) && pathText(evaluator.valueOf(node.expression)) === "Array") return "holes";
  if (ts.isConditionalExpression(node))
    return same(kindOf(evaluator, node.whenTrue, visited), kindOf(evaluator, node.whenFalse, visited));
  if (ts.isBinaryExpression(node) && /^(\?\?|\|\|)$/.test(node.operatorToken.getText(evaluator.file.tree)))
    return same(kindOf(evaluator, node.left, visited), kindOf(evaluator, node.right, visited));
  if (ts.isCallExpression(node)) return kindOfCall(evaluator, node, visited);
  if (ts.isIdentifier(node)) return kindOfName(evaluator, node, visited);
  if (ts.isPropertyAccessExpression(node)) {
    if (pathText(evaluator.valueOf(node)) === "process.argv") return "array";
    return kindOfMember(evaluator, node, visited);
  }
  return "unknown";
}

function same(a: ArrayKind, b: ArrayKind): ArrayKind {
  if (a === "holes" || b === "holes") return "holes";
  return a === "array" && b === "array" ? "array" : "unknown";
}

function kindOfCall(evaluator: Evaluator, node: ts.CallExpression, visited: Set<ts.Node>): ArrayKind {
  const path = pathText(evaluator.calleeOf(node)) ?? "";
  if (path === "Array") return "holes";
  if (ARRAY_FUNCTIONS.test(path)) return "array";
  const callee = skipWrappers(node.expression);
  if (ts.isPropertyAccessExpression(callee)) {
    const { name, expression } = callee;
    if (ARRAY_GIVING.test(name.text)) return name.text === "matchAll" ? "unknown" : "array";
    if (name.text === "fill") return kindOf(evaluator, expression, visited) === "unknown" ? "unknown" : "array";
    if (ARRAY_KEEPING.test(name.text)) return kindOf(evaluator, expression, visited);
  }
  const value = evaluator.calleeOf(node);
  return value.kind === "function" && value.node.type !== undefined ? kindOfType(value.node.type) : "unknown";
}

function kindOfName(evaluator: Evaluator, node: ts.Identifier, visited: Set<ts.Node>): ArrayKind {
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return "unknown";
  if (ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined && ts.isIdentifier(declaration.name))
    return "array";
  if (ts.isBindingElement(declaration))
    return declaration.dotDotDotToken !== undefined && ts.isArrayBindingPattern(declaration.parent)
      ? "array"
      : "unknown";
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return "unknown";
  const type = declaration.type ?? ts.getJSDocType(declaration);
  if (type !== undefined) return kindOfType(type);
  if (ts.isParameter(declaration) || declaration.initializer === undefined) return "unknown";
  const kinds = [declaration.initializer, ...evaluator.assignmentsTo(symbol)].map((value) =>
    value === undefined ? "unknown" : kindOf(evaluator, value, new Set(visited)),
  );
  return kinds.reduce(same, "array");
}

/** `this.files` by the class, `options.files` by the annotation of `options`. */
function kindOfMember(evaluator: Evaluator, node: ts.PropertyAccessExpression, visited: Set<ts.Node>): ArrayKind {
  const owner = evaluator.valueOf(node.expression);
  if (owner.kind !== "shape" && owner.kind !== "instance") return "unknown";
  const members: readonly ts.Node[] = owner.node.members;
  const member = members.find(
    (candidate): candidate is ts.PropertyDeclaration | ts.PropertySignature =>
      (ts.isPropertyDeclaration(candidate) || ts.isPropertySignature(candidate)) &&
      nameText(candidate.name) === node.name.text,
  );
  if (member?.type !== undefined) return kindOfType(member.type);
  const value = member !== undefined && ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return value === undefined ? "unknown" : kindOf(evaluator, value, visited);
}

function kindOfType(type: ts.TypeNode): ArrayKind {
  if (ts.isParenthesizedTypeNode(type)) return kindOfType(type.type);
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) return "array";
  if (ts.isTypeOperatorNode(type)) return kindOfType(type.type);
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter((part) => !/^(undefined|null)$/.test(part.getText()));
    return parts.length > 0 && parts.every((part) => kindOfType(part) === "array") ? "array" : "unknown";
  }
  if (!ts.isTypeReferenceNode(type)) return "unknown";
  const name = type.typeName.getText();
  if (name === "Promise" && type.typeArguments?.[0] !== undefined) return kindOfType(type.typeArguments[0]);
  return /^(Array|ReadonlyArray)$/.test(name) ? "array" : "unknown";
}
