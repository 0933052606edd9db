/**
 * Functions that are used as classes: what statements of the module give to their prototypes (`Store.prototype.load = function () {…}`,
 * `Object.assign(Store.prototype, {…})`), and what these inherit (`util.inherits(File, Store)`).
 */
import { ts } from "ts-morph";
import { lastOf } from "./assignedMembers";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { resolveName } from "./scopes";
import { pathText } from "./values";

/** A function that `new` makes objects with. */
export type ConstructorNode = ts.FunctionDeclaration | ts.FunctionExpression;

export function isConstructor(node: ts.Node): node is ConstructorNode {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node);
}

export interface Prototype {
  /** What is assigned to its members, by name. */
  readonly members: ReadonlyMap<string, readonly ts.Expression[]>;
  /** Objects whose members it is given. */
  readonly sources: readonly ts.Expression[];
  /** Functions and classes that it inherits from. */
  readonly bases: readonly ts.Expression[];
}

export interface Prototypes {
  readonly of: ReadonlyMap<ts.Node, Prototype>;
  /** Functions and object literals that are members of a prototype, or its members → the function that makes its objects. */
  readonly owners: ReadonlyMap<ts.Node, ConstructorNode>;
}

interface Collected {
  readonly members: Map<string, ts.Expression[]>;
  readonly sources: ts.Expression[];
  readonly bases: ts.Expression[];
}

/** Only what the module itself does while it is loaded counts. */
export function collectPrototypes(evaluator: Evaluator): Prototypes {
  const found = new Map<ConstructorNode, Collected>();
  const owners = new Map<ts.Node, ConstructorNode>();
  const at = (node: ConstructorNode): Collected => {
    let one = found.get(node);
    if (one === undefined) found.set(node, (one = { members: new Map(), sources: [], bases: [] }));
    return one;
  };
  const addSource = (owner: ConstructorNode, source: ts.Expression): void => {
    at(owner).sources.push(source);
    owners.set(source, owner);
  };
  const assign = (left: ts.Expression, value: ts.Expression): void => {
    if (!ts.isPropertyAccessExpression(left)) return;
    const owner = prototypeOwner(left.expression);
    if (owner !== undefined) {
      if (left.name.text === "constructor") return;
      const base = left.name.text === "__proto__" ? prototypeHolder(value) : undefined;
      if (base !== undefined) return void at(owner).bases.push(base);
      const { members } = at(owner);
      members.set(left.name.text, [...(members.get(left.name.text) ?? []), value]);
      owners.set(value, owner);
      return;
    }
    const whole = prototypeOwner(left);
    if (whole === undefined) return;
    const base = inheritedBy(evaluator, value);
    if (base !== undefined) at(whole).bases.push(base);
    else if (ts.isObjectLiteralExpression(value)) addSource(whole, value);
  };
  const visitCall = (call: ts.CallExpression): void => {
    const [first, ...others] = call.arguments.map(skipWrappers);
    if (first === undefined) return;
    const path = calledPath(evaluator, call);
    const owner = prototypeOwner(first);
    if (path === "Object.assign" && owner !== undefined) for (const source of others) addSource(owner, source);
    const [second] = others;
    const base = path === "Object.setPrototypeOf" && second !== undefined ? prototypeHolder(second) : undefined;
    if (owner !== undefined && base !== undefined) at(owner).bases.push(base);
    const isInherits = path === "util.inherits" || path === "inherits";
    const heir = isInherits && ts.isIdentifier(first) ? constructorNamed(first) : undefined;
    if (heir !== undefined && second !== undefined) at(heir).bases.push(second);
  };
  for (const statement of evaluator.file.tree.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    let node = skipWrappers(statement.expression);
    if (ts.isCallExpression(node)) visitCall(node);
    while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      assign(skipWrappers(node.left), lastOf(node.right));
      node = skipWrappers(node.right);
    }
  }
  return { of: found, owners };
}

/** The function whose prototype an expression is: `Store.prototype`, and a variable that holds it. */
function prototypeOwner(node: ts.Expression): ConstructorNode | undefined {
  const holder = prototypeHolder(node);
  if (holder !== undefined) return ts.isIdentifier(holder) ? constructorNamed(holder) : undefined;
  const declaration = ts.isIdentifier(node) ? resolveName(node.text, node)?.declarations?.[0] : undefined;
  const value =
    declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const named = value === undefined ? undefined : prototypeHolder(skipWrappers(lastOf(value)));
  return named !== undefined && ts.isIdentifier(named) ? constructorNamed(named) : undefined;
}

/** `Store` of `Store.prototype`. */
function prototypeHolder(node: ts.Expression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(node) && node.name.text === "prototype" ? node.expression : undefined;
}

function constructorNamed(name: ts.Identifier): ConstructorNode | undefined {
  for (const declaration of resolveName(name.text, name)?.declarations ?? []) {
    if (ts.isFunctionDeclaration(declaration)) return declaration;
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    const last = value === undefined ? undefined : lastOf(value);
    if (last !== undefined && ts.isFunctionExpression(last)) return last;
  }
  return undefined;
}

/** What a new prototype inherits: `Object.create(Store.prototype)`, `new Store()`. */
function inheritedBy(evaluator: Evaluator, value: ts.Expression): ts.Expression | undefined {
  if (ts.isNewExpression(value)) return value.expression;
  if (!ts.isCallExpression(value) || calledPath(evaluator, value) !== "Object.create") return undefined;
  const [first] = value.arguments;
  return first === undefined ? undefined : prototypeHolder(skipWrappers(first));
}

/** Of a function by its name alone: whatever else is called may be one of those that are being looked for. */
function calledPath(evaluator: Evaluator, call: ts.CallExpression): string | undefined {
  const callee = skipWrappers(call.expression);
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(root) ? pathText(evaluator.valueOf(callee)) : undefined;
}
