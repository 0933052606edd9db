/** How a file writes its imports: where its brace lists are, and how a new one has to look. */
import { ts } from "ts-morph";
import type { ImportNeed, LocalEdit, Workbench } from "./plan";

/** A `{ … }` of names at the top of the file, from one module: an import's or a destructured `require`'s. */
export interface Braces {
  readonly specifier: string;
  readonly statement: ts.Statement;
  readonly elements: readonly (ts.ImportSpecifier | ts.BindingElement)[];
  /** Offsets of the opening brace and behind the closing one. */
  readonly start: number;
  readonly end: number;
  /** `import fs, { … }`: the statement stays when the braces go, with what is before them from `commaStart`. */
  readonly hasDefault: boolean;
  readonly commaStart: number;
}

export interface ImportStyle {
  readonly commonJs: boolean;
  readonly quote: string;
  readonly semicolon: string;
  readonly newline: string;
  /** Builtin modules are written `node:fs`. */
  readonly nodePrefix: boolean;
}

/** Every brace list of value imports; those with comments in them are left alone, they say something to somebody. */
export function bracesOf(tree: ts.SourceFile): readonly Braces[] {
  const found: Braces[] = [];
  for (const statement of tree.statements) {
    const braces = ts.isImportDeclaration(statement) ? importBraces(statement, tree) : requireBraces(statement, tree);
    if (braces !== undefined && !/\/[/*]/.test(tree.text.slice(braces.start, braces.end))) found.push(braces);
  }
  return found;
}

function importBraces(statement: ts.ImportDeclaration, tree: ts.SourceFile): Braces | undefined {
  const clause = statement.importClause;
  const named = clause?.namedBindings;
  if (clause === undefined || named === undefined || !ts.isNamedImports(named)) return undefined;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword || !ts.isStringLiteral(statement.moduleSpecifier))
    return undefined;
  return {
    specifier: statement.moduleSpecifier.text,
    statement,
    elements: named.elements,
    start: named.getStart(tree),
    end: named.end,
    hasDefault: clause.name !== undefined,
    commaStart: clause.name?.end ?? named.getStart(tree),
  };
}

function requireBraces(statement: ts.Statement, tree: ts.SourceFile): Braces | undefined {
  if (!ts.isVariableStatement(statement) || statement.modifiers !== undefined) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || !ts.isObjectBindingPattern(declaration.name)) return undefined;
  const { initializer } = declaration;
  if (
    initializer === undefined ||
    !ts.isCallExpression(initializer) ||
    initializer.expression.getText(tree) !== "require"
  )
    return undefined;
  const [argument] = initializer.arguments;
  if (argument === undefined || !ts.isStringLiteral(argument)) return undefined;
  const { name } = declaration;
  const start = name.getStart(tree);
  return {
    specifier: argument.text,
    statement,
    elements: name.elements,
    start,
    end: name.end,
    hasDefault: false,
    commaStart: start,
  };
}

/** The file's own way to import; a file without imports is judged by its extension. */
export function styleOf({ file, names }: Workbench): ImportStyle {
  const { tree, text } = file;
  const imports = tree.statements.filter(
    (statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement),
  );
  const requires = tree.statements.filter(
    (statement) => ts.isVariableStatement(statement) && /\brequire\s*\(/.test(statement.getText(tree)),
  );
  const isScript = imports.length === 0 && !/\.(mjs|mts|ts|tsx)$/i.test(file.file) && !ts.isExternalModule(tree);
  const commonJs =
    isScript && (requires.length > 0 || /\.cjs$/i.test(file.file) || /\brequire\s*\(|\bmodule\.exports\b/.test(text));
  const sample = [...imports, ...requires, ...tree.statements].at(0)?.getText(tree);
  return {
    commonJs,
    quote: names.quote,
    semicolon: sample === undefined || /[;}]$/.test(sample) ? ";" : "",
    newline: text.includes("\r\n") ? "\r\n" : "\n",
    nodePrefix:
      /["']node:/.test(text) || !/["'](?:fs|path|os|util|crypto|zlib|child_process|fs\/promises)["']/.test(text),
  };
}

export function renderElement(need: ImportNeed, braces: Braces): string {
  return elementText(need, !ts.isImportDeclaration(braces.statement));
}

function elementText({ name, local }: ImportNeed, commonJs: boolean): string {
  if (name === local) return name;
  return commonJs ? `${name}: ${local}` : `${name} as ${local}`;
}

/** A statement that imports `needs`, all of one module. */
export function renderStatement(needs: readonly ImportNeed[], style: ImportStyle): string {
  const [first] = needs;
  const module = first?.module ?? "";
  const specifier = style.nodePrefix ? module : module.replace(/^node:/, "");
  const from = `${style.quote}${specifier}${style.quote}`;
  if (first?.name === "default" && needs.length === 1)
    return style.commonJs
      ? `const ${first.local} = require(${from})${style.semicolon}`
      : `import ${first.local} from ${from}${style.semicolon}`;
  const names = needs.map((need) => elementText(need, style.commonJs)).join(", ");
  return style.commonJs
    ? `const { ${names} } = require(${from})${style.semicolon}`
    : `import { ${names} } from ${from}${style.semicolon}`;
}

/** The statement at the top of the file that holds `node`. */
export function statementOf(node: ts.Node): ts.Statement {
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
  return statement as ts.Statement;
}

/** Behind `origin`, else behind the last import, else before the first statement that isn't a directive. */
export function insertionPoint(
  tree: ts.SourceFile,
  origin: ts.Statement | undefined,
  lines: readonly string[],
  style: ImportStyle,
): LocalEdit {
  const isImport = (statement: ts.Statement): boolean =>
    ts.isImportDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement) ||
    (ts.isVariableStatement(statement) && /^[^=]*=\s*require\s*\(/.test(statement.getText(tree)));
  const after = origin !== undefined && isImport(origin) ? origin : tree.statements.filter(isImport).at(-1);
  if (after !== undefined) {
    const text = lines.map((line) => style.newline + line).join("");
    return { start: after.end, end: after.end, text };
  }
  const first = tree.statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  const start = first?.getStart(tree) ?? tree.end;
  return { start, end: start, text: lines.map((line) => line + style.newline).join("") };
}
