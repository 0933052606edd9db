/** What calling a function gives, as its annotation tells. */
import { ts } from "ts-morph";
import { isEmptyLiteral } from "./declarations";
import type { Evaluator } from "./evaluate";
import { isFunction } from "./functions";
import { valueOfType } from "./types";
import {
  CALL,
  common,
  extend,
  isKnown,
  resultPath,
  unknown,
  type FunctionNode,
  type SignatureNode,
  type Value,
  type ValueStep,
} from "./values";

/** What calling `callee` gives, awaited; `node` is the call, where one stands in the text. */
export function resultOf(evaluator: Evaluator, callee: Value, node?: ts.CallExpression): Value {
  const call: ValueStep = node?.arguments.some(mayGiveFunction) === true ? { kind: "call", node } : CALL;
  return resultOfCall(evaluator, callee, call);
}

function mayGiveFunction(argument: ts.Expression): boolean {
  if (ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)) return true;
  return ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument);
}

function resultOfCall(evaluator: Evaluator, callee: Value, call: ValueStep): Value {
  if (callee.kind !== "function" && callee.kind !== "signature") return extend(callee, call);
  const { node } = callee;
  // The annotation of a generator speaks of what walks through it.
  if (!isGenerator(node)) {
    const annotated = annotatedResult(evaluator, node);
    // What stands behind an interface, the return statements may tell.
    const isFinal = annotated.kind !== "shape" || callee.kind === "signature" || ts.isTypeLiteralNode(annotated.node);
    if (isKnown(annotated) && isFinal) return exactly(evaluator, node, annotated);
  }
  return resultPath(node, call);
}

/** What is made in the function's own text, where that is sure; else what it is annotated as. */
export function exactly(evaluator: Evaluator, node: FunctionNode | SignatureNode, annotated: Value): Value {
  if (annotated.kind !== "instance") return annotated;
  const made = common(returnedBy(node).map((expression) => evaluator.valueOf(expression)));
  return made.kind === "instance" && made.declared !== true ? made : annotated;
}

/** What the annotation of a function's result says; in JavaScript its `@returns`. */
export function annotatedResult(evaluator: Evaluator, node: FunctionNode | SignatureNode): Value {
  const type = resultType(node);
  return type === undefined ? unknown("result without an annotation") : valueOfType(evaluator, type);
}

function resultType(node: FunctionNode | SignatureNode): ts.TypeNode | undefined {
  if (ts.isPropertySignature(node)) return functionType(node.type)?.type;
  if (node.type !== undefined || (node.flags & ts.NodeFlags.JavaScriptFile) === 0) return node.type;
  return ts.getJSDocReturnType(node);
}

/** The function type that a property has; undefined for any other type. */
export function functionType(type: ts.TypeNode | undefined): ts.FunctionTypeNode | undefined {
  if (type === undefined) return undefined;
  if (ts.isParenthesizedTypeNode(type)) return functionType(type.type);
  return ts.isFunctionTypeNode(type) ? type : undefined;
}

export function isGenerator(node: FunctionNode | SignatureNode): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}

/** What a function gives back, each place where it does: `null` and `undefined` say nothing, and are left out. */
export function returnedBy(node: FunctionNode | SignatureNode): readonly ts.Expression[] {
  const body = "body" in node ? node.body : undefined;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isReturnStatement(child)) {
      if (child.expression !== undefined && !isEmptyLiteral(child.expression)) found.push(child.expression);
    } else if (mayHoldStatements(child)) ts.forEachChild(child, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

function mayHoldStatements(node: ts.Node): boolean {
  if (isFunction(node) || ts.isClassLike(node)) return false;
  if (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement) return true;
  return HOLDERS.has(node.kind);
}

const HOLDERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ...[ts.SyntaxKind.Block, ts.SyntaxKind.CaseBlock, ts.SyntaxKind.CaseClause, ts.SyntaxKind.DefaultClause],
  ts.SyntaxKind.CatchClause,
]);
