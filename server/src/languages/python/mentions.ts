/** Where a file mentions functions, and modules that may hold them: for those who change a function. */
import type { Mention } from "../language";
import type { PyEvaluator } from "./evaluate";
import { giveKeys } from "./keys";
import { childOf, descendants, skipParentheses, type PyNode } from "./tree";
import { toReference, type Value } from "./values";

/** All of them but definitions, imports, and names that are another name for the same. */
export function mentionsOf(evaluator: PyEvaluator): readonly Mention[] {
  giveKeys(evaluator.file);
  const found: Mention[] = [];
  for (const node of descendants(evaluator.file.root)) {
    if (!/^(identifier|attribute)$/.test(node.type) || isDeclared(node)) continue;
    const role = roleOf(evaluator, node);
    const value = evaluator.valueOf(node);
    if (role === undefined || isForeign(value)) continue;
    const last = node.type === "attribute" ? childOf(node, "attribute") : node;
    found.push({
      span: { start: node.start, end: node.end },
      name: last === undefined ? "" : evaluator.text(last),
      reference: toReference(value),
      ...role,
    });
  }
  return found;
}

/** Builtins are nobody's here. */
function isForeign(value: Value): boolean {
  return value.kind === "path" && value.root.kind === "module" && value.root.specifier === "builtins";
}

/** Names that are given or declared there, not read. */
function isDeclared(node: PyNode): boolean {
  const { field } = node;
  for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    const { type } = outer;
    if (
      /^(import_statement|import_from_statement|future_import_statement|global_statement|nonlocal_statement)$/.test(
        type,
      )
    )
      return true;
    if (type === "type") return true;
    if (/^(block|module|call|argument_list|expression_statement)$/.test(type)) break;
    if (/(^|_)parameters?$/.test(type) && inner.field !== "value") return true;
    if (type === "as_pattern_target") return node.type === "identifier";
    if (/^(assignment|augmented_assignment|for_statement|for_in_clause)$/.test(type) && inner.field === "left")
      return node.type === "identifier" && isTarget(node, inner);
  }
  if (field === "attribute" || field === "alias") return true;
  const isNamed = /^(function_definition|class_definition|keyword_argument|named_expression)$/;
  return field === "name" && isNamed.test(node.parent?.type ?? "");
}

/** `a` of `a, (b, *c) = …`, not that of `a.b = …` or `a[b] = …`. */
function isTarget(node: PyNode, target: PyNode): boolean {
  for (let outer: PyNode | undefined = node; outer !== undefined && outer !== target; outer = outer.parent) {
    if (/^(attribute|subscript)$/.test(outer.parent?.type ?? "") && outer.parent !== target.parent) return false;
  }
  return true;
}

type Role = Pick<Mention, "use" | "call" | "awaited">;

/** Undefined where the mention only hands the same thing on under a name that is followed. */
function roleOf(evaluator: PyEvaluator, mentioned: PyNode): Role | undefined {
  let node = mentioned;
  while (node.parent?.type === "parenthesized_expression") node = node.parent;
  const { parent } = node;
  if (parent?.type === "attribute" && node.field === "object") return { use: "member" };
  if (parent?.type === "call" && node.field === "function") {
    const call = { start: parent.start, end: parent.end };
    return isAwaited(parent) ? { use: "call", call, awaited: true } : { use: "call", call };
  }
  if (parent?.type === "expression_statement") return undefined;
  return isAlias(evaluator, node) ? undefined : { use: "value" };
}

function isAwaited(node: PyNode): boolean {
  let { parent } = node;
  while (parent?.type === "parenthesized_expression") ({ parent } = parent);
  return parent?.type === "await";
}

/** `g = f` where `g` is never anything else. */
function isAlias(evaluator: PyEvaluator, node: PyNode): boolean {
  const { parent } = node;
  if (parent?.type !== "assignment" || node.field !== "right" || childOf(parent, "type") !== undefined) return false;
  const left = childOf(parent, "left");
  if (left === undefined || skipParentheses(left).type !== "identifier") return false;
  const binding = evaluator.bindingOf(evaluator.text(left), left);
  return binding?.sources.length === 1 && binding.scope.node.type !== "class_definition";
}
