/** What plans need at the top of the file → edits that add it once, merged with what is there. */
import { childOfType, descendants, type PyNode } from "../tree";
import type { LocalEdit, Need, Plan, Workbench } from "./plan";

interface Style {
  readonly text: string;
  readonly newline: string;
}

/** Edits for everything that `plans` need, each import and statement once. */
export function importEdits({ evaluator, names }: Workbench, plans: readonly Plan[]): readonly LocalEdit[] {
  const { root, text } = evaluator.file;
  const style: Style = { text, newline: text.includes("\r\n") ? "\r\n" : "\n" };
  const needs = [...new Map(plans.flatMap((plan) => plan.needs).map((need) => [keyOf(need), need])).values()];
  const edits: LocalEdit[] = [];
  const lines: string[] = [];
  const merged = new Map<PyNode, string[]>();
  for (const need of needs) {
    if (need.kind === "statement") continue;
    const statement = need.kind === "from" ? names.fromStatement(need.module) : undefined;
    if (statement === undefined || need.kind !== "from") lines.push(renderImport(need));
    else merged.set(statement, [...(merged.get(statement) ?? []), renderName(need)]);
  }
  for (const [statement, added] of merged) edits.push(extendStatement(statement, added, style));
  const statements = needs.flatMap((need) => (need.kind === "statement" ? [need.text] : []));
  return [...edits, ...newLines(root, lines.sort(), statements, style)];
}

function keyOf(need: Need): string {
  if (need.kind === "statement") return need.text;
  return need.kind === "import" ? `import ${need.module} ${need.local}` : `${need.module} ${need.name} ${need.local}`;
}

function renderImport(need: Exclude<Need, { kind: "statement" }>): string {
  if (need.kind === "from") return `from ${need.module} import ${renderName(need)}`;
  return need.local === need.module ? `import ${need.module}` : `import ${need.module} as ${need.local}`;
}

function renderName({ name, local }: Extract<Need, { kind: "from" }>): string {
  return name === local ? name : `${name} as ${local}`;
}

/** `from m import a` → `from m import a, b`; one name a line where it was so. */
function extendStatement(statement: PyNode, added: readonly string[], { text, newline }: Style): LocalEdit {
  const last = statement.children.filter(({ field }) => field === "name").at(-1) ?? statement;
  const lineStart = Math.max(text.lastIndexOf("\n", last.start), text.lastIndexOf("\r", last.start)) + 1;
  const indent = text.slice(lineStart, last.start);
  const isOwnLine = lineStart > statement.start && /^[ \t]*$/.test(indent);
  const separator = isOwnLine ? `,${newline}${indent}` : ", ";
  return { start: last.end, end: last.end, text: added.map((name) => separator + name).join("") };
}

/** New imports go among the first ones, other statements behind all of them. */
function newLines(
  root: PyNode,
  imports: readonly string[],
  statements: readonly string[],
  style: Style,
): readonly LocalEdit[] {
  if (imports.length === 0 && statements.length === 0) return [];
  const { newline, text } = style;
  const top = headerOf(root);
  const first = groupsOf(top.imports, text)[0];
  const last = top.all.at(-1);
  if (first === undefined || last === undefined) {
    const blocks = [imports.join(newline), statements.join(newline)].filter((block) => block !== "");
    return [openingLines(root, top.preamble, blocks.join(newline + newline), style)];
  }
  const edits: LocalEdit[] = imports.map((line) => placeImport(first, line, style));
  if (statements.length > 0) {
    const { offset, prefix } = afterLine(text, last.end, newline);
    edits.push({ start: offset, end: offset, text: prefix + newline + statements.join(newline) + newline });
  }
  return edits;
}

interface Header {
  /** Imports of other modules, in their order. */
  readonly imports: readonly PyNode[];
  /** The same with conditional imports. */
  readonly all: readonly PyNode[];
  /** The docstring and `from __future__` lines. */
  readonly preamble: PyNode | undefined;
}

/** What stands before the module's first definition or other code. */
function headerOf(root: PyNode): Header {
  const imports: PyNode[] = [];
  const all: PyNode[] = [];
  let preamble: PyNode | undefined;
  for (const node of root.children) {
    if (node.type === "comment") continue;
    const isDocstring = node.type === "expression_statement" && node.children[0]?.type === "string" && all.length === 0;
    if (isDocstring || node.type === "future_import_statement") preamble = node;
    else if (/^import(_from)?_statement$/.test(node.type)) {
      imports.push(node);
      all.push(node);
    } else if (
      /^(if|try)_statement$/.test(node.type) &&
      [...descendants(node)].some(({ type }) => /^import(_from)?_statement$/.test(type))
    ) {
      if (hasOtherCode(node)) break;
      all.push(node);
    } else if (node.type !== "expression_statement" || childOfType(node, "assignment") === undefined) break;
  }
  // Conditional imports alone say nothing of where others go.
  return { imports, all: imports.length === 0 ? [] : all, preamble };
}

function hasOtherCode(node: PyNode): boolean {
  return [...descendants(node)].some(({ type }) =>
    /^(function_definition|class_definition|for_statement|while_statement)$/.test(type),
  );
}

/** Imports without a blank line between them. */
function groupsOf(imports: readonly PyNode[], text: string): readonly (readonly PyNode[])[] {
  const groups: PyNode[][] = [];
  for (const node of imports) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (
      group === undefined ||
      before === undefined ||
      /(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)/.test(text.slice(before.end, node.start))
    )
      groups.push([node]);
    else group.push(node);
  }
  return groups;
}

/** In the order of plain imports, then `from` imports; each sorted by module where the others are. */
function placeImport(group: readonly PyNode[], line: string, { text, newline }: Style): LocalEdit {
  const isFrom = line.startsWith("from ");
  const alike = group.filter(({ type }) => (type === "import_from_statement") === isFrom);
  const next = alike.find((node) => startsLine(text, node.start) && text.slice(node.start, node.end) > line);
  if (next !== undefined) return { start: next.start, end: next.start, text: line + newline };
  const [first] = group;
  // Plain imports come first.
  if (alike.length === 0 && !isFrom && first !== undefined && startsLine(text, first.start)) {
    return { start: first.start, end: first.start, text: line + newline };
  }
  const previous = alike.at(-1) ?? group.at(-1);
  const { offset, prefix } = afterLine(text, previous?.end ?? 0, newline);
  return { start: offset, end: offset, text: prefix + line + newline };
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text.charAt(offset - 1)) || (offset === 1 && text.startsWith("\uFEFF"));
}

/** The start of the next line; where the file ends before, what begins one. */
function afterLine(
  text: string,
  offset: number,
  newline: string,
): { readonly offset: number; readonly prefix: string } {
  const rest = /^[^\r\n]*(\r\n|\n|\r)?/.exec(text.slice(offset));
  return { offset: offset + (rest?.[0].length ?? 0), prefix: rest?.[1] === undefined ? newline : "" };
}

/** In a file without imports: behind docstring and `__future__`, else behind the comments that it starts with. */
function openingLines(root: PyNode, preamble: PyNode | undefined, block: string, { text, newline }: Style): LocalEdit {
  if (preamble !== undefined) {
    const { offset, prefix } = afterLine(text, preamble.end, newline);
    const after = /^[ \t]*[^\s]/.test(text.slice(offset)) ? newline : "";
    return { start: offset, end: offset, text: prefix + newline + block + newline + after };
  }
  const [comments = ""] = /^\uFEFF?(?:#[^\r\n]*(?:\r\n|\n|\r))*/.exec(text) ?? [];
  const offset = comments.replace("\uFEFF", "") === "" ? (text.startsWith("\uFEFF") ? 1 : 0) : comments.length;
  const before = comments.replace("\uFEFF", "") === "" ? "" : newline;
  const isSpaced = /^[ \t]*(\r\n|\n|\r)/.test(text.slice(offset));
  const spacing = isSpaced
    ? ""
    : newline + (root.children.find(({ type }) => type !== "comment")?.type === "expression_statement" ? "" : newline);
  return { start: offset, end: offset, text: before + block + newline + spacing };
}
