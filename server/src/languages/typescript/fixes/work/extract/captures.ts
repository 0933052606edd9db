/** Variables that a unit uses and doesn't declare: what it is given, and what it gives back. */
import { ts } from "ts-morph";
import { placementOf } from "../../../callbacks";
import type { Evaluator } from "../../../evaluate";
import { resolveName } from "../../../scopes";
import { functionAround, isMemberName, useOf } from "../shared";
import { clonableDeclaration, type Clonable } from "./clonable";
import { allNodes } from "../find";
import { isFresh } from "./fresh";
import { mutatedIn, type Mutation } from "./mutations";

export interface Capture {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
  /** It goes along; what is only ever written in the unit doesn't. */
  readonly isRead: boolean;
  /** It comes back. */
  readonly isWritten: boolean;
  /** It is a constant whose content comes back: its declaration becomes a variable's. */
  readonly becomesVariable?: ts.VariableDeclarationList;
  readonly clonable: Exclude<Clonable, object>;
}

/** What a unit uses of its surroundings. */
export interface Surroundings {
  readonly captures: readonly Capture[];
  /** Names of the module itself: imports, functions, constants. */
  readonly moduleNames: readonly ts.Identifier[];
  /** Names that nothing declares. */
  readonly globals: ReadonlySet<string>;
  /** Functions that get something of the surroundings and could change it. */
  readonly givenTo: readonly string[];
}

export type Refusable<T> = T | { readonly refusal: string };

export function surroundingsOf(evaluator: Evaluator, unit: ts.Node): Refusable<Surroundings> {
  const outside = new Map<ts.Symbol, { readonly uses: ts.Identifier[]; readonly declaration: ts.Declaration }>();
  const moduleNames: ts.Identifier[] = [];
  const globals = new Set<string>();
  for (const node of [unit, ...allNodes(unit)]) {
    if (!ts.isIdentifier(node) || isMemberName(node)) continue;
    const symbol = resolveName(node.text, node);
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined) globals.add(node.text);
    else if (isWithin(declaration, unit)) continue;
    else if (functionAround(declaration) === undefined && !isBlockScoped(declaration)) moduleNames.push(node);
    else {
      const known = outside.get(symbol);
      if (known === undefined) outside.set(symbol, { uses: [node], declaration });
      else known.uses.push(node);
    }
  }
  const escaping = escapingVariable(unit);
  if (escaping !== undefined) return { refusal: `\`${escaping}\`, declared in it, is used behind it` };
  const mutations = mutatedIn(unit);
  const captures: Capture[] = [];
  for (const [symbol, { uses, declaration }] of outside) {
    const capture = captureOf(evaluator, unit, symbol, declaration, uses, mutations);
    if ("refusal" in capture) return capture;
    captures.push(capture);
  }
  const changed = [...mutations.changed].find((symbol) => !outside.has(symbol) && !isOwn(symbol, unit));
  if (changed !== undefined)
    return { refusal: `\`${changed.name}\` is changed in place, and a worker changes its copy` };
  const given = [...mutations.given].filter(([symbol]) =>
    captures.some((one) => one.symbol === symbol && one.clonable !== "primitive"),
  );
  return { captures, moduleNames, globals, givenTo: [...new Set(given.map(([, callee]) => callee))] };
}

function captureOf(
  evaluator: Evaluator,
  unit: ts.Node,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  uses: readonly ts.Identifier[],
  mutations: Mutation,
): Refusable<Capture> {
  const { name } = symbol;
  const clonable = clonableDeclaration(declaration);
  if (typeof clonable === "object") return { refusal: `\`${name}\` ${clonable.refusal}` };
  const method = mutations.methods.get(symbol);
  if (method === "()") return { refusal: `\`${name}\` is called, and functions don't arrive in a worker` };
  if (method !== undefined)
    return { refusal: `\`${name}.${method}\` isn't a method of data, and a copy has no others` };
  const kinds = uses.map(useOf);
  const isAssigned = kinds.some((kind) => kind !== "read");
  const isChanged = mutations.changed.has(symbol);
  const common = { name, symbol, declaration, clonable };
  if (!isAssigned && !isChanged) return { ...common, isRead: true, isWritten: false };
  const isLocal = functionAround(declaration) === functionAround(unit);
  if (!isLocal) return { refusal: `\`${name}\`, which it writes, belongs to a function around` };
  if (othersWrite(evaluator, symbol, unit)) return { refusal: `\`${name}\`, which it writes, may change meanwhile` };
  if (isAssigned && !isChanged) {
    const isRead = !isUnset(declaration, symbol, unit);
    return { ...common, isRead, isWritten: true };
  }
  if (!ts.isVariableDeclaration(declaration) || !isFresh(declaration, unit))
    return { refusal: `\`${name}\` is changed in place, and a worker changes its copy` };
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list)) return { refusal: `\`${name}\` is an error` };
  const isConstant = (list.flags & ts.NodeFlags.Const) !== 0;
  if (isConstant && list.declarations.length > 1) return { refusal: `\`${name}\` is declared together with others` };
  return { ...common, isRead: true, isWritten: true, ...(isConstant ? { becomesVariable: list } : {}) };
}

function isWithin(node: ts.Node, unit: ts.Node): boolean {
  return node.pos >= unit.pos && node.end <= unit.end;
}

function isOwn({ declarations }: ts.Symbol, unit: ts.Node): boolean {
  const [declaration] = declarations ?? [];
  return declaration !== undefined && isWithin(declaration, unit);
}

/** A variable of a block at the top of a module is none of the module. */
function isBlockScoped(declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return false;
  let outer: ts.Node = declaration;
  while (!ts.isVariableDeclarationList(outer) && !ts.isSourceFile(outer)) outer = outer.parent;
  return (
    ts.isVariableDeclarationList(outer) &&
    !(ts.isVariableStatement(outer.parent) && ts.isSourceFile(outer.parent.parent))
  );
}

/** Declared with `var` in the unit, so that code behind it sees it. */
function escapingVariable(unit: ts.Node): string | undefined {
  const home = functionAround(unit) ?? unit.getSourceFile();
  for (const node of allNodes(unit)) {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) continue;
    if ((ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped) !== 0) continue;
    const { text } = node.name;
    const symbol = resolveName(text, node.name);
    for (const use of allNodes(home))
      if (ts.isIdentifier(use) && use.text === text && !isWithin(use, unit) && resolveName(text, use) === symbol)
        return text;
  }
  return undefined;
}

/** Functions that aren't called where they stand write it: they may run while the worker does. */
function othersWrite(evaluator: Evaluator, symbol: ts.Symbol, unit: ts.Node): boolean {
  const home = functionAround(unit);
  if (home === undefined) return false;
  return [...allNodes(home)].some((node) => {
    if (!ts.isIdentifier(node) || node.text !== symbol.name || isMemberName(node) || useOf(node) === "read")
      return false;
    if (resolveName(node.text, node) !== symbol) return false;
    for (let outer = functionAround(node); outer !== undefined && outer !== home; outer = functionAround(outer))
      if (placementOf(evaluator, outer).placement !== "inline") return true;
    return false;
  });
}

/** `let most;` right before: there is nothing to send. */
function isUnset(declaration: ts.Declaration, symbol: ts.Symbol, unit: ts.Node): boolean {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer !== undefined) return false;
  const home = functionAround(unit) ?? unit.getSourceFile();
  return ![...allNodes(home)].some(
    (node) =>
      ts.isIdentifier(node) &&
      node.text === symbol.name &&
      node.pos < unit.pos &&
      node !== declaration.name &&
      resolveName(node.text, node) === symbol,
  );
}
