/** Whether the elements of a list are paths: by what the list is made of, and by its annotation. */
import { ts } from "ts-morph";
import { skipWrappers, type Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { kindOfType, same, soleResult, type PathKind } from "./pathArguments";

/** Methods that give back some of a list's elements, or all of them. */
const KEEPING = /^(concat|filter|reverse|slice|sort|splice|toReversed|toSorted|toSpliced)$/;
const CALLING_BACK = /^(every|filter|find|findIndex|flatMap|forEach|map|some)$/;

/** The list whose elements the callback is given, where `parameter` is the first one of such a callback. */
export function listOf({ parent: callback, ...parameter }: ts.ParameterDeclaration): ts.Expression | undefined {
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return undefined;
  if (callback.parameters[0]?.pos !== parameter.pos) return undefined;
  const call = callback.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback) return undefined;
  const callee = call.expression;
  return ts.isPropertyAccessExpression(callee) && CALLING_BACK.test(callee.name.text) ? callee.expression : undefined;
}

/** `kindOf`: what a single expression is. */
export function kindOfElement(
  evaluator: Evaluator,
  list: ts.Expression,
  kindOf: (evaluator: Evaluator, expression: ts.Expression) => PathKind,
): PathKind {
  const node = skipWrappers(list);
  if (ts.isAwaitExpression(node)) return kindOfElement(evaluator, node.expression, kindOf);
  if (ts.isArrayLiteralExpression(node)) {
    const kinds = node.elements.map((element) =>
      ts.isSpreadElement(element) ? kindOfElement(evaluator, element.expression, kindOf) : kindOf(evaluator, element),
    );
    return kinds.reduce(same, "path");
  }
  if (ts.isIdentifier(node)) return kindOfNamedList(evaluator, node, kindOf);
  if (!ts.isCallExpression(node)) return "unknown";
  const path = pathText(evaluator.calleeOf(node)) ?? "";
  if (/\.(readdirSync|readdir)$|^Object\.keys$/.test(path) && node.arguments.length === 1) return "path";
  const callee = skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return "unknown";
  if (callee.name.text === "split") return "path";
  if (KEEPING.test(callee.name.text)) return kindOfElement(evaluator, callee.expression, kindOf);
  const [callback] = node.arguments;
  if (callee.name.text !== "map" || callback === undefined || !ts.isArrowFunction(callback)) return "unknown";
  const result = soleResult(callback);
  return result === undefined ? "unknown" : kindOf(evaluator, result);
}

/** A list that one name stands for, and nothing is assigned to. */
function kindOfNamedList(
  evaluator: Evaluator,
  node: ts.Identifier,
  kindOf: (evaluator: Evaluator, expression: ts.Expression) => PathKind,
): PathKind {
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return "unknown";
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return "unknown";
  const type = declaration.type ?? ts.getJSDocType(declaration);
  if (type !== undefined) return kindOfElementType(type);
  const { initializer } = declaration;
  const isPlain = ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
  if (!isPlain || initializer === undefined || evaluator.assignmentsTo(symbol).length > 0) return "unknown";
  // What is put into an empty list later on isn't looked for.
  const isEmpty = ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
  return isEmpty ? "unknown" : kindOfElement(evaluator, initializer, kindOf);
}

function kindOfElementType(type: ts.TypeNode): PathKind {
  if (ts.isParenthesizedTypeNode(type)) return kindOfElementType(type.type);
  if (ts.isTypeOperatorNode(type)) return kindOfElementType(type.type);
  if (ts.isArrayTypeNode(type)) return kindOfType(type.elementType);
  const isList = ts.isTypeReferenceNode(type) && /^(Readonly)?Array$/.test(type.typeName.getText());
  const element = isList ? type.typeArguments?.[0] : undefined;
  return element === undefined ? "unknown" : kindOfType(element);
}
