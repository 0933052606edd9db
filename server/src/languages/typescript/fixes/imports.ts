/** Import edits for a set of plans: what they need is merged into the file's imports, what nothing uses any more goes. */
import { ts } from "ts-morph";
import { sameModule, type ModuleBinding } from "./names";
import type { Changes, ImportNeed, LocalEdit, Workbench } from "./plan";
import {
  bracesOf,
  insertionPoint,
  renderElement,
  renderStatement,
  statementOf,
  styleOf,
  type Braces,
} from "./importSyntax";

/** Edits of the file's import statements for all `plans` together. */
export function importEdits(bench: Workbench, plans: readonly Changes[]): readonly LocalEdit[] {
  const needs = uniqueNeeds(plans);
  const released = new Set<ts.Node>(plans.flatMap((plan) => plan.released));
  const unused = unusedBindings(bench, released);
  const edits: LocalEdit[] = [];
  const statements: ImportNeed[][] = [];
  const groups = bracesOf(bench.file.tree);
  const touched = new Map<Braces, ImportNeed[]>();
  for (const [module, group] of groupByModule(needs)) {
    const braces = groups.find((candidate) => sameModule(candidate.specifier, module));
    if (braces === undefined) statements.push(group);
    else touched.set(braces, group);
  }
  const removedStatements: ts.Statement[] = [];
  for (const braces of groups) {
    const added = touched.get(braces) ?? [];
    const gone = unused.filter((binding) => braces.elements.some((element) => element.name === binding.name));
    if (added.length === 0 && gone.length === 0) continue;
    const kept = braces.elements.filter((element) => !gone.some((binding) => binding.name === element.name));
    const texts = [
      ...kept.map((element) => element.getText(bench.file.tree)),
      ...added.map((need) => renderElement(need, braces)),
    ];
    if (texts.length > 0)
      edits.push({ start: braces.start, end: braces.end, text: layOut(texts, braces, bench.file.text) });
    else if (braces.hasDefault) {
      const space = /\s/.test(bench.file.text.charAt(braces.end)) ? "" : " ";
      edits.push({ start: braces.commaStart, end: braces.end, text: space });
    } else removedStatements.push(braces.statement);
  }
  for (const binding of unused) {
    if (groups.some((braces) => braces.elements.some((element) => element.name === binding.name))) continue;
    const statement = removableStatement(binding);
    if (statement !== undefined) removedStatements.push(statement);
  }
  edits.push(...statementEdits(bench, statements, removedStatements, released));
  return edits;
}

function uniqueNeeds(plans: readonly Changes[]): readonly ImportNeed[] {
  const needs = new Map<string, ImportNeed>();
  for (const plan of plans) for (const need of plan.needs) needs.set(`${need.module} ${need.name}`, need);
  return [...needs.values()];
}

function groupByModule(needs: readonly ImportNeed[]): ReadonlyMap<string, ImportNeed[]> {
  const groups = new Map<string, ImportNeed[]>();
  for (const need of needs) groups.set(need.module, [...(groups.get(need.module) ?? []), need]);
  return groups;
}

function unusedBindings({ names }: Workbench, released: ReadonlySet<ts.Node>): readonly ModuleBinding[] {
  const texts = new Set([...released].map((node) => (node as ts.Identifier).text));
  return names.bindings.filter(
    (binding) => texts.has(binding.name.text) && !names.isUsedBeside(binding.symbol, released),
  );
}

/** The import statement, or the `const x = require(…)`, that holds nothing but this binding. */
function removableStatement(binding: ModuleBinding): ts.Statement | undefined {
  const { parent } = binding.name;
  const isAlone =
    (ts.isImportClause(parent) && parent.namedBindings === undefined) ||
    (ts.isNamespaceImport(parent) && parent.parent.name === undefined) ||
    ts.isImportEqualsDeclaration(parent);
  if (isAlone) return statementOf(parent);
  if (!ts.isVariableDeclaration(parent) || !/\brequire\s*\(/.test(parent.initializer?.getText() ?? ""))
    return undefined;
  const list = parent.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length !== 1 || !ts.isVariableStatement(list.parent))
    return undefined;
  const isExported = list.parent.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
  return isExported ? undefined : list.parent;
}

/** `{ a, b }` on one line, or one name a line where it was so. */
function layOut(elements: readonly string[], braces: Braces, text: string): string {
  const old = text.slice(braces.start, braces.end);
  const [indent] = /(?<=\n)[ \t]+(?=\S)/.exec(old) ?? [];
  if (indent === undefined) {
    const space = /^\{\S/.test(old) ? "" : " ";
    return `{${space}${elements.join(", ")}${space}}`;
  }
  const newline = old.includes("\r\n") ? "\r\n" : "\n";
  const trailing = /,\s*\}$/.test(old) ? "," : "";
  return `{${newline}${elements.map((element) => indent + element).join(`,${newline}`)}${trailing}${newline}}`;
}

/** New statements stand in the place of a removed one, or behind the import that the call came from, or on top. */
function statementEdits(
  bench: Workbench,
  added: readonly (readonly ImportNeed[])[],
  removed: readonly ts.Statement[],
  released: ReadonlySet<ts.Node>,
): readonly LocalEdit[] {
  const { tree, text } = bench.file;
  const style = styleOf(bench);
  const lines = added.map((needs) => renderStatement(needs, style));
  const edits: LocalEdit[] = [];
  const [first, ...others] = [...new Set(removed)];
  if (first !== undefined && lines.length > 0) {
    edits.push({ start: first.getStart(tree), end: first.end, text: lines.join(style.newline) });
  } else if (first !== undefined) edits.push(removal(first, tree, text));
  for (const statement of others) edits.push(removal(statement, tree, text));
  if (first === undefined && lines.length > 0) {
    const origins = bench.names.bindings.filter((binding) =>
      [...released].some((node) => (node as ts.Identifier).text === binding.name.text),
    );
    const origin = origins.map((binding) => statementOf(binding.name)).at(-1);
    edits.push(insertionPoint(tree, origin, lines, style));
  }
  return edits;
}

/** The statement with the rest of its line, when nothing else is on it. */
function removal(statement: ts.Statement, tree: ts.SourceFile, text: string): LocalEdit {
  const start = statement.getStart(tree);
  const rest = /^[ \t]*(\r\n|\n|\r)?/.exec(text.slice(statement.end))?.[0] ?? "";
  return { start, end: statement.end + rest.length, text: "" };
}
