/** Which declaration a name means: a walk over the scopes that the compiler's binder has made. */
import { ts } from "ts-morph";
import { Kept } from "../../core/kept";

interface Scoped extends ts.Node {
  readonly locals?: ts.SymbolTable;
  readonly symbol?: ts.Symbol;
}

/** The symbol that `name`, read at `from`, refers to in its own file; undefined for a global. */
export function resolveName(name: string, from: ts.Node): ts.Symbol | undefined {
  // What isn't there in a text that isn't finished is no name: two such things aren't the same.
  if (name === "") return undefined;
  const key = ts.escapeLeadingUnderscores(name);
  let inner: ts.Node = from;
  for (let scope = from.parent as ts.Node | undefined; scope !== undefined; inner = scope, scope = scope.parent) {
    const found = (scope as Scoped).locals?.get(key) ?? ownName(scope, name) ?? namespaceMember(scope, key);
    if (found !== undefined && isVisible(found, scope, inner)) return found;
  }
  return undefined;
}

/** The symbol that a declaration's name declares. */
export function symbolOf(declaration: ts.Node): ts.Symbol | undefined {
  const symbol = (declaration as Scoped).symbol;
  // An exported declaration has two symbols, one in the module's exports and one in its scope: use the scope's.
  const name = (declaration as ts.NamedDeclaration).name;
  if (symbol !== undefined && name !== undefined && ts.isIdentifier(name))
    return resolveName(name.text, name) ?? symbol;
  return symbol;
}

/** The name of a function or class expression is visible only inside it. */
function ownName(scope: ts.Node, name: string): ts.Symbol | undefined {
  const named = (ts.isFunctionExpression(scope) || ts.isClassExpression(scope)) && scope.name?.text === name;
  return named ? (scope as Scoped).symbol : undefined;
}

/** Exported members of a namespace are visible in it without a qualifier. */
function namespaceMember(scope: ts.Node, key: ts.__String): ts.Symbol | undefined {
  if (!ts.isModuleDeclaration(scope) && !ts.isEnumDeclaration(scope)) return undefined;
  return (scope as Scoped).symbol?.exports?.get(key);
}

/**
 * The binder keeps a function's parameters and the variables of its body in one table; a parameter's default value sees
 * only the parameters, and decorators and computed names of a class don't see what is inside.
 */
function isVisible(symbol: ts.Symbol, scope: ts.Node, inner: ts.Node): boolean {
  // The binder declares `module` where a script uses `module.exports`; here it stays Node's global.
  if ((symbol.flags & ts.SymbolFlags.ModuleExports) !== 0) return false;
  if (!ts.isFunctionLike(scope)) return true;
  const declaration = symbol.declarations?.[0];
  if (ts.isParameter(inner)) return declaration === undefined || !isInBody(declaration, scope);
  if (inner === scope.name || ts.isDecorator(inner)) return false;
  return true;
}

function isInBody(declaration: ts.Node, scope: ts.SignatureDeclaration): boolean {
  const body = (scope as ts.FunctionLikeDeclaration).body;
  return body !== undefined && declaration.pos >= body.pos && declaration.end <= body.end;
}

/** A value given to a variable after its declaration; undefined where it isn't `name = value` or `name ??= value`. */
export type Assignment = ts.Expression | undefined;

/** Every assignment to a variable or parameter of the file, by symbol. */
export function collectAssignments(tree: ts.SourceFile): ReadonlyMap<ts.Symbol, readonly Assignment[]> {
  const assignments = new Map<ts.Symbol, Assignment[]>();
  for (const statement of tree.statements) {
    for (const { name, value } of assignmentsIn(statement)) {
      const symbol = resolveName(name.text, name);
      if (symbol === undefined) continue;
      const values = assignments.get(symbol);
      if (values === undefined) assignments.set(symbol, [value]);
      else values.push(value);
    }
  }
  return assignments;
}

/** Whether something in `node` is assigned to a variable that is declared outside of it. */
export function assignsOutside(node: ts.Node): boolean {
  return assignmentsIn(node).some(({ name }) => {
    const symbol = resolveName(name.text, name);
    return symbol !== undefined && !isDeclaredIn(symbol, node);
  });
}

/** Whether all declarations of a symbol are in `node`. */
export function isDeclaredIn({ declarations = [] }: ts.Symbol, node: ts.Node): boolean {
  return declarations.length > 0 && declarations.every(({ pos, end }) => node.pos <= pos && end <= node.end);
}

interface Assigned {
  readonly name: ts.Identifier;
  readonly value: Assignment;
}

/** What an edit leaves alone keeps its nodes, and they what is assigned in them. */
const assigned = new Kept<ts.Node, readonly Assigned[]>();

function assignmentsIn(node: ts.Node): readonly Assigned[] {
  let found = assigned.get(node);
  if (found === undefined) assigned.set(node, (found = findAssignments(node)));
  return found;
}

/** In one walk. */
function findAssignments(root: ts.Node): readonly Assigned[] {
  const found: Assigned[] = [];
  const addPattern = (target: ts.Node): void => {
    if (ts.isIdentifier(target)) found.push({ name: target, value: undefined });
    else if (ts.isShorthandPropertyAssignment(target)) found.push({ name: target.name, value: undefined });
    else if (ts.isPropertyAssignment(target)) addPattern(target.initializer);
    else if (ts.isBinaryExpression(target)) addPattern(target.left);
    else if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target))
      ts.forEachChild(target, addPattern);
    else if (ts.isSpreadElement(target) || ts.isSpreadAssignment(target) || ts.isParenthesizedExpression(target)) {
      addPattern(target.expression);
    }
  };
  const visit = (node: ts.Node): void => {
    if (isInert(node.kind)) return;
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      const plain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
      if (ts.isIdentifier(node.left))
        found.push({ name: node.left, value: plain || isDefault(node.operatorToken.kind) ? node.right : undefined });
      else if (plain) addPattern(node.left);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const step = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
      if (step && ts.isIdentifier(node.operand)) found.push({ name: node.operand, value: undefined });
    } else if (
      (ts.isForOfStatement(node) || ts.isForInStatement(node)) &&
      !ts.isVariableDeclarationList(node.initializer)
    ) {
      addPattern(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** `??=` and `||=`: what a variable holds that held nothing. */
function isDefault(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.QuestionQuestionEqualsToken || kind === ts.SyntaxKind.BarBarEqualsToken;
}

/** Names, literals, types and imports: nothing in them is evaluated, and most nodes are of these. */
export function isInert(kind: ts.SyntaxKind): boolean {
  if (kind < ts.SyntaxKind.FirstNode) return true;
  if (kind >= ts.SyntaxKind.FirstTypeNode && kind <= ts.SyntaxKind.LastTypeNode) return true;
  return (
    kind === ts.SyntaxKind.InterfaceDeclaration ||
    kind === ts.SyntaxKind.TypeAliasDeclaration ||
    kind === ts.SyntaxKind.ImportDeclaration
  );
}

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
