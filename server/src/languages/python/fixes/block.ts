/** `with open(p) as f:` blocks: moved as a whole, so that nothing of them stays on the event loop. */
import { childOf, childOfType, type PyNode } from "../tree";
import { blockNames } from "./blockNames";
import { minorOf, threadHops, type Hop } from "./hop";
import { functionAround, suspensionHazard, withValues } from "./hazards";
import { movedCaution } from "./moved";
import type { Job, Plan, Planned } from "./plan";
import { readPlans } from "./readWhole";
import { awaitSite, frameCall, ownNodes } from "./site";

/** The `with` statement that a call opens a file for, or whose file it works on; undefined when there is none. */
export function blockAround(job: Job): PyNode | undefined {
  const { evaluator, call, targets } = job;
  const item = call.parent?.type === "as_pattern" ? call.parent.parent : call.parent;
  const holder = item?.type === "parenthesized_expression" ? item.parent : item;
  if (holder?.type === "with_item") return withStatement(holder);
  const callee = childOf(call, "function");
  const receiver = callee === undefined ? call : childOf(callee, "object");
  const name = receiver?.type === "identifier" ? evaluator.text(receiver) : undefined;
  const given = childOf(call, "arguments")?.children.map((child) => evaluator.text(child)) ?? [];
  for (
    let inner = call, outer = call.parent;
    outer !== undefined && !/definition$|^lambda$/.test(outer.type);
    inner = outer, outer = outer.parent
  ) {
    if (outer.type !== "with_statement" || inner.field !== "body") continue;
    const aliases = aliasesOf(outer).map((alias) => evaluator.text(alias));
    const isItsOwn = aliases.some((alias) => alias === name || given.includes(alias));
    if (isItsOwn && withValues(outer).some((value) => targets.has(value))) return withStatement(outer);
  }
  return undefined;
}

function withStatement(node: PyNode): PyNode | undefined {
  let outer: PyNode | undefined = node;
  while (outer !== undefined && outer.type !== "with_statement") outer = outer.parent;
  return outer === undefined || childOfType(outer, "async") !== undefined ? undefined : outer;
}

export function aliasesOf(statement: PyNode): readonly PyNode[] {
  return ownNodes(childOfType(statement, "with_clause") ?? statement).flatMap((node) =>
    node.type === "as_pattern_target" ? node.children : [],
  );
}

/** Plans that move the whole statement, or why it has to stay. */
export function planBlock(job: Job, statement: PyNode): Planned {
  const { evaluator, targets } = job;
  const site = awaitSite(evaluator, statement, minorOf(job));
  if ("refusal" in site) return site;
  const refusal = blockRefusal(job, statement);
  if (refusal !== undefined) return { refusal };
  const hazard = suspensionHazard(evaluator, statement);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const names = blockNames(job, statement, aliasesOf(statement));
  if ("refusal" in names) return names;
  const cautions = [movedCaution(evaluator, statement, targets), sharedStore(job, statement)].filter(
    (text) => text !== undefined,
  );
  const extracted = extractPlans(job, statement, names.returned, cautions);
  return { plans: [...readPlans(job, statement), ...extracted] };
}

/** What can't move into another function. */
function blockRefusal(job: Job, statement: PyNode): string | undefined {
  const { evaluator, targets } = job;
  const other = withValues(statement).find((value) => !targets.has(value));
  if (other !== undefined) return `\`${evaluator.text(other)}\` of the same \`with\` would have to move too`;
  const body = childOf(statement, "body");
  const last = body?.children.at(-1);
  for (const node of ownNodes(statement)) {
    const { type } = node;
    if (type === "await" || type === "async") return "the `with` block awaits something";
    if (type === "yield") return "the `with` block yields";
    if (/^(global|nonlocal)_statement$/.test(type)) return "the `with` block declares names of outer scopes";
    if (/^(function_definition|class_definition|match_statement|delete_statement|type_alias_statement)$/.test(type))
      return "the `with` block defines or deletes names";
    if (type === "return_statement" && node !== last) return "the `with` block returns from its middle";
    if (/^(break|continue)_statement$/.test(type) && leaves(node, statement))
      return `the \`with\` block is left by \`${evaluator.text(node)}\``;
    const frame = frameCall(evaluator, node);
    if (frame !== undefined) return `\`${frame}\` means something else in another function`;
  }
  const hasDefinition = hasNode(statement, /^(function_definition|class_definition)$/);
  return hasDefinition ? "the `with` block defines or deletes names" : undefined;
}

function hasNode(node: PyNode, type: RegExp): boolean {
  return node.children.some((child) => type.test(child.type) || hasNode(child, type));
}

/** Whether a `break` or `continue` belongs to a loop around the statement. */
export function leaves(node: PyNode, statement: PyNode): boolean {
  for (let outer = node.parent; outer !== undefined && outer !== statement; outer = outer.parent) {
    if (/^(for|while)_statement$/.test(outer.type)) return false;
  }
  return true;
}

/** Something outside the function that the block changes. */
function sharedStore({ evaluator }: Job, statement: PyNode): string | undefined {
  for (const node of ownNodes(statement)) {
    if (!/^(augmented_)?assignment$/.test(node.type)) continue;
    const left = childOf(node, "left");
    if (left !== undefined && /^(attribute|subscript)$/.test(left.type))
      return `\`${evaluator.text(left)}\` is set in the thread`;
  }
  return undefined;
}

function extractPlans(
  job: Job,
  statement: PyNode,
  returned: readonly string[],
  cautions: readonly string[],
): readonly Plan[] {
  const { evaluator, names } = job;
  const home = functionAround(statement) ?? evaluator.file.root;
  const name = names.freshIn(home, functionName(evaluator.text(statement)), `block ${String(statement.start)}`);
  return threadHops(job, statement).map((hop) => {
    return {
      title: `Move the \`with\` block into a function that runs in a thread: \`${hop.name}\``,
      cautions: [...cautions, ...hop.cautions],
      edits: [{ start: statement.start, end: statement.end, text: extracted(job, statement, name, returned, hop) }],
      needs: hop.needs,
      range: { start: statement.start, end: statement.end },
      moves: true,
    };
  });
}

function functionName(text: string): string {
  const [header = ""] = text.split("\n");
  if (!/\bopen\(/.test(header)) return "run_block";
  return /["'][rbt]*[wax+][bt+]*["']/.test(header) ? "write_file" : "read_file";
}

function extracted(
  { evaluator }: Job,
  statement: PyNode,
  name: string,
  returned: readonly string[],
  { open, isCurried }: Hop,
): string {
  const { text } = evaluator.file;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const base = indentOf(text, statement.start);
  const unit = indentUnit(text, statement);
  const lines = indented(evaluator.file.text, statement, unit);
  const last = childOf(statement, "body")?.children.at(-1);
  const isReturn = last?.type === "return_statement";
  const results = returned.length === 0 ? "" : `${newline}${base}${unit}return ${returned.join(", ")}`;
  const before = isReturn ? "return " : returned.length === 0 ? "" : `${returned.join(", ")} = `;
  return `def ${name}():${newline}${base}${unit}${lines}${results}${newline}${newline}${base}${before}await ${open}${name})${isCurried === true ? "()" : ""}`;
}

/** What a statement's body is indented by. */
export function indentUnit(text: string, statement: PyNode): string {
  const base = indentOf(text, statement.start);
  const first = childOf(statement, "body")?.children[0];
  const inner = first === undefined ? "" : indentOf(text, first.start);
  if (inner.startsWith(base) && inner.length > base.length) return inner.slice(base.length);
  return base.startsWith("\t") ? "\t" : "    ";
}

/** White space from the line's start to `offset`, or to the first other character. */
export function indentOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/**
 * The text of a node with `unit` before each further line, in place of `base` where they begin with it: lines that start
 * inside a string stay as they are.
 */
export function indented(text: string, statement: PyNode, unit: string, base = ""): string {
  const strings = ownAndNested(statement).filter(({ type }) => type === "string");
  return text
    .slice(statement.start, statement.end)
    .replace(/(\r\n|\n|\r)([ \t]*)(?=[^\r\n])/g, (line: string, newline: string, indent: string, offset: number) => {
      const at = statement.start + offset;
      if (strings.some(({ start, end }) => start <= at && at < end)) return line;
      return newline + unit + (indent.startsWith(base) ? indent.slice(base.length) : indent);
    });
}

function ownAndNested(node: PyNode): readonly PyNode[] {
  return [node, ...node.children.flatMap(ownAndNested)];
}
