/** What functions do with the functions that they are given. */
import { ts } from "ts-morph";
import type { FunctionFacts, ParameterFacts, ParameterUse } from "../../core/facts";
import { callbackUse } from "./callbacks";
import { skipWrappers } from "./evaluate";
import { argumentOf, functionGivenTo, givenTo } from "./given";
import { functionType } from "./results";
import type { References } from "./references";
import { resolveName } from "./scopes";
import type { FunctionNode } from "./values";
import type { Place, Walked, WalkedFunction } from "./walk";

/** What a function says of its parameters; `wraps`: what it gives back calls one of them. */
export type GivenFunctions = Pick<FunctionFacts, "parameters" | "wraps">;

interface Parameter {
  readonly owner: FunctionNode;
  readonly index: number;
  readonly name: string;
  readonly type: ts.TypeNode | undefined;
}

/** By function, for those that call, schedule or hand on what they are given. */
export function collectParameterUses(references: References, walked: Walked): ReadonlyMap<ts.Node, GivenFunctions> {
  const { evaluator } = references;
  const names = parameterNames(walked);
  const uses = new Map<FunctionNode, Map<string, ParameterFacts & { uses: ParameterUse[] }>>();
  const wraps = new Map<ts.Node, NonNullable<FunctionFacts["wraps"]>>();

  const add = (parameter: Parameter, place: Place, use: ParameterUse): void => {
    const found = seenFrom(references, parameter.owner, place.owner, use);
    if (found === undefined) return;
    const { owner, index, name } = parameter;
    if ("wrapper" in found) {
      if (!wraps.has(owner)) wraps.set(owner, { parameter: index, wrapper: found.wrapper.key, use: found.use });
      return;
    }
    let own = uses.get(owner);
    if (own === undefined) uses.set(owner, (own = new Map<string, ParameterFacts & { uses: ParameterUse[] }>()));
    const facts = own.get(name);
    if (facts === undefined) own.set(name, { index, name, uses: [found] });
    else if (!facts.uses.some((known) => JSON.stringify(known) === JSON.stringify(found))) facts.uses.push(found);
  };

  for (const { node, place } of walked.calls) {
    if (ts.isTaggedTemplateExpression(node)) continue;
    const called = parameterOf(calledName(node), names);
    if (called !== undefined && ts.isCallExpression(node)) add(called, place, { kind: "inline" });
    for (const argument of node.arguments ?? []) {
      const parameter = parameterOf(argument, names);
      if (parameter === undefined || !mayBeFunction(parameter.type)) continue;
      const { placement } = callbackUse(evaluator, node, argument);
      if (placement !== "own") add(parameter, place, { kind: placement });
      else {
        const given = givenTo(references, node, argument);
        if (given !== undefined) add(parameter, place, { kind: "given", ...given });
      }
    }
  }
  return factsByFunction(references, uses, wraps);
}

function factsByFunction(
  references: References,
  uses: ReadonlyMap<ts.Node, ReadonlyMap<string, ParameterFacts>>,
  wraps: ReadonlyMap<ts.Node, NonNullable<FunctionFacts["wraps"]>>,
): ReadonlyMap<ts.Node, GivenFunctions> {
  const facts = new Map<ts.Node, GivenFunctions>();
  for (const node of new Set([...uses.keys(), ...wraps.keys()])) {
    const parameters = [...(uses.get(node)?.values() ?? [])];
    const wrapped = wraps.get(node);
    const isGivenBack = wrapped?.wrapper !== undefined && givesBack(references, node as FunctionNode, wrapped.wrapper);
    facts.set(node, { ...(parameters.length > 0 ? { parameters } : {}), ...(isGivenBack ? { wraps: wrapped } : {}) });
  }
  return facts;
}

function givesBack(references: References, node: FunctionNode, key: string): boolean {
  const returns = references.returnsOf(node);
  return (
    returns.kind === "path" &&
    returns.root.kind === "function" &&
    returns.root.key === key &&
    returns.steps.length === 0
  );
}

/** A use deep inside a function as the function's caller sees it; or that of a function which it gives back. */
function seenFrom(
  references: References,
  outer: FunctionNode,
  from: WalkedFunction,
  use: ParameterUse,
): ParameterUse | { readonly wrapper: WalkedFunction; readonly use: "inline" | "off-loop" | "scheduled" } | undefined {
  let seen = use;
  for (let at: WalkedFunction | undefined = from; at?.node !== outer; at = at.parent) {
    if (at?.node === undefined || isGenerator(at.node)) return undefined;
    const { placement } = at.use;
    if (placement === "inline") continue;
    if (placement !== "own") {
      seen = { kind: placement };
      continue;
    }
    const given = functionGivenTo(references, at.node);
    if (given !== undefined && seen.kind === "inline") seen = { kind: "given", ...given };
    else if (given === undefined && argumentOf(at.node) === undefined && at.parent?.node === outer)
      return seen.kind === "given" ? undefined : { wrapper: at, use: seen.kind };
    else return undefined;
  }
  return isGenerator(outer) ? undefined : seen;
}

function isGenerator(node: ts.Node): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}

/** What a call calls by its bare name: `f()`, `f.call(…)`, `f.apply(…)`. */
function calledName(node: ts.CallExpression | ts.NewExpression): ts.Expression {
  const callee = skipWrappers(node.expression);
  const isIndirect = ts.isPropertyAccessExpression(callee) && /^(call|apply)$/.test(callee.name.text);
  return isIndirect ? callee.expression : callee;
}

/** Names of parameters that may be functions: most names are none, and needn't be resolved. */
function parameterNames({ functions }: Walked): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of functions) {
    if (node === undefined || ts.isPropertyDeclaration(node) || argumentOf(node) !== undefined) continue;
    for (const { name, type } of node.parameters) if (ts.isIdentifier(name) && !isDataType(type)) names.add(name.text);
  }
  return names;
}

/** The parameter that an expression names; those of callbacks are left out, since nobody else gives to them. */
function parameterOf(expression: ts.Expression, names: ReadonlySet<string>): Parameter | undefined {
  const name = skipWrappers(expression);
  if (!ts.isIdentifier(name) || !names.has(name.text)) return undefined;
  const declaration = resolveName(name.text, name)?.declarations?.[0];
  if (declaration === undefined || !ts.isParameter(declaration) || declaration.dotDotDotToken !== undefined)
    return undefined;
  const owner = declaration.parent;
  if (!("body" in owner) || argumentOf(owner) !== undefined) return undefined;
  const list = owner.parameters.filter(
    (parameter) => !ts.isIdentifier(parameter.name) || parameter.name.text !== "this",
  );
  return { owner, index: list.indexOf(declaration), name: name.text, type: declaration.type };
}

/** What its kind alone shows to be data. */
function isDataType(type: ts.TypeNode | undefined): boolean {
  switch (type?.kind) {
    case ts.SyntaxKind.StringKeyword:
    case ts.SyntaxKind.NumberKeyword:
    case ts.SyntaxKind.BooleanKeyword:
    case ts.SyntaxKind.ArrayType:
    case ts.SyntaxKind.TypeLiteral:
      return true;
    default:
      return false;
  }
}

/** Data that is only passed around is left out, as far as the annotation shows that it is data. */
function mayBeFunction(type: ts.TypeNode | undefined): boolean {
  if (type === undefined || functionType(type) !== undefined) return true;
  if (ts.isUnionTypeNode(type)) return type.types.some((part) => mayBeFunction(part));
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return type.kind === ts.SyntaxKind.AnyKeyword;
  const declaration = resolveName(type.typeName.text, type.typeName)?.declarations?.[0];
  if (declaration === undefined) return type.typeName.text === "Function";
  if (ts.isTypeAliasDeclaration(declaration)) return mayBeFunction(declaration.type);
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members.some(ts.isCallSignatureDeclaration);
  if (ts.isTypeParameterDeclaration(declaration))
    return declaration.constraint === undefined || mayBeFunction(declaration.constraint);
  return ts.isImportSpecifier(declaration);
}
