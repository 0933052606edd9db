/** Names of a file: which bindings lead to a module, and which new names are free. */
import { ts } from "ts-morph";
import { Kept } from "../../../core/kept";
import type { Evaluator } from "../evaluate";
import { resolveName, symbolOf } from "../scopes";
import type { Step } from "../../../core/facts";

/** A name at the top of the file that stands for a member of a module, or for the module itself (no steps). */
export interface ModuleBinding {
  readonly name: ts.Identifier;
  readonly symbol: ts.Symbol;
  /** As written in the file. */
  readonly specifier: string;
  /** Property names from the module, `default` left out. */
  readonly members: readonly string[];
}

/** `node:fs` and `fs` are the same module. */
export function sameModule(a: string, b: string): boolean {
  return a.replace(/^node:/, "") === b.replace(/^node:/, "");
}

/** Property names of a path without `default`; undefined when the path holds calls or instances. */
export function propertyNames(steps: readonly Step[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== "property") return undefined;
    if (step.name !== "default") names.push(step.name);
  }
  return names;
}

/** What is written in one statement. */
interface Written {
  /** Names that are declared or referred to, whatever the scope, with the places where they are. */
  readonly names: ReadonlyMap<string, readonly ts.Identifier[]>;
  /** How many more of its strings are in single quotes than in double ones. */
  readonly singles: number;
}

/** What an edit leaves alone keeps its nodes, and they what is written in them. */
const written = new Kept<ts.Statement, Written>();

function writtenIn(statement: ts.Statement, tree: ts.SourceFile): Written {
  let found = written.get(statement);
  if (found === undefined) written.set(statement, (found = readStatement(statement, tree)));
  return found;
}

function readStatement(statement: ts.Statement, tree: ts.SourceFile): Written {
  const names = new Map<string, ts.Identifier[]>();
  let singles = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isPropertyName(node)) {
      const list = names.get(node.text);
      if (list === undefined) names.set(node.text, [node]);
      else list.push(node);
    } else if (ts.isStringLiteral(node)) singles += tree.text.charAt(node.getStart(tree)) === "'" ? 1 : -1;
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return { names, singles };
}

export class FileNames {
  readonly bindings: readonly ModuleBinding[];
  /** The quotation mark that the file's strings have. */
  readonly quote: string;
  private readonly statements: readonly Written[];
  /** Names that were given away; every name that is written somewhere is taken too. */
  private readonly taken = new Set<string>();
  private readonly given = new Map<string, string>();
  /** New variables, by function. */
  private readonly variables = new Map<ts.Node, Set<string>>();

  constructor(evaluator: Evaluator) {
    const { tree } = evaluator.file;
    this.statements = tree.statements.map((statement) => writtenIn(statement, tree));
    this.quote = this.statements.reduce((sum, { singles }) => sum + singles, 0) > 0 ? "'" : '"';
    this.bindings = collectBindings(evaluator);
  }

  /** A binding that means the same at `from` as at the top of the file: nothing in between shadows it. */
  visibleBinding(from: ts.Node, matches: (binding: ModuleBinding) => boolean): ModuleBinding | undefined {
    return this.bindings.find((binding) => matches(binding) && resolveName(binding.name.text, from) === binding.symbol);
  }

  isVisibleGlobal(name: string, from: ts.Node): boolean {
    return resolveName(name, from) === undefined;
  }

  /** The name under which `module`'s `name` is to be imported: free in every scope of the file, the same at each call. `preferred`: where another is clearer. */
  localName(module: string, name: string, preferred = name): string {
    return this.free(`${module}\0${name}`, preferred, (count) =>
      count === 1 ? `${name}Async` : `${name}Async${String(count)}`,
    );
  }

  /** A new name for something of the module: `base`, or with a number; the same each time. */
  freshName(base: string): string {
    return this.free(`\0${base}`, base, (count) => `${base}${String(count + 1)}`);
  }

  /** A new name for a variable of the function around `from`: others of the file may get the same. */
  freshLocal(from: ts.Node, base: string): string {
    let scope = from;
    while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
    return this.variableName(base, scope);
  }

  private free(key: string, preferred: string, another: (count: number) => string): string {
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let name = preferred;
    for (let count = 1; this.isTaken(name); count++) name = another(count);
    this.taken.add(name);
    this.given.set(key, name);
    return name;
  }

  /** A name for a variable of the function `scope`: `base`, or with a number where the file has that name already. */
  variableName(base: string, scope: ts.Node): string {
    const used = this.variables.get(scope) ?? new Set<string>();
    this.variables.set(scope, used);
    let name = base;
    for (let count = 2; this.isTaken(name) || used.has(name); count++) name = base + String(count);
    used.add(name);
    return name;
  }

  declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    return resolveName(name.text, name)?.declarations?.[0];
  }

  /** Whether `symbol` is referred to by anything but its declaration and `released`. */
  isUsedBeside(symbol: ts.Symbol, released: ReadonlySet<ts.Node>): boolean {
    const declared = new Set((symbol.declarations ?? []).map((declaration) => ts.getNameOfDeclaration(declaration)));
    const { name } = symbol;
    const places = this.statements.flatMap(({ names }) => names.get(name) ?? []);
    const others = places.filter((node) => !released.has(node) && !declared.has(node));
    return others.some((node) => resolveName(name, node) === symbol);
  }

  private isTaken(name: string): boolean {
    return this.taken.has(name) || this.statements.some(({ names }) => names.has(name));
  }
}

/** The name behind a dot, of a property or of a member: not a reference. */
export function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === node;
  if (ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isTypeElement(parent))
    return parent.name === node;
  return false;
}

function collectBindings(evaluator: Evaluator): readonly ModuleBinding[] {
  const bindings: ModuleBinding[] = [];
  const add = (name: ts.Node | undefined): void => {
    if (name === undefined || !ts.isIdentifier(name)) return;
    const symbol = symbolOf(name.parent);
    if (symbol === undefined) return;
    const value = evaluator.valueOfSymbol(symbol);
    const members = value.kind === "path" && value.root.kind === "module" ? propertyNames(value.steps) : undefined;
    if (value.kind !== "path" || value.root.kind !== "module" || members === undefined) return;
    bindings.push({ name, symbol, specifier: value.root.specifier, members });
  };
  for (const statement of evaluator.file.tree.statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
      const clause = statement.importClause;
      add(clause?.name);
      if (clause?.namedBindings === undefined) continue;
      if (ts.isNamespaceImport(clause.namedBindings)) add(clause.namedBindings.name);
      else for (const element of clause.namedBindings.elements) if (!element.isTypeOnly) add(element.name);
    } else if (ts.isImportEqualsDeclaration(statement) && !statement.isTypeOnly) {
      add(statement.name);
    } else if (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0) {
      for (const { name } of statement.declarationList.declarations) {
        add(name);
        if (ts.isObjectBindingPattern(name)) for (const element of name.elements) add(element.name);
      }
    }
  }
  return bindings;
}
