/** TypeScript: how the types of what is sent are written in the worker file, and what these need. */
import { ts } from "ts-morph";
import { skipWrappers } from "../../../evaluate";
import { resolveName } from "../../../scopes";
import type { Refusable } from "./captures";

/** A type that the worker file imports. */
export interface TypeImport {
  readonly name: string;
  readonly local: string;
  /** As in the file; undefined for a type of the file itself. */
  readonly specifier: string | undefined;
}

/** The type of a declaration as text, where it is annotated or its initialiser leaves no doubt. */
export function typeTextOf(declaration: ts.Declaration): string | undefined {
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return undefined;
  const { type, initializer } = declaration;
  const isOptional = ts.isParameter(declaration) && declaration.questionToken !== undefined;
  if (type !== undefined) return isOptional ? `${type.getText()} | undefined` : type.getText();
  return initializer === undefined ? undefined : inferred(initializer);
}

function inferred(expression: ts.Expression): string | undefined {
  const node = skipWrappers(expression);
  if (ts.isAsExpression(node)) return node.type.getText() === "const" ? undefined : node.type.getText();
  if (ts.isNumericLiteral(node)) return "number";
  if (ts.isIdentifier(node) && /^(?:Infinity|NaN)$/.test(node.text)) return "number";
  if (ts.isIdentifier(node)) return inferredName(node);
  if (ts.isBigIntLiteral(node)) return "bigint";
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return "string";
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) return "RegExp";
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return "boolean";
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken ? "boolean" : inferred(node.operand);
  if (ts.isBinaryExpression(node)) return inferredBinary(node);
  if (ts.isArrayLiteralExpression(node)) return inferredList(node.elements);
  if (ts.isPropertyAccessExpression(node))
    return /^(?:length|size)$/.test(node.name.text) || /^(?:Math|Number)\.[A-Z0-9_]+$/.test(node.getText())
      ? "number"
      : undefined;
  if (ts.isNewExpression(node)) return inferredInstance(node);
  return ts.isCallExpression(node) ? inferredCall(node) : undefined;
}

/** What is annotated itself; what isn't would lead on and on. */
function inferredName(name: ts.Identifier): string | undefined {
  const declaration = resolveName(name.text, name)?.declarations?.[0];
  if (declaration === undefined || (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)))
    return undefined;
  return declaration.type === undefined ? undefined : typeTextOf(declaration);
}

function inferredBinary({ left, operatorToken, right }: ts.BinaryExpression): string | undefined {
  const operator = operatorToken.getText();
  if (/^(?:[<>]=?|[!=]==?)$/.test(operator)) return "boolean";
  const [one, other] = [inferred(left), inferred(right)];
  if (operator === "+" && (one === "string" || other === "string")) return "string";
  return one === "number" && other === "number" ? "number" : undefined;
}

function inferredList(elements: readonly ts.Expression[]): string | undefined {
  const [first, ...others] = elements.map(inferred);
  return first !== undefined && others.every((one) => one === first) ? `${first}[]` : undefined;
}

function inferredInstance({ expression, typeArguments }: ts.NewExpression): string | undefined {
  if (!ts.isIdentifier(expression) || resolveName(expression.text, expression) !== undefined) return undefined;
  if (
    /^(?:(?:Ui|I)nt(?:8|16|32)Array|Uint8ClampedArray|Float(?:32|64)Array|Big(?:Ui|I)nt64Array|Date|RegExp)$/.test(
      expression.text,
    )
  )
    return expression.text;
  if (!/^(?:Map|Set|Array)$/.test(expression.text) || typeArguments === undefined) return undefined;
  return `${expression.text}<${typeArguments.map((type) => type.getText()).join(", ")}>`;
}

function inferredCall({ expression }: ts.CallExpression): string | undefined {
  const text = expression.getText();
  if (/^(?:Math\.\w+|Date\.now|performance\.now|Number(?:\.parse\w+)?|parseInt|parseFloat)$/.test(text))
    return "number";
  return text === "String" ? "string" : text === "BigInt" ? "bigint" : undefined;
}

/** Names of types in `nodes`, each with where it comes from; one that only the file knows is the end of it. */
export function typeImportsOf(nodes: readonly ts.Node[]): Refusable<{ readonly imports: readonly TypeImport[] }> {
  const imports = new Map<string, TypeImport>();
  for (const name of nodes.flatMap((node) => [...typeNames(node)])) {
    const symbol = resolveName(name.text, name);
    const declaration = symbol?.declarations?.[0];
    if (declaration === undefined || nodes.some((node) => declaration.pos >= node.pos && declaration.end <= node.end))
      continue;
    const found = typeImport(name.text, declaration);
    if (found === undefined) return { refusal: `the type \`${name.text}\` isn't exported` };
    imports.set(name.text, found);
  }
  return { imports: [...imports.values()] };
}

function typeImport(local: string, declaration: ts.Declaration): TypeImport | undefined {
  if (ts.isImportSpecifier(declaration)) {
    const specifier = specifierOf(declaration.parent.parent.parent);
    return specifier === undefined
      ? undefined
      : { name: (declaration.propertyName ?? declaration.name).text, local, specifier };
  }
  if (ts.isImportClause(declaration)) {
    const specifier = specifierOf(declaration.parent);
    return specifier === undefined ? undefined : { name: "default", local, specifier };
  }
  const isDeclaration =
    ts.isInterfaceDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isEnumDeclaration(declaration) ||
    ts.isClassDeclaration(declaration);
  if (!isDeclaration || !ts.isSourceFile(declaration.parent)) return undefined;
  const modifiers = ts.getModifiers(declaration) ?? [];
  const isExported =
    modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
    !modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return isExported ? { name: local, local, specifier: undefined } : undefined;
}

function specifierOf(declaration: ts.Node): string | undefined {
  return ts.isImportDeclaration(declaration) && ts.isStringLiteral(declaration.moduleSpecifier)
    ? declaration.moduleSpecifier.text
    : undefined;
}

/** First names of type references. */
function* typeNames(node: ts.Node): Generator<ts.Identifier> {
  if (ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node)) {
    let name = ts.isTypeReferenceNode(node) ? node.typeName : node.exprName;
    while (ts.isQualifiedName(name)) name = name.left;
    yield name;
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* typeNames(child);
}
