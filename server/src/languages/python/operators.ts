/** Operators and built-in functions that run a method of an object of the project's own: `a + b`, `len(x)`, `x[k]`. */
import { mayBeOwn, type Pending, type Place } from "./callFacts";
import type { PyEvaluator } from "./evaluate";
import { childOf, skipParentheses, type PyNode } from "./tree";
import { property, textOfPath, toReference } from "./values";

/** Methods by operator, of the left side. */
const BINARY: Readonly<Record<string, string>> = {
  "+": "__add__",
  "-": "__sub__",
  "*": "__mul__",
  "/": "__truediv__",
  "//": "__floordiv__",
  "%": "__mod__",
  "**": "__pow__",
  "@": "__matmul__",
  "&": "__and__",
  "|": "__or__",
  "^": "__xor__",
  "<<": "__lshift__",
  ">>": "__rshift__",
  "==": "__eq__",
  "!=": "__ne__",
  "<": "__lt__",
  "<=": "__le__",
  ">": "__gt__",
  ">=": "__ge__",
};

const OPERATORS: ReadonlySet<string> = new Set(["comment", "in", "is", "is not", "not in"]);

/** Methods by built-in function, of the first argument. */
const BUILT_IN: Readonly<Record<string, string>> = {
  "builtins.abs": "__abs__",
  "builtins.bool": "__bool__",
  "builtins.float": "__float__",
  "builtins.hash": "__hash__",
  "builtins.int": "__int__",
  "builtins.len": "__len__",
  "builtins.repr": "__repr__",
  "builtins.str": "__str__",
};

/** `a + b`, `a == b`, `key in box`; of a chain of comparisons the first. */
export function operated(evaluator: PyEvaluator, node: PyNode, place: Place): readonly Pending[] {
  if (node.type === "binary_operator")
    return runOf(evaluator, childOf(node, "left"), BINARY[childOf(node, "operator")?.type ?? ""], place);
  const [left, right] = node.children.filter(({ type }) => !OPERATORS.has(type));
  if (left === undefined || right === undefined) return [];
  // The tree has operands alone, but for `is not` and `not in`.
  const operator = evaluator.file.text.slice(left.end, right.start).trim();
  return /^(not\s+)?in$/.test(operator)
    ? runOf(evaluator, right, "__contains__", place)
    : runOf(evaluator, left, BINARY[operator], place);
}

/** `x[k]`, `x[k] = v`, `del x[k]`. */
export function subscripted(evaluator: PyEvaluator, node: PyNode, place: Place): readonly Pending[] {
  const isWritten = node.field === "left" && node.parent?.type === "assignment";
  const isDeleted = node.parent?.type === "delete_statement";
  const method = isWritten ? "__setitem__" : isDeleted ? "__delitem__" : "__getitem__";
  return runOf(evaluator, childOf(node, "value"), method, place);
}

/** `len(x)`, `str(x)`. */
export function builtIn(evaluator: PyEvaluator, call: PyNode, place: Place): readonly Pending[] {
  const callee = childOf(call, "function");
  const [argument] = childOf(call, "arguments")?.children ?? [];
  if (
    callee?.type !== "identifier" ||
    argument === undefined ||
    !Object.hasOwn(BUILT_IN, `builtins.${evaluator.text(callee)}`)
  )
    return [];
  return runOf(evaluator, argument, BUILT_IN[textOfPath(evaluator.valueOf(callee)) ?? ""], place);
}

function runOf(
  evaluator: PyEvaluator,
  operand: PyNode | undefined,
  method: string | undefined,
  place: Place,
): readonly Pending[] {
  const node = operand === undefined ? undefined : skipParentheses(operand);
  if (node === undefined || method === undefined || !isObject(evaluator, node)) return [];
  return [{ form: "implicit", node, steps: [property(method)], onlyOwn: true, place }];
}

/** An instance of a class of the project's own, as far as its expression tells. What a function gives is data, as a rule. */
function isObject(evaluator: PyEvaluator, node: PyNode): boolean {
  if (!/^(identifier|attribute|call|await)$/.test(node.type)) return false;
  const value = evaluator.valueOf(node);
  if (value.kind !== "path") return value.kind === "instance";
  const [before, last] = value.steps.slice(-2);
  const isMade = last?.kind === "call" && before?.kind === "property" && /^_*[A-Z]/.test(before.name);
  return (isMade || last?.kind === "instance") && mayBeOwn(toReference(value));
}
