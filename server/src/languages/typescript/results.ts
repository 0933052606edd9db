/** What calling a function gives, as its annotation tells. */
import { ts } from "ts-morph";
import type { Evaluator } from "./evaluate";
import { valueOfType } from "./types";
import {
  CALL,
  extend,
  isKnown,
  resultPath,
  unknown,
  type FunctionNode,
  type SignatureNode,
  type Value,
} from "./values";

/** What calling `callee` gives, awaited. */
export function resultOf(evaluator: Evaluator, callee: Value): Value {
  if (callee.kind !== "function" && callee.kind !== "signature") return extend(callee, CALL);
  const { node } = callee;
  // The annotation of a generator speaks of what walks through it.
  if (!isGenerator(node)) {
    const annotated = annotatedResult(evaluator, node);
    // What stands behind an interface, the return statements may tell.
    const isFinal = annotated.kind !== "shape" || callee.kind === "signature" || ts.isTypeLiteralNode(annotated.node);
    if (isKnown(annotated) && isFinal) return annotated;
  }
  return resultPath(node);
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

function isGenerator(node: FunctionNode | SignatureNode): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}
