/** Imports of the worker file: those of the file that its code uses. */
import { ts } from "ts-morph";
import type { ImportStyle } from "../../importSyntax";
import { renderStatement, statementOf } from "../../importSyntax";
import type { ModuleBinding } from "../../names";
import type { ImportNeed } from "../../plan";
import type { TypeImport } from "./types";

/** Statements, each as the file itself would write it. `own`: the specifier of the file, seen from the worker file. */
export function workerImports(
  bindings: readonly ModuleBinding[],
  types: readonly TypeImport[],
  own: string,
  style: ImportStyle,
): readonly string[] {
  const named = new Map<string, ImportNeed[]>();
  const lines = new Set<string>();
  for (const binding of bindings) {
    const need = namedImport(binding);
    if (need === undefined) lines.add(wholeImport(binding, style));
    else named.set(need.module, [...(named.get(need.module) ?? []), need]);
  }
  // Specifiers stay as they are written.
  for (const needs of named.values()) lines.add(renderStatement(needs, { ...style, nodePrefix: true }));
  const typesOf = new Map<string, TypeImport[]>();
  for (const type of types) typesOf.set(type.specifier ?? own, [...(typesOf.get(type.specifier ?? own) ?? []), type]);
  for (const [module, needs] of typesOf) {
    const statement = renderStatement(
      needs.map((need) => ({ module, ...need })),
      { ...style, nodePrefix: true },
    );
    lines.add(statement.replace(/^import /, "import type "));
  }
  return [...lines];
}

function namedImport({ name, specifier, members }: ModuleBinding): ImportNeed | undefined {
  const isNamed = ts.isImportSpecifier(name.parent) || ts.isBindingElement(name.parent);
  const [member, ...others] = members;
  if (!isNamed || member === undefined || others.length > 0) return undefined;
  return { module: specifier, name: member, local: name.text };
}

function wholeImport({ name, specifier }: ModuleBinding, style: ImportStyle): string {
  const { parent } = name;
  const from = `${style.quote}${specifier}${style.quote}${style.semicolon}`;
  if (ts.isImportClause(parent)) return `import ${name.text} from ${from}`;
  if (ts.isNamespaceImport(parent)) return `import * as ${name.text} from ${from}`;
  return statementOf(name).getText();
}
