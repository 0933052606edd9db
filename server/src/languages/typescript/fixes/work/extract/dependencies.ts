/** What a unit needs of its module: imports that are made again, and functions and constants that move with it. */
import { ts } from "ts-morph";
import { isFunction } from "../../../functions";
import { resolveName } from "../../../scopes";
import { allNodes } from "../find";
import { isMemberName, useOf } from "../shared";
import type { ModuleBinding } from "../../names";
import type { Workbench } from "../../plan";
import type { Refusable } from "./captures";
import { clonableValue } from "./clonable";
import { mutatedIn } from "./mutations";
import { formRefusal } from "./unit";

/** A declaration of the module that goes to the worker file. */
export interface Moved {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly statement: ts.Statement;
  /** `export` of the declaration itself, which then goes. */
  readonly exportKeyword: ts.Node | undefined;
  /** It changes nothing in place, and hands nothing on to functions that might. */
  readonly leavesArguments: boolean;
}

export interface Dependencies {
  readonly imports: readonly ModuleBinding[];
  /** In the order of their declaration. */
  readonly moved: readonly Moved[];
  /** Constants and variables whose value is sent. */
  readonly sent: readonly { readonly symbol: ts.Symbol; readonly declaration: ts.Declaration }[];
}

/** `names`: those of the module that the unit mentions. */
export function dependenciesOf(bench: Workbench, names: readonly ts.Identifier[]): Refusable<Dependencies> {
  const imports = new Set<ModuleBinding>();
  const moved = new Map<ts.Symbol, Moved>();
  const sent = new Map<ts.Symbol, { readonly symbol: ts.Symbol; readonly declaration: ts.Declaration }>();
  const pending = names.map((name) => ({ name, isInUnit: true }));
  for (const { name, isInUnit } of pending) {
    const symbol = resolveName(name.text, name);
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined || moved.has(symbol)) continue;
    if (useOf(name) !== "read") return { refusal: `\`${name.text}\`, which it writes, is a variable of the module` };
    const binding = bench.names.bindings.find((one) => one.symbol === symbol);
    if (binding !== undefined) imports.add(binding);
    else if (isFunctionOrConstant(declaration, isInUnit)) {
      const part = movedOf(bench, name.text, symbol, declaration);
      if ("refusal" in part) return part;
      moved.set(symbol, part);
      for (const inner of moduleNamesIn(part.statement)) pending.push({ name: inner, isInUnit: false });
    } else if (isInUnit && ts.isVariableDeclaration(declaration)) sent.set(symbol, { symbol, declaration });
    else return { refusal: `\`${name.text}\` belongs to the module, and the worker would have one of its own` };
  }
  const ordered = [...moved.values()].sort((a, b) => a.statement.pos - b.statement.pos);
  // What moves is there.
  return { imports: [...imports], moved: ordered, sent: [...sent.values()].filter(({ symbol }) => !moved.has(symbol)) };
}

/** Functions move; constants too where something that moves uses them: a unit is given their value. */
function isFunctionOrConstant(declaration: ts.Declaration, isInUnit: boolean): boolean {
  if (ts.isFunctionDeclaration(declaration)) return true;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  if (isFunction(declaration.initializer)) return true;
  return (
    !isInUnit &&
    typeof clonableValue(declaration.initializer) === "string" &&
    clonableValue(declaration.initializer) !== "unknown"
  );
}

function movedOf(bench: Workbench, name: string, symbol: ts.Symbol, declaration: ts.Declaration): Refusable<Moved> {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  if (!ts.isStatement(statement) || !ts.isSourceFile(statement.parent))
    return { refusal: `\`${name}\` isn't at the top of the module` };
  if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length > 1)
    return { refusal: `\`${name}\` is declared together with others` };
  if ((symbol.declarations?.length ?? 0) > 1) return { refusal: `\`${name}\` is declared more than once` };
  if (bench.evaluator.assignmentsTo(symbol).length > 0) return { refusal: `\`${name}\` is assigned to` };
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
    return { refusal: `\`${name}\` is the default export` };
  const function_ = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  if (function_ !== undefined && isFunction(function_)) {
    const body = function_.body;
    const refusal = body === undefined ? "it has no body" : bodyRefusal(bench, body);
    if (refusal !== undefined) return { refusal: `of \`${name}\`: ${refusal}` };
  }
  const mutations = mutatedIn(statement);
  const changed = [...mutations.changed].find((one) => !isWithin(one, statement));
  if (changed !== undefined)
    return { refusal: `\`${name}\` changes \`${changed.name}\`, of which the worker would have one of its own` };
  const exportKeyword = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const leavesArguments =
    mutations.changed.size === 0 && [...mutations.given.values()].every((callee) => callee === name);
  return { name, symbol, statement, exportKeyword, leavesArguments };
}

/** As of a unit, but a function may return, and make functions. */
function bodyRefusal(bench: Workbench, body: ts.Node): string | undefined {
  const refusal = ts.isExpression(body)
    ? formRefusal(bench.evaluator, { kind: "expression", node: body })
    : formRefusal(bench.evaluator, { kind: "statement", node: body as ts.Statement });
  return refusal !== undefined && /`return`|makes functions/.test(refusal) ? undefined : refusal;
}

function isWithin({ declarations }: ts.Symbol, node: ts.Node): boolean {
  return declarations?.some((one) => one.pos >= node.pos && one.end <= node.end) ?? false;
}

/** Mentions of names that are declared at the top of the module, elsewhere. */
export function moduleNamesIn(statement: ts.Node): readonly ts.Identifier[] {
  return [...allNodes(statement)].filter((node): node is ts.Identifier => {
    if (!ts.isIdentifier(node) || isMemberName(node)) return false;
    const symbol = resolveName(node.text, node);
    return symbol !== undefined && !isWithin(symbol, statement);
  });
}
