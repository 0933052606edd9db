/** The functions of a file: their declared paths, colours and placements. */
import { ts } from "ts-morph";
import type { Colour } from "../../core/facts";
import { nameText } from "./members";
import type { FunctionNode } from "./values";

export function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && !ts.isTypeNode(node) && !isSignature(node);
}

function isSignature(node: ts.SignatureDeclaration): boolean {
  return ts.isJSDocSignature(node) || (node as FunctionNode).body === undefined;
}

export function colourOf(node: FunctionNode): Colour {
  const isAsync =
    ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);
  const isGenerator = node.asteriskToken !== undefined;
  if (isAsync === true) return isGenerator ? "async-generator" : "async";
  return isGenerator ? "generator" : "sync";
}

/** Keys that nodes have already, from facts that still hold. */
export interface KnownKeys {
  readonly keys: Iterable<string>;
  keyOf(node: ts.Node): string | undefined;
}

/**
 * Declared paths of functions, or of classes, each unique in its file: `Class.method`, `outer.inner`, `load.<callback>`, and with
 * `~2` for the second of the same path. They hold no offset, so an edit above a function breaks no link to it.
 */
export class Keys {
  private readonly keys = new Map<ts.Node, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly known?: KnownKeys) {
    for (const key of known?.keys ?? []) {
      const { path, number } = partsOf(key);
      this.counts.set(path, Math.max(number, this.counts.get(path) ?? 0));
    }
  }

  /** The key of a node that was added; undefined for any other. */
  keyOf(node: ts.Node): string | undefined {
    return this.keys.get(node) ?? this.known?.keyOf(node);
  }

  /** The key of the function around `node`; "" for the module itself. */
  keyAround(node: ts.Node): string {
    for (let outer = node.parent as ts.Node | undefined; outer !== undefined; outer = outer.parent) {
      const key = isFunction(outer) ? this.keyOf(outer) : undefined;
      if (key !== undefined) return key;
    }
    return "";
  }

  /** The node has a key from before. */
  keep(node: ts.Node, key: string): string {
    this.keys.set(node, key);
    return key;
  }

  add(node: ts.Node, parent: string, name: string): string {
    const path = parent === "" ? name : `${parent}.${name}`;
    const count = (this.counts.get(path) ?? 0) + 1;
    this.counts.set(path, count);
    const key = count === 1 ? path : `${path}~${String(count)}`;
    return this.keep(node, key);
  }
}

function partsOf(key: string): { readonly path: string; readonly number: number } {
  const [, path = key, number = "1"] = /^(.*)~(\d+)$/s.exec(key) ?? [];
  return { path, number: Number(number) };
}

/** Whether a key is that of one of several with the same path, so that it depends on which was named first. */
export function isNumbered(key: string): boolean {
  return partsOf(key).number > 1;
}

/** A function's own name in its path, with the class or the variable that holds it: `Service.load`, `handler`. */
export function declaredName(node: FunctionNode): string {
  const { parent } = node;
  if (ts.isClassLike(parent)) return `${parent.name?.text ?? "<class>"}.${memberName(node)}`;
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (node.name !== undefined) return nameText(node.name) ?? "<computed>";
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isPropertyDeclaration(parent))
    return `${parent.parent.name?.text ?? "<class>"}.${nameText(parent.name) ?? "<computed>"}`;
  if (ts.isPropertyAssignment(parent)) return nameText(parent.name) ?? "<computed>";
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) return parent.left.name.text;
  if (ts.isExportAssignment(parent)) return "default";
  const isDefault =
    ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
  return isDefault === true ? "default" : "<callback>";
}

function memberName(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const name = node.name === undefined ? undefined : nameText(node.name);
  if (ts.isGetAccessor(node)) return `get ${name ?? "<computed>"}`;
  if (ts.isSetAccessor(node)) return `set ${name ?? "<computed>"}`;
  return name ?? "<computed>";
}
