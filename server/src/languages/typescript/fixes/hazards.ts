/** What a new suspension point can break: values read before it and written after it. */
import { ts } from "ts-morph";
import { isFunction } from "../functions";
import { isAssignment, resolveName } from "../scopes";

/** Undefined: none. `refuse`: updates would be lost. `caution`: right if nobody interferes meanwhile. */
export type Hazard = { readonly refuse: string } | { readonly caution: string } | undefined;

/** Looks from the call outwards to its statement, and at the conditions that lead to it. */
export function suspensionHazard(call: ts.Expression, tree: ts.SourceFile): Hazard {
  let caution: string | undefined;
  for (
    let inner: ts.Node = call, outer: ts.Node = call.parent;
    !endsExpression(inner);
    inner = outer, outer = outer.parent
  ) {
    if (ts.isBinaryExpression(outer) && outer.right === inner && isAssignment(outer.operatorToken.kind)) {
      const hazard = assignmentHazard(outer, tree);
      if (hazard !== undefined && "refuse" in hazard) return hazard;
      caution ??= hazard?.caution;
    } else {
      const read = earlierRead(inner, outer, tree);
      if (read !== undefined) caution ??= `\`${read}\` is read before the await and may have changed after it`;
      const stored =
        ts.isCallExpression(outer) && isStore(outer)
          ? checkedBefore(outer, outer.expression.expression, tree)
          : undefined;
      caution ??= stored;
    }
  }
  return caution === undefined ? undefined : { caution };
}

function endsExpression(node: ts.Node): boolean {
  return ts.isStatement(node) || isFunction(node) || ts.isSourceFile(node) || ts.isClassElement(node);
}

function assignmentHazard(assignment: ts.BinaryExpression, tree: ts.SourceFile): Hazard {
  const { left, operatorToken, right } = assignment;
  if (isPrivate(left)) return undefined;
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
  const checked = checkedBefore(assignment, left, tree);
  return checked === undefined ? undefined : { caution: checked };
}

/** A local variable of the function around it that no nested function uses: nobody else can change it meanwhile. */
function isPrivate(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  const symbol = resolveName(node.text, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return false;
  const home = functionAround(declaration);
  if (home === undefined || functionAround(node) !== home) return false;
  let isCaptured = false;
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && child.text === node.text && functionAround(child) !== home) {
      isCaptured ||= resolveName(child.text, child) === symbol;
    }
    ts.forEachChild(child, visit);
  };
  visit(home);
  return !isCaptured;
}

function functionAround(node: ts.Node): ts.Node | undefined {
  for (let outer = node.parent as ts.Node | undefined; outer !== undefined; outer = outer.parent)
    if (isFunction(outer)) return outer;
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
function earlierRead(inner: ts.Node, outer: ts.Node, tree: ts.SourceFile): string | undefined {
  const isCall = ts.isCallExpression(outer) || ts.isNewExpression(outer);
  return ts.forEachChild(outer, (child) => {
    if (child.pos >= inner.pos) return undefined;
    // What is called is looked up before its arguments; functions don't change under way in practice.
    return isCall && child === outer.expression ? undefined : changeableRead(child, tree);
  });
}

function changeableRead(node: ts.Node, tree: ts.SourceFile): string | undefined {
  if (isFunction(node) || ts.isTypeNode(node)) return undefined;
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isAwaitExpression(node)) return undefined;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return isFixed(node) ? undefined : node.getText(tree);
  if (ts.isPropertyAssignment(node)) return changeableRead(node.initializer, tree);
  if (ts.isIdentifier(node)) return isChangeable(node) ? node.text : undefined;
  return ts.forEachChild(node, (child) => changeableRead(child, tree));
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
function isChangeable(node: ts.Identifier): boolean {
  const declaration = resolveName(node.text, node)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return !isConstant && !isPrivate(node);
}

/** `cache.set(key, value)`. */
function isStore(call: ts.CallExpression): call is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  return ts.isPropertyAccessExpression(call.expression) && /^(set|add|push)$/.test(call.expression.name.text);
}

/** `if (!cache) cache = load()`: with an await in it, two callers can both find nothing and both load. */
function checkedBefore(node: ts.Node, target: ts.Expression, tree: ts.SourceFile): string | undefined {
  if (isPrivate(target)) return undefined;
  const text = target.getText(tree);
  const caution = `two callers may both find \`${text}\` unset and both go on`;
  for (
    let inner = node, outer = node.parent;
    !isFunction(inner) && !ts.isSourceFile(outer);
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
