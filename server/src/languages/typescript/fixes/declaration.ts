/** How a function is declared, and whether one that is declared so can become asynchronous. */
import { ts } from "ts-morph";
import type { Span } from "../../../core/facts";
import type { Declaration } from "../../language";
import { callbackUse } from "../callbacks";
import type { Evaluator } from "../evaluate";
import { skipWrappers } from "../evaluate";
import { colourOf, isFunction } from "../functions";
import { isExportedObject } from "../mentions";
import { resolveName, symbolOf } from "../scopes";
import { evaluatorOf } from "../session";
import { pathText, type FunctionNode } from "../values";
import { usesThis } from "./inline/callback";
import { calledName } from "./site";

/** The function, or the field with an initialiser, whose facts have this span; the outermost where several have. */
export function functionAt(tree: ts.SourceFile, span: Span): FunctionNode | ts.PropertyDeclaration | undefined {
  let node: ts.Node = tree;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.pos <= span.start && span.end <= candidate.end ? candidate : undefined,
    );
    if (child === undefined) return undefined;
    const isWanted = isFunction(child) || ts.isPropertyDeclaration(child);
    if (isWanted && child.getStart(tree) === span.start && child.end === span.end) return child;
    node = child;
  }
}

export function declarationOf(file: string, text: string, span: Span): Declaration | undefined {
  const evaluator = evaluatorOf(file, text);
  const node = functionAt(evaluator.file.tree, span);
  if (node === undefined) return undefined;
  if (ts.isPropertyDeclaration(node)) return refused("a class field's initialiser can't await");
  const refusal = kindRefusal(node) ?? resultRefusal(evaluator, node) ?? nameRefusal(node);
  if (refusal !== undefined) return refused(refusal);
  if (ts.isFunctionDeclaration(node)) {
    const overloads = symbolOf(node)?.declarations?.length ?? 1;
    return overloads > 1 ? refused("it has overloads") : { isCallback: false, ...arityOf(node) };
  }
  return ts.isMethodDeclaration(node) ? ofMethod(node) : { ...ofExpression(evaluator, node), ...arityOf(node) };
}

/** What looks at `this` or `arguments` may look at anything. */
function arityOf({ parameters, body }: FunctionNode): Pick<Declaration, "arity"> {
  const isOpen = parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  return isOpen || body === undefined || usesThis(body) ? {} : { arity: parameters.length };
}

function refused(refusal: string): Declaration {
  return { refusal, isCallback: false };
}

function kindRefusal(node: FunctionNode): string | undefined {
  if (ts.isGetAccessor(node)) return "a getter can't await";
  if (ts.isSetAccessor(node)) return "a setter can't await";
  if (ts.isConstructorDeclaration(node)) return "a constructor can't await: use an asynchronous factory";
  return node.asteriskToken === undefined ? undefined : "a synchronous generator can't await";
}

/** What a promise can't take the place of. */
function resultRefusal(evaluator: Evaluator, node: FunctionNode): string | undefined {
  const type = node.type ?? ts.getJSDocReturnType(node);
  if (type !== undefined && ts.isTypePredicateNode(type)) return "its result narrows a type";
  if (type?.kind === ts.SyntaxKind.NeverKeyword) return "it never returns, and its callers rely on that";
  if (resolveName("Promise", node) !== undefined) return "`Promise` is another one there";
  if (type !== undefined)
    return /\b(Promise|PromiseLike|Thenable|Awaitable)\b/.test(type.getText(evaluator.file.tree))
      ? "it may give a promise already"
      : undefined;
  return returnedBy(node).some((result) => givesPromise(evaluator, result))
    ? "it may give a promise already"
    : undefined;
}

function returnedBy(node: FunctionNode): readonly ts.Expression[] {
  const { body } = node;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (child: ts.Node): void => {
    if (isFunction(child) || ts.isClassLike(child)) return;
    if (ts.isReturnStatement(child) && child.expression !== undefined) found.push(child.expression);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

function givesPromise(evaluator: Evaluator, expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isConditionalExpression(node))
    return givesPromise(evaluator, node.whenTrue) || givesPromise(evaluator, node.whenFalse);
  if (ts.isBinaryExpression(node)) return givesPromise(evaluator, node.left) || givesPromise(evaluator, node.right);
  if (ts.isNewExpression(node)) return pathText(evaluator.valueOf(node.expression)) === "Promise";
  if (ts.isIdentifier(node)) {
    const declaration = resolveName(node.text, node)?.declarations?.[0];
    const value =
      declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return value !== undefined && !ts.isIdentifier(skipWrappers(value)) && givesPromise(evaluator, value);
  }
  if (!ts.isCallExpression(node)) return false;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  const callee = evaluator.calleeOf(node);
  if (callee.kind === "function") return colourOf(callee.node) === "async";
  if (/^(Promise\.\w+|fetch|globalThis\.fetch)$|(^|\.)(promises|timers\/promises)\./.test(pathText(callee) ?? ""))
    return true;
  const target = skipWrappers(node.expression);
  const name = ts.isPropertyAccessExpression(target) ? target.name.text : ts.isIdentifier(target) ? target.text : "";
  return /^(then|catch|finally)$|Async$|Promise$/.test(name);
}

/** In a script a variable may be called `await`. */
function nameRefusal(node: FunctionNode): string | undefined {
  const mentions = (child: ts.Node): boolean =>
    (ts.isIdentifier(child) && child.text === "await") ||
    (ts.forEachChild(child, (inner) => (mentions(inner) ? true : undefined)) ?? false);
  return mentions(node) ? "`await` is a name there" : undefined;
}

function ofMethod(node: ts.MethodDeclaration): Declaration {
  const { parent } = node;
  if (ts.isObjectLiteralExpression(parent)) {
    return isExportedObject(parent) ? method("", false) : refused("it is a method of an object that others may have");
  }
  if (!ts.isClassLike(parent)) return refused("it is a member of a type");
  if (ts.isComputedPropertyName(node.name)) return refused("its name is computed");
  if (node.questionToken !== undefined) return refused("it is optional");
  const isDecorated = [node, parent].some((one) => (ts.getDecorators(one)?.length ?? 0) > 0);
  if (isDecorated) return refused("it, or its class, is decorated");
  const overloads = parent.members.filter((member) => member.name?.getText() === node.name.getText());
  if (overloads.length > 1) return refused("it has overloads");
  return parent.name === undefined
    ? refused("its class has no name")
    : method(parent.name.text, parent.heritageClauses !== undefined);
}

function method(className: string, isDerived: boolean): Declaration {
  return { isCallback: false, method: { className, isDerived } };
}

function ofExpression(evaluator: Evaluator, node: FunctionNode): Declaration {
  let inner: ts.Node = node;
  while (ts.isParenthesizedExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isVariableDeclaration(parent)) {
    const isConstant = (parent.parent.flags & ts.NodeFlags.Const) !== 0 && ts.isIdentifier(parent.name);
    if (!isConstant) return refused("another function may be assigned to its name");
    const isTyped = parent.type !== undefined || ts.getJSDocType(parent) !== undefined;
    return isTyped ? refused("its type is declared apart from it") : { isCallback: false };
  }
  if (ts.isExportAssignment(parent)) return { isCallback: false };
  if (ts.isPropertyAssignment(parent) && isExportedObject(parent.parent) && !ts.isComputedPropertyName(parent.name))
    return method("", false);
  if (ts.isBinaryExpression(parent)) {
    const isExport = /^(module\.exports|(module\.)?exports\.[\w$]+)$/.test(
      pathText(evaluator.valueOf(parent.left)) ?? "",
    );
    return isExport ? { isCallback: false } : refused("it is assigned to something that others may have");
  }
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== inner)
    return ofCallback(evaluator, parent, inner as ts.Expression, node);
  return refused(ts.isCallExpression(parent) ? "it is called where it stands" : "it is a value that others may have");
}

/** What waits for the promise of a callback that it is given. */
function ofCallback(
  evaluator: Evaluator,
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Expression,
  node: FunctionNode,
): Declaration {
  if (ts.isNewExpression(call)) return refused("a promise executor can't await");
  const callee = skipWrappers(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
  if (/^(then|catch|finally)$/.test(name) || isTest(evaluator, callee, node) || isAwaitedMap(evaluator, call, name))
    return { isCallback: true };
  const { placement } = callbackUse(evaluator, call, argument);
  return refused(
    placement === "inline"
      ? `the callback of ${calledName(call)} can't await`
      : `nobody knows whether ${calledName(call)} waits for its callback`,
  );
}

/** `Promise.all(files.map((file) => …))`. */
function isAwaitedMap(evaluator: Evaluator, call: ts.CallExpression, name: string): boolean {
  const outer = call.parent;
  if (name !== "map" || !ts.isCallExpression(outer) || outer.arguments[0] !== call) return false;
  return /^Promise\.(all|allSettled)$/.test(pathText(evaluator.calleeOf(outer)) ?? "");
}

const TEST_FUNCTION = /^(after|afterAll|afterEach|before|beforeAll|beforeEach|it|specify|test)$/;
const TEST_MODULE = /^(node:test|test|vitest|@jest\/globals|mocha|bun:test)$/;

/** The body of a test; one with a parameter may be waited for by a call of it. */
function isTest(evaluator: Evaluator, callee: ts.Expression, node: FunctionNode): boolean {
  const root = ts.isPropertyAccessExpression(callee) ? skipWrappers(callee.expression) : callee;
  if (!ts.isIdentifier(root)) return false;
  const value = evaluator.valueOf(root);
  if (value.kind !== "path") return false;
  const isNode = value.root.kind === "module" && /^(node:)?test$/.test(value.root.specifier);
  if (node.parameters.length > 0 && !isNode) return false;
  if (value.root.kind === "global") return value.steps.length === 0 && TEST_FUNCTION.test(value.root.name);
  if (value.root.kind !== "module" || !TEST_MODULE.test(value.root.specifier)) return false;
  const last = value.steps.at(-1);
  return last?.kind !== "property" || last.name === "default" || TEST_FUNCTION.test(last.name);
}
