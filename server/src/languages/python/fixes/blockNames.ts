/** Which names a block that becomes a function has to give back, and whether it can be one at all. */
import { childOf, descendants, type PyNode } from "../tree";
import { functionAround } from "./hazards";
import type { Job } from "./plan";
import { ownNodes } from "./site";

export type BlockNames = { readonly returned: readonly string[] } | { readonly refusal: string };

interface Mention {
  readonly node: PyNode;
  readonly isStore: boolean;
  /** When it happens, as an offset: an assignment's name comes after its value. */
  readonly at: number;
}

/** Names that the statement binds and that the function around it uses elsewhere. */
export function blockNames(job: Job, statement: PyNode, aliases: readonly PyNode[]): BlockNames {
  const { evaluator } = job;
  const home = functionAround(statement);
  const body = childOf(statement, "body");
  if (home === undefined || body === undefined) return { refusal: "it is at the top level of the file" };
  const inside = mentionsIn(job, statement);
  const isInside = (node: PyNode): boolean => statement.start <= node.start && node.end <= statement.end;
  const outside = mentionsIn(job, home).filter(({ node }) => !isInside(node));
  const returned: string[] = [];
  const aliasNames = new Set(aliases.map((alias) => evaluator.text(alias)));
  const endsByReturn = body.children.at(-1)?.type === "return_statement";
  for (const name of new Set(inside.filter(({ isStore }) => isStore).map(({ node }) => evaluator.text(node)))) {
    const own = inside.filter(({ node }) => evaluator.text(node) === name).sort((a, b) => a.at - b.at);
    const elsewhere = outside.filter(({ node }) => evaluator.text(node) === name && !isRebound(job, node, name));
    const isOuter = evaluator.scopes.scopeAt(body).outer.has(name);
    if (isOuter) return { refusal: `the \`with\` block changes \`${name}\`, which belongs to an outer scope` };
    if (own[0]?.isStore !== true) return { refusal: `the \`with\` block reads \`${name}\` before it sets it` };
    if (elsewhere.length === 0) continue;
    if (aliasNames.has(name)) return { refusal: `\`${name}\` is used outside its \`with\` block` };
    if (endsByReturn) {
      if (elsewhere.some(({ node, isStore }) => !isStore && functionAround(node) !== home))
        return { refusal: `a nested function uses \`${name}\`` };
      continue;
    }
    if (!own.some(({ node, isStore }) => isStore && isUnconditional(node, statement)))
      return { refusal: `the \`with\` block sets \`${name}\` only sometimes` };
    if (isNeededOnFailure(job, statement, name))
      return { refusal: `\`${name}\` may be used after the \`with\` block failed` };
    returned.push(name);
  }
  return { returned };
}

function mentionsIn({ evaluator }: Job, root: PyNode): readonly Mention[] {
  const found: Mention[] = [];
  for (const node of descendants(root)) {
    if (node.type !== "identifier" || node.field === "attribute") continue;
    const { parent } = node;
    if (parent?.type === "keyword_argument" && node.field === "name") continue;
    const holder = storeHolder(node);
    const at = holder === undefined ? node.start : Math.max(node.start, holder.end);
    // A comprehension's own names are nobody else's.
    const scope = evaluator.scopes.scopeAt(node);
    if (/comprehension$|^generator_expression$/.test(scope.node.type) && scope.names.has(evaluator.text(node)))
      continue;
    // `x += 1` reads first.
    if (holder?.type === "augmented_assignment") found.push({ node, isStore: false, at: node.start });
    found.push({ node, isStore: holder !== undefined, at });
  }
  return found;
}

/** What gives a name its value, when the name stands where it is given one. */
export function storeHolder(node: PyNode): PyNode | undefined {
  let inner = node;
  for (let outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|as_pattern_target|dotted_name)$/.test(outer.type))
      continue;
    if (outer.type === "assignment" && inner.field === "left") return childOf(outer, "right") ?? outer;
    if (outer.type === "augmented_assignment" && inner.field === "left") return outer;
    if (outer.type === "for_statement" && inner.field === "left") return childOf(outer, "right") ?? outer;
    if (outer.type === "named_expression" && inner.field === "name") return outer;
    if (outer.type === "as_pattern" && inner.field === "alias") return outer.children[0];
    if (outer.type === "aliased_import") return inner.field === "alias" ? outer : undefined;
    if (/^import(_from)?_statement$/.test(outer.type) && inner.field === "name")
      return node.parent?.children[0] === node ? outer : undefined;
    return undefined;
  }
  return undefined;
}

/** Whether a loop, a `with` or an `except` outside gives the name a new value of its own before it is read. */
export function isRebound({ evaluator }: Job, node: PyNode, name: string): boolean {
  for (
    let inner = node, outer = node.parent;
    outer !== undefined && outer.type !== "function_definition";
    inner = outer, outer = outer.parent
  ) {
    const header =
      outer.type === "with_statement"
        ? outer.children.find(({ type }) => type === "with_clause")
        : outer.type === "for_statement"
          ? childOf(outer, "left")
          : undefined;
    if (header === undefined || (outer.type === "for_statement" && inner.field === "right")) continue;
    const targets =
      outer.type === "with_statement" ? ownNodes(header).filter(({ type }) => type === "as_pattern_target") : [header];
    if (
      targets.some((target) =>
        ownNodes(target).some((one) => one.type === "identifier" && evaluator.text(one) === name),
      )
    )
      return true;
  }
  return false;
}

/** Directly in the block: passed whenever the block ends. */
function isUnconditional(node: PyNode, statement: PyNode): boolean {
  for (let outer = node.parent; outer !== undefined && outer !== statement; outer = outer.parent) {
    if (
      /^(if|for|while|try|match)_statement$|^(conditional_expression|boolean_operator|lambda)$|comprehension$|^generator_expression$/.test(
        outer.type,
      )
    )
      return false;
  }
  return true;
}

function isNeededOnFailure({ evaluator }: Job, statement: PyNode, name: string): boolean {
  for (
    let inner = statement, outer = statement.parent;
    outer !== undefined && outer.type !== "function_definition";
    inner = outer, outer = outer.parent
  ) {
    if (outer.type !== "try_statement" && outer.type !== "with_statement") continue;
    if (outer.type === "try_statement" && inner.field !== "body") continue;
    const scope = outer.type === "with_statement" ? undefined : functionAround(outer);
    if (scope === undefined) continue;
    const later = [...descendants(scope)].filter(
      (node) => node.type === "identifier" && evaluator.text(node) === name && node.start >= statement.end,
    );
    const before = [...descendants(scope)].some(
      (node) => node.type === "identifier" && evaluator.text(node) === name && node.end <= statement.start,
    );
    const inHandler = later.some((node) => outer.start <= node.start && node.end <= outer.end && !isIn(node, outer));
    if (inHandler || (before && later.length > 0)) return true;
  }
  return false;
}

/** In the `try` part of a try statement. */
function isIn(node: PyNode, statement: PyNode): boolean {
  const body = childOf(statement, "body");
  return body !== undefined && body.start <= node.start && node.end <= body.end;
}
