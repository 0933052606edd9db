/** What a new suspension point can break: values read before it and written after it. */
import { ts } from "ts-morph";
import { isFunction } from "../functions";
import { isAssignment, resolveName } from "../scopes";
import type { Workbench } from "./plan";

/** What the questions below are about: the text, and callbacks that are part of the function around them afterwards. */
type Around = Pick<Workbench, "file" | "dissolved">;

/** Undefined: none. `refuse`: updates would be lost. `caution`: right if nobody interferes meanwhile. */
export type Hazard = { readonly refuse: string } | { readonly caution: string } | undefined;

/**
 * What remains to look at where the call moves to a statement of its own, in front of its statement: an assignment, or a
 * store, that a condition leads to.
 */
export function checkHazard(around: Around, call: ts.Expression): string | undefined {
  for (
    let inner: ts.Node = call, outer: ts.Node = call.parent;
    !endsExpression(inner);
    inner = outer, outer = outer.parent
  ) {
    const caution =
      ts.isBinaryExpression(outer) && outer.right === inner && isAssignment(outer.operatorToken.kind)
        ? checkedBefore(around, outer, outer.left)
        : storeHazard(around, outer);
    if (caution !== undefined) return caution;
  }
  return undefined;
}

function storeHazard(around: Around, node: ts.Node): string | undefined {
  return ts.isCallExpression(node) && isStore(node)
    ? checkedBefore(around, node, node.expression.expression)
    : undefined;
}

/** Looks from the call outwards to its statement, and at the conditions that lead to it. */
export function suspensionHazard(around: Around, call: ts.Expression): Hazard {
  let caution: string | undefined;
  for (
    let inner: ts.Node = call, outer: ts.Node = call.parent;
    !endsExpression(inner);
    inner = outer, outer = outer.parent
  ) {
    if (ts.isBinaryExpression(outer) && outer.right === inner && isAssignment(outer.operatorToken.kind)) {
      const hazard = assignmentHazard(around, outer);
      if (hazard !== undefined && "refuse" in hazard) return hazard;
      caution ??= hazard?.caution;
    } else {
      const read = earlierRead(around, inner, outer);
      if (read !== undefined) caution ??= `\`${read}\` is read before the await and may have changed after it`;
      caution ??= storeHazard(around, outer);
    }
  }
  return caution === undefined ? undefined : { caution };
}

function endsExpression(node: ts.Node): boolean {
  return ts.isStatement(node) || isFunction(node) || ts.isSourceFile(node) || ts.isClassElement(node);
}

function assignmentHazard(around: Around, assignment: ts.BinaryExpression): Hazard {
  const { tree } = around.file;
  const { left, operatorToken, right } = assignment;
  if (isPrivate(around, left)) return undefined;
  const target = left.getText(tree);
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    return {
      refuse: `\`${target} ${operatorToken.getText(tree)} await …\` reads \`${target}\` before it waits, and would lose updates made meanwhile`,
    };
  }
  if (mentions(right, target, tree) || steps(left)) {
    return {
      refuse: `\`${target}\` is read before the await and written after it: updates made meanwhile would be lost`,
    };
  }
  const checked = checkedBefore(around, assignment, left);
  return checked === undefined ? undefined : { caution: checked };
}

/** A local variable of the function around it that no nested function uses: nobody else can change it meanwhile. */
function isPrivate({ dissolved }: Around, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return false;
  const home = functionAround(declaration, dissolved);
  if (home === undefined || functionAround(node, dissolved) !== home) return false;
  let isCaptured = false;
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && child.text === node.text && functionAround(child, dissolved) !== home) {
      isCaptured ||= resolveName(child.text, child) === symbol;
    }
    ts.forEachChild(child, visit);
  };
  visit(home);
  return !isCaptured;
}

function functionAround(node: ts.Node, dissolved: ReadonlySet<ts.Node>): ts.Node | undefined {
  for (let outer = node.parent as ts.Node | undefined; outer !== undefined; outer = outer.parent)
    if (isFunction(outer) && !dissolved.has(outer)) return outer;
  return undefined;
}

function mentions(node: ts.Node, text: string, tree: ts.SourceFile): boolean {
  if ((ts.isExpression(node) && node.getText(tree) === text) || isFunction(node)) return !isFunction(node);
  return ts.forEachChild(node, (child) => (mentions(child, text, tree) ? true : undefined)) ?? false;
}

/** `i++` and `--i` somewhere in the node. */
function steps(node: ts.Node): boolean {
  if (ts.isPostfixUnaryExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.MinusToken) {
    return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  }
  return ts.forEachChild(node, (child) => (steps(child) ? true : undefined)) ?? false;
}

/** Something changeable that `outer` reads before it comes to `inner`: `g(this.x, f())`. */
function earlierRead(around: Around, inner: ts.Node, outer: ts.Node): string | undefined {
  const isCall = ts.isCallExpression(outer) || ts.isNewExpression(outer);
  return ts.forEachChild(outer, (child) => {
    if (child.pos >= inner.pos) return undefined;
    // What is called is looked up before its arguments; functions don't change under way in practice.
    return isCall && child === outer.expression ? undefined : changeableRead(around, child);
  });
}

export function changeableRead(around: Around, node: ts.Node): string | undefined {
  if (isFunction(node) || ts.isTypeNode(node)) return undefined;
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isAwaitExpression(node)) return undefined;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return isFixed(node) ? undefined : node.getText(around.file.tree);
  if (ts.isPropertyAssignment(node)) return changeableRead(around, node.initializer);
  if (ts.isIdentifier(node)) return isChangeable(around, node) ? node.text : undefined;
  return ts.forEachChild(node, (child) => changeableRead(around, child));
}

/** Members of modules and of namespaces that nobody assigns to: `path.sep`, `process.platform`. */
function isFixed(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const { expression } = node;
  if (!ts.isIdentifier(expression)) return false;
  const symbol = resolveName(expression.text, expression);
  if (symbol === undefined) return true;
  return (
    symbol.declarations?.some((declaration) => ts.isImportClause(declaration) || ts.isNamespaceImport(declaration)) ??
    false
  );
}

/** A variable that is not a constant, not an import, and not this function's own. */
function isChangeable(around: Around, node: ts.Identifier): boolean {
  const declaration = resolveName(node.text, node)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return !isConstant && !isPrivate(around, node);
}

/** `cache.set(key, value)`. */
function isStore(call: ts.CallExpression): call is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  return ts.isPropertyAccessExpression(call.expression) && /^(set|add|push)$/.test(call.expression.name.text);
}

function endsFunction({ dissolved }: Around, node: ts.Node): boolean {
  return isFunction(node) && !dissolved.has(node);
}

/** `if (!cache) cache = load()`: with an await in it, two callers can both find nothing and both load. */
function checkedBefore(around: Around, node: ts.Node, target: ts.Expression): string | undefined {
  const { tree } = around.file;
  if (isPrivate(around, target)) return undefined;
  const text = target.getText(tree);
  const caution = `two callers may both find \`${text}\` unset and both go on`;
  for (
    let inner = node, outer = node.parent;
    !endsFunction(around, inner) && !ts.isSourceFile(outer);
    inner = outer, outer = outer.parent
  ) {
    if (ts.isIfStatement(outer) && inner !== outer.expression && mentions(outer.expression, text, tree)) return caution;
    if (ts.isConditionalExpression(outer) && inner !== outer.condition && mentions(outer.condition, text, tree))
      return caution;
    if (ts.isBinaryExpression(outer) && inner === outer.right && !isAssignment(outer.operatorToken.kind)) {
      if (mentions(outer.left, text, tree)) return caution;
    }
    if (ts.isBlock(outer) || ts.isSourceFile(outer)) {
      const before = outer.statements.slice(0, outer.statements.indexOf(inner as ts.Statement));
      if (before.some((statement) => ts.isIfStatement(statement) && mentions(statement.expression, text, tree)))
        return caution;
    }
  }
  return undefined;
}
