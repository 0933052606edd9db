/** Whether a value arrives in a worker as what it was: the structured clone algorithm takes data, and no functions. */
import { ts } from "ts-morph";
import { skipWrappers } from "../../../evaluate";
import { resolveName } from "../../../scopes";

/** `primitive` and `data`: yes; `unknown`: nobody says; else why not, the words after "because" and the name. */
export type Clonable = "primitive" | "data" | "unknown" | { readonly refusal: string };

const DATA_TYPES =
  /^(?:Array|ReadonlyArray|ArrayBuffer|SharedArrayBuffer|DataView|Date|RegExp|Map|ReadonlyMap|Set|ReadonlySet|Record|Partial|Required|Readonly|Pick|Omit|Iterable|(?:Ui|I)nt(?:8|16|32)Array|Uint8ClampedArray|Float(?:32|64)Array|Big(?:Ui|I)nt64Array)$/;

/** Made by one of these, a value is data, if what it is given is. */
const DATA_CLASSES =
  /^(?:Array|ArrayBuffer|SharedArrayBuffer|DataView|Date|RegExp|Map|Set|(?:Ui|I)nt(?:8|16|32)Array|Uint8ClampedArray|Float(?:32|64)Array|Big(?:Ui|I)nt64Array)$/;

const PRIMITIVE_METHODS =
  /^(?:now|random|charCodeAt|codePointAt|indexOf|lastIndexOf|findIndex|includes|some|every|has|join|toFixed|toString|toLowerCase|toUpperCase|trim|padStart|padEnd|repeat|getTime|startsWith|endsWith|isInteger|parseInt|parseFloat)$/;

/** By annotation first, then by what it is initialised with. */
export function clonableDeclaration(declaration: ts.Declaration): Clonable {
  if (ts.isFunctionDeclaration(declaration)) return { refusal: "is a function" };
  if (ts.isClassDeclaration(declaration)) return { refusal: "is a class" };
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return "unknown";
  if (declaration.type !== undefined) return clonableType(declaration.type);
  if (ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined) return "unknown";
  return declaration.initializer === undefined ? "unknown" : clonableValue(declaration.initializer);
}

/** Types can name themselves: so deep, what isn't data has shown. */
const DEEPEST = 6;

export function clonableType(type: ts.TypeNode, depth = 0): Clonable {
  if (depth > DEEPEST) return "data";
  const inner = (part: ts.TypeNode): Clonable => clonableType(part, depth + 1);
  switch (type.kind) {
    case ts.SyntaxKind.NumberKeyword:
    case ts.SyntaxKind.StringKeyword:
    case ts.SyntaxKind.BooleanKeyword:
    case ts.SyntaxKind.BigIntKeyword:
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.LiteralType:
    case ts.SyntaxKind.TemplateLiteralType:
      return "primitive";
    case ts.SyntaxKind.SymbolKeyword:
      return { refusal: "is a symbol" };
    case ts.SyntaxKind.FunctionType:
    case ts.SyntaxKind.ConstructorType:
      return { refusal: "is a function" };
    default:
  }
  if (ts.isArrayTypeNode(type)) return asData([inner(type.elementType)]);
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return inner(type.type);
  if (ts.isTupleTypeNode(type))
    return asData(type.elements.map((element) => inner(ts.isNamedTupleMember(element) ? element.type : element)));
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return worst(type.types.map(inner));
  if (ts.isTypeLiteralNode(type)) return clonableMembers(type.members, inner);
  return ts.isTypeReferenceNode(type) ? clonableReference(type, inner) : "unknown";
}

type OfType = (type: ts.TypeNode) => Clonable;

function clonableReference({ typeName, typeArguments }: ts.TypeReferenceNode, inner: OfType): Clonable {
  if (!ts.isIdentifier(typeName)) return "unknown";
  const declaration = resolveName(typeName.text, typeName)?.declarations?.[0];
  if (declaration === undefined) {
    if (/^(?:Promise|PromiseLike|Function|WeakMap|WeakSet|WeakRef|Proxy)$/.test(typeName.text))
      return { refusal: `is a \`${typeName.text}\`` };
    if (typeName.text === "Buffer") return { refusal: "is a Buffer, and arrives as a Uint8Array" };
    if (!DATA_TYPES.test(typeName.text)) return "unknown";
    return asData((typeArguments ?? []).map(inner));
  }
  if (ts.isInterfaceDeclaration(declaration))
    return declaration.heritageClauses === undefined ? clonableMembers(declaration.members, inner) : "unknown";
  if (ts.isTypeAliasDeclaration(declaration)) return inner(declaration.type);
  return ts.isClassLike(declaration) ? { refusal: `is an instance of \`${typeName.text}\`` } : "unknown";
}

function clonableMembers(members: readonly ts.TypeElement[], inner: OfType): Clonable {
  return asData(
    members.map((member): Clonable => {
      if (ts.isPropertySignature(member)) return member.type === undefined ? "unknown" : inner(member.type);
      if (ts.isIndexSignatureDeclaration(member)) return inner(member.type);
      return { refusal: "has methods" };
    }),
  );
}

export function clonableValue(expression: ts.Expression): Clonable {
  const node = skipWrappers(expression);
  if (ts.isAsExpression(node))
    return node.type.getText() === "const" ? clonableValue(node.expression) : clonableType(node.type);
  if (ts.isLiteralExpression(node) || ts.isTemplateExpression(node))
    return node.kind === ts.SyntaxKind.RegularExpressionLiteral ? "data" : "primitive";
  if (isKeywordLiteral(node)) return "primitive";
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node) || ts.isTypeOfExpression(node))
    return "primitive";
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { refusal: "is a function" };
  if (ts.isClassExpression(node)) return { refusal: "is a class" };
  if (ts.isConditionalExpression(node)) return worst([clonableValue(node.whenTrue), clonableValue(node.whenFalse)]);
  if (ts.isBinaryExpression(node)) return clonableBinary(node);
  if (ts.isArrayLiteralExpression(node)) return asData(node.elements.map(clonableElement));
  if (ts.isObjectLiteralExpression(node)) return asData(node.properties.map(clonableProperty));
  if (ts.isNewExpression(node)) return clonableInstance(node);
  if (ts.isPropertyAccessExpression(node)) return /^(?:length|size)$/.test(node.name.text) ? "primitive" : "unknown";
  return ts.isCallExpression(node) ? clonableCall(node) : "unknown";
}

function isKeywordLiteral(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return /^(?:Infinity|NaN|undefined)$/.test(node.text);
  const { kind } = node;
  return (
    kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.NullKeyword
  );
}

function clonableBinary({ left, operatorToken, right }: ts.BinaryExpression): Clonable {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return worst([clonableValue(left), clonableValue(right)]);
    default:
      return "primitive";
  }
}

function clonableElement(element: ts.Expression): Clonable {
  return ts.isSpreadElement(element) ? clonableValue(element.expression) : clonableValue(element);
}

function clonableProperty(property: ts.ObjectLiteralElementLike): Clonable {
  if (ts.isPropertyAssignment(property)) return clonableValue(property.initializer);
  return ts.isShorthandPropertyAssignment(property) || ts.isSpreadAssignment(property)
    ? "unknown"
    : { refusal: "has methods" };
}

function clonableInstance({ expression, arguments: given }: ts.NewExpression): Clonable {
  if (!ts.isIdentifier(expression)) return { refusal: `is an instance of \`${expression.getText()}\`` };
  const isGlobal = resolveName(expression.text, expression) === undefined;
  if (!isGlobal || !DATA_CLASSES.test(expression.text)) return { refusal: `is an instance of \`${expression.text}\`` };
  return asData([...(given ?? [])].map((argument) => clonableElement(argument)));
}

function clonableCall({ expression }: ts.CallExpression): Clonable {
  if (ts.isIdentifier(expression)) {
    const isGlobal = resolveName(expression.text, expression) === undefined;
    if (isGlobal && /^(?:Number|String|Boolean|BigInt|parseInt|parseFloat)$/.test(expression.text)) return "primitive";
    return isGlobal && expression.text === "Symbol" ? { refusal: "is a symbol" } : "unknown";
  }
  if (!ts.isPropertyAccessExpression(expression)) return "unknown";
  const text = expression.getText();
  if (/^Math\.\w+$/.test(text) || PRIMITIVE_METHODS.test(expression.name.text)) return "primitive";
  if (text === "JSON.parse") return "data";
  if (text === "Array.from" || text === "Array.of") return "unknown";
  // An array that is filled is what it was, with what it is filled with.
  return expression.name.text === "fill" ? clonableValue(expression.expression) : "unknown";
}

/** Something that holds these. */
function asData(parts: readonly Clonable[]): Clonable {
  const all = worst(parts);
  return all === "primitive" ? "data" : all;
}

function worst(parts: readonly Clonable[]): Clonable {
  const refused = parts.find((part) => typeof part === "object");
  if (refused !== undefined) return refused;
  if (parts.includes("unknown")) return "unknown";
  return parts.includes("data") ? "data" : "primitive";
}
