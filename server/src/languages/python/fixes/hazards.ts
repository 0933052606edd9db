/** What a new suspension point can break: values read before it and written after it, and locks held across it. */
import type { PyEvaluator } from "../evaluate";
import { childOf, childOfType, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";

/** Undefined: none. `refuse`: updates would be lost, or nobody could go on. `caution`: right if nobody interferes. */
export type Hazard = { readonly refuse: string } | { readonly caution: string } | undefined;

/** Looks from an expression or a statement outwards, up to its function. */
export function suspensionHazard(evaluator: PyEvaluator, node: PyNode): Hazard {
  const lock = heldLock(evaluator, node);
  if (lock !== undefined) {
    return {
      refuse: `\`${lock}\` is held meanwhile, and another coroutine that waits for it would stop the loop for good`,
    };
  }
  let caution: string | undefined;
  for (
    let inner = node, outer = node.parent;
    outer !== undefined && !/statement$|^block$|definition$|^lambda$|^module$/.test(inner.type);
    inner = outer, outer = outer.parent
  ) {
    if (/^(augmented_)?assignment$/.test(outer.type) && inner.field === "right") {
      const hazard = assignmentHazard(evaluator, outer);
      if (hazard !== undefined && "refuse" in hazard) return hazard;
      caution ??= hazard?.caution;
    } else {
      const read = earlierRead(evaluator, inner, outer);
      if (read !== undefined) caution ??= `\`${read}\` is read before the await and may have changed after it`;
    }
  }
  return caution === undefined ? undefined : { caution };
}

function assignmentHazard(evaluator: PyEvaluator, assignment: PyNode): Hazard {
  const [left, right] = [childOf(assignment, "left"), childOf(assignment, "right")];
  if (left === undefined || right === undefined || isPrivate(evaluator, left)) return undefined;
  const target = evaluator.text(left);
  const operator = childOf(assignment, "operator");
  if (assignment.type === "augmented_assignment") {
    const sign = operator === undefined ? "+=" : evaluator.text(operator);
    return {
      refuse: `\`${target} ${sign} await …\` reads \`${target}\` before it waits, and would lose updates made meanwhile`,
    };
  }
  if (mentions(evaluator, right, target)) {
    return {
      refuse: `\`${target}\` is read before the await and written after it: updates made meanwhile would be lost`,
    };
  }
  return checkedBefore(evaluator, assignment, target);
}

/** `if self.cache is None: self.cache = load()`: with an await in it, two callers can both find nothing and both load. */
export function checkedBefore(evaluator: PyEvaluator, node: PyNode, target: string): Hazard {
  const caution = `two callers may both find \`${target}\` unset and both go on`;
  for (
    let inner = node, outer = node.parent;
    outer !== undefined && inner.type !== "function_definition";
    inner = outer, outer = outer.parent
  ) {
    if (/^(if_statement|elif_clause|while_statement)$/.test(outer.type)) {
      const condition = childOf(outer, "condition");
      if (condition !== undefined && condition !== inner && mentions(evaluator, condition, target)) return { caution };
    }
    if (outer.type !== "block") continue;
    for (const before of outer.children) {
      const condition =
        before.end <= inner.start && before.type === "if_statement" ? childOf(before, "condition") : undefined;
      if (condition !== undefined && mentions(evaluator, condition, target)) return { caution };
    }
  }
  return undefined;
}

/** A local variable of the function around it that no nested function uses, or a tuple of such. */
export function isPrivate(evaluator: PyEvaluator, node: PyNode): boolean {
  if (/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(node.type)) {
    return node.children.every((child) => isPrivate(evaluator, child));
  }
  if (node.type !== "identifier") return false;
  const name = evaluator.text(node);
  const scope = evaluator.bindingOf(name, node)?.scope;
  const here = evaluator.scopes.scopeAt(node);
  if (scope === undefined || scope.node.type === "module" || scope !== here) return false;
  for (const inner of descendants(scope.node)) {
    if (inner.type !== "identifier" || evaluator.text(inner) !== name) continue;
    const reader = evaluator.scopes.scopeAt(inner);
    const isNested = reader !== scope && /^(function_definition|lambda|class_definition)$/.test(reader.node.type);
    if (isNested && evaluator.bindingOf(name, inner)?.scope === scope) return false;
  }
  return true;
}

function mentions(evaluator: PyEvaluator, node: PyNode, text: string): boolean {
  for (const inner of descendants(node)) {
    if (/^(identifier|attribute|subscript)$/.test(inner.type) && evaluator.text(inner) === text) return true;
  }
  return false;
}

/** Something changeable that `outer` reads before it comes to `inner`: `g(self.x, f())`. */
function earlierRead(evaluator: PyEvaluator, inner: PyNode, outer: PyNode): string | undefined {
  for (const child of outer.children) {
    if (child.start >= inner.start) return undefined;
    // What is called is looked up before its arguments; functions don't change under way in practice.
    if (outer.type === "call" && child.field === "function") continue;
    const read = changeableRead(evaluator, child);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** An attribute or a name of an outer scope in `node` that the file changes elsewhere; calls aren't looked into. */
export function changeableRead(evaluator: PyEvaluator, node: PyNode): string | undefined {
  if (/^(lambda|call|await|type|keyword_argument_name)$/.test(node.type)) return undefined;
  if (node.type === "attribute") {
    const name = childOf(node, "attribute");
    return name !== undefined && isAssignedAttribute(evaluator, evaluator.text(name))
      ? evaluator.text(node)
      : undefined;
  }
  if (node.type === "identifier") {
    if (node.field === "name") return undefined;
    const binding = evaluator.bindingOf(evaluator.text(node), node);
    const isConstant = binding === undefined || binding.sources.length < 2;
    return isConstant || isPrivate(evaluator, node) ? undefined : evaluator.text(node);
  }
  for (const child of node.children) {
    const read = changeableRead(evaluator, child);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** Whether the file assigns to an attribute of this name outside constructors. */
function isAssignedAttribute(evaluator: PyEvaluator, name: string): boolean {
  for (const node of descendants(evaluator.file.root)) {
    if (!/^(augmented_)?assignment$/.test(node.type)) continue;
    const left = childOf(node, "left");
    const attribute = left?.type === "attribute" ? childOf(left, "attribute") : undefined;
    if (attribute === undefined || evaluator.text(attribute) !== name) continue;
    const function_ = functionAround(node);
    const owner = function_ === undefined ? undefined : childOf(function_, "name");
    if (owner === undefined || evaluator.text(owner) !== "__init__") return true;
  }
  return false;
}

export function functionAround(node: PyNode): PyNode | undefined {
  let outer = node.parent;
  while (outer !== undefined && outer.type !== "function_definition" && outer.type !== "lambda") outer = outer.parent;
  return outer;
}

/** A lock of threads that a `with` around `node` holds. */
function heldLock(evaluator: PyEvaluator, node: PyNode): string | undefined {
  for (
    let inner = node, outer = node.parent;
    outer !== undefined && outer.type !== "function_definition";
    inner = outer, outer = outer.parent
  ) {
    if (outer.type !== "with_statement" || inner.field !== "body" || childOfType(outer, "async") !== undefined)
      continue;
    for (const value of withValues(outer)) {
      const path = textOfPath(evaluator.valueOf(value)) ?? "";
      const text = evaluator.text(value);
      if (/^(threading|multiprocessing)\./.test(path) || /(lock|mutex|semaphore)(\(\))?$/i.test(text)) return text;
    }
  }
  return undefined;
}

/** What a `with` statement enters, without the names after `as`. */
export function withValues(statement: PyNode): readonly PyNode[] {
  const items = childOfType(statement, "with_clause")?.children.filter(({ type }) => type === "with_item") ?? [];
  return items.flatMap((item) => {
    const value = childOf(item, "value");
    const inner = value?.type === "as_pattern" ? value.children[0] : value;
    return inner === undefined ? [] : [inner];
  });
}
