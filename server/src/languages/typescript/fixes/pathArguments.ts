/** Whether an argument is a path or a file descriptor: by what it is made of, its annotation, or how the file uses it. */
import { ts } from "ts-morph";
import { Kept } from "../../../core/kept";
import type { Evaluator } from "../evaluate";
import { skipWrappers } from "../evaluate";
import { isStatic, nameText } from "../members";
import { resolveName } from "../scopes";
import { pathText, type FunctionNode } from "../values";
import { kindOfElement, listOf } from "./pathElements";

export type PathKind = "path" | "number" | "unknown";

const PATH_FUNCTIONS =
  /^(path\.(posix\.|win32\.)?(join|resolve|dirname|basename|extname|normalize|relative|format|toNamespacedPath)|os\.(tmpdir|homedir)|process\.cwd|url\.(fileURLToPath|pathToFileURL)|String|require\.resolve|fs\.(mkdtempSync|realpathSync|readlinkSync|promises\.(mkdtemp|realpath|readlink))|fs\/promises\.(mkdtemp|realpath|readlink)|Buffer\.from)$/;
const STRING_METHODS =
  /^(charAt|concat|endsWith|join|normalize|padEnd|padStart|replace|replaceAll|startsWith|substring|substr|toLowerCase|toString|toUpperCase|trim|trimEnd|trimStart)$/;
const STRING_ONLY_METHODS = /^(endsWith|startsWith|replace|substring|toLowerCase|trim)$/;
/** Functions whose first argument is a path and never a descriptor. */
const PATH_TAKERS =
  /^(path\.(posix\.|win32\.)?\w+|fs\.(promises\.)?(access|chmod|chown|copyFile|cp|exists|lchown|link|lstat|lutimes|mkdir|mkdtemp|open|opendir|readdir|readlink|realpath|rename|rm|rmdir|stat|statfs|symlink|unlink|utimes|watch|createReadStream|createWriteStream)(Sync)?|fs\/promises\.(?!read$)\w+|url\.pathToFileURL)$/;
const PATH_TYPES: ReadonlySet<string> = new Set([
  "string",
  "URL",
  "Buffer",
  "PathLike",
  "FileHandle",
  "fs.PathLike",
  "fs.promises.FileHandle",
]);

/** What kind of thing an expression is when it stands where a path or a descriptor may. */
export function pathKind(evaluator: Evaluator, expression: ts.Expression): PathKind {
  return kindOf(evaluator, expression, new Set());
}

function kindOf(evaluator: Evaluator, expression: ts.Expression, visited: Set<ts.Node>): PathKind {
  const node = skipWrappers(expression);
  if (visited.has(node)) return "unknown";
  visited.add(node);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return "path";
  if (ts.isNumericLiteral(node)) return "number";
  if (ts.isAwaitExpression(node)) return kindOf(evaluator, node.expression, visited);
  if (ts.isAsExpression(node)) return kindOfType(node.type);
  if (ts.isNewExpression(node)) return pathText(evaluator.valueOf(node.expression)) === "URL" ? "path" : "unknown";
  if (ts.isCallExpression(node)) return kindOfCall(evaluator, node, visited);
  if (ts.isConditionalExpression(node))
    return same(kindOf(evaluator, node.whenTrue, visited), kindOf(evaluator, node.whenFalse, visited));
  if (ts.isBinaryExpression(node)) {
    const left = kindOf(evaluator, node.left, visited);
    const right = kindOf(evaluator, node.right, visited);
    if (node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return left === "path" || right === "path" ? "path" : "unknown";
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return right;
    return same(left, right);
  }
  const text = node.getText(evaluator.file.tree);
  if (
    /^(__filename|__dirname|import\.meta\.(url|filename|dirname)|process\.(env|argv)\b.*|process\.execPath)$/s.test(
      text,
    )
  )
    return "path";
  if (ts.isIdentifier(node)) return kindOfName(evaluator, node, visited);
  if (ts.isPropertyAccessExpression(node)) {
    const declared = kindOfMember(evaluator, node, visited);
    return declared === "unknown" && isUsedAsPath(evaluator, node) ? "path" : declared;
  }
  return "unknown";
}

export function same(a: PathKind, b: PathKind): PathKind {
  if (a === b) return a;
  return a === "number" || b === "number" ? "number" : "unknown";
}

function kindOfCall(evaluator: Evaluator, node: ts.CallExpression, visited: Set<ts.Node>): PathKind {
  const path = pathText(evaluator.calleeOf(node)) ?? "";
  if (PATH_FUNCTIONS.test(path)) return "path";
  if (path === "fs.openSync" || path === "Number" || path === "parseInt") return "number";
  const callee = skipWrappers(node.expression);
  if (ts.isPropertyAccessExpression(callee) && STRING_METHODS.test(callee.name.text)) return "path";
  const value = evaluator.calleeOf(node);
  if (value.kind !== "function") return "unknown";
  if (value.node.type !== undefined) return kindOfType(value.node.type);
  const result = soleResult(value.node);
  return result === undefined ? "unknown" : kindOf(evaluator, result, visited);
}

/** What a function with one expression for a body, or one `return`, gives. */
export function soleResult({ body }: FunctionNode): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) return body;
  const [statement, ...others] = body.statements;
  if (statement === undefined || others.length > 0 || !ts.isReturnStatement(statement)) return undefined;
  return statement.expression;
}

function kindOfName(evaluator: Evaluator, node: ts.Identifier, visited: Set<ts.Node>): PathKind {
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return "unknown";
  const kinds: PathKind[] = [];
  if (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) {
    const type = declaration.type ?? ts.getJSDocType(declaration);
    if (type !== undefined) return kindOfType(type);
    if (declaration.initializer !== undefined) kinds.push(kindOf(evaluator, declaration.initializer, visited));
    if (ts.isVariableDeclaration(declaration) && ts.isForOfStatement(declaration.parent.parent)) {
      kinds.push(kindOfElement(evaluator, declaration.parent.parent.expression, pathKind));
    }
    const list = ts.isParameter(declaration) ? listOf(declaration) : undefined;
    if (list !== undefined) kinds.push(kindOfElement(evaluator, list, pathKind));
    for (const value of evaluator.assignmentsTo(symbol))
      kinds.push(value === undefined ? "unknown" : kindOf(evaluator, value, visited));
  }
  const [first, ...others] = kinds;
  const kind = others.reduce(same, first ?? "unknown");
  return kind === "unknown" && isUsedAsPath(evaluator, node) ? "path" : kind;
}

/** `this.file` by the class, `options.file` by the annotation of `options`. */
function kindOfMember(evaluator: Evaluator, node: ts.PropertyAccessExpression, visited: Set<ts.Node>): PathKind {
  const owner = evaluator.valueOf(node.expression);
  const name = node.name.text;
  if (owner.kind === "shape") {
    const member = owner.node.members.find(
      (candidate) => candidate.name !== undefined && nameText(candidate.name) === name,
    );
    return member !== undefined && ts.isPropertySignature(member) && member.type !== undefined
      ? kindOfType(member.type)
      : "unknown";
  }
  if (owner.kind !== "instance") return "unknown";
  for (const member of owner.node.members) {
    if (ts.isPropertyDeclaration(member) && !isStatic(member) && nameText(member.name) === name) {
      if (member.type !== undefined) return kindOfType(member.type);
      if (member.initializer !== undefined) return kindOf(evaluator, member.initializer, visited);
    }
    const parameters = ts.isConstructorDeclaration(member) ? member.parameters : [];
    const parameter = parameters.find((candidate) => ts.isIdentifier(candidate.name) && candidate.name.text === name);
    if (parameter?.modifiers !== undefined && parameter.type !== undefined) return kindOfType(parameter.type);
  }
  return "unknown";
}

export function kindOfType(type: ts.TypeNode): PathKind {
  if (ts.isUnionTypeNode(type)) {
    const kinds = type.types.filter((part) => !/^(undefined|null)$/.test(part.getText())).map(kindOfType);
    return kinds.length === 0 ? "unknown" : kinds.reduce(same);
  }
  if (ts.isParenthesizedTypeNode(type)) return kindOfType(type.type);
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return "path";
  const text = type.getText();
  if (PATH_TYPES.has(text)) return "path";
  return text === "number" ? "number" : "unknown";
}

/** Whether the same name or member is somewhere in the file used as only a path, or a string, can be. */
function isUsedAsPath(evaluator: Evaluator, node: ts.Identifier | ts.PropertyAccessExpression): boolean {
  let uses = pathUses.get(evaluator);
  if (uses === undefined) pathUses.set(evaluator, (uses = collectPathUses(evaluator)));
  if (!ts.isIdentifier(node)) return uses.has(node.getText(evaluator.file.tree));
  const symbol = resolveName(node.text, node);
  return symbol !== undefined && uses.has(symbol);
}

/** Names by their symbols, members by their texts. One walk of the file, when it is first asked for. */
const pathUses = new Kept<Evaluator, ReadonlySet<ts.Symbol | string>>();

function collectPathUses(evaluator: Evaluator): ReadonlySet<ts.Symbol | string> {
  const uses = new Set<ts.Symbol | string>();
  const add = (node: ts.Expression): void => {
    const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
    if (symbol !== undefined) uses.add(symbol);
    else if (ts.isPropertyAccessExpression(node)) uses.add(node.getText(evaluator.file.tree));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) addCall(node);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      if (isText(node.right)) add(node.left);
      if (isText(node.left)) add(node.right);
    }
    ts.forEachChild(node, visit);
  };
  const addCall = (node: ts.CallExpression): void => {
    const { expression: callee } = node;
    const [first] = node.arguments;
    if (ts.isPropertyAccessExpression(callee) && STRING_ONLY_METHODS.test(callee.name.text)) add(callee.expression);
    if (first === undefined) return;
    const path = pathText(evaluator.calleeOf(node)) ?? "";
    if (path.startsWith("path.")) node.arguments.forEach(add);
    else if (PATH_TAKERS.test(path)) add(first);
  };
  visit(evaluator.file.tree);
  return uses;
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
