/** One walk over a file's tree: which function evaluates what, in how many loops. */
import { ts } from "ts-morph";
import type { FactsOptions } from "../language";
import { placementOf, type CallbackUse } from "./callbacks";
import { chosenParts } from "./choices";
import { isEmptyLiteral } from "./declarations";
import { declaredName, isFunction } from "./functions";
import { isLoop, repeatedParts, type LoopNode } from "./loops/loop";
import { isStatic } from "./members";
import { onceParts } from "./once";
import type { References } from "./references";
import { isInert } from "./scopes";
import type { ClassNode, FunctionNode } from "./values";

export type CallNode = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** `object.name`, and `name` in `const { name } = object`. */
export type ReadNode = ts.PropertyAccessExpression | ts.BindingElement;

/** A function, the initialiser of a field, or (without a node) the module itself. */
export interface WalkedFunction {
  readonly key: string;
  readonly node: FunctionNode | ts.PropertyDeclaration | undefined;
  readonly parent: WalkedFunction | undefined;
  readonly use: CallbackUse;
}

/** Where the walk is: the function that evaluates the node, the loops around it, and whether it gets there once, or always. */
export interface Place {
  readonly owner: WalkedFunction;
  readonly loopDepth: number;
  /** What runs here runs once in a process. */
  readonly once?: true;
  /** The caller, a setting or an error says whether it runs; told where that is asked for. */
  readonly chosen?: true;
}

export interface Placed<T extends ts.Node> {
  readonly node: T;
  readonly place: Place;
}

export interface Walked {
  readonly functions: readonly WalkedFunction[];
  readonly classes: readonly ClassNode[];
  readonly calls: readonly Placed<CallNode>[];
  /** Members that are read, if only to call or to go on from there. */
  readonly reads: readonly Placed<ReadNode>[];
  /** What `for … of`, spread, `yield*` and array patterns walk through. */
  readonly iterated: readonly Placed<ts.Expression>[];
  readonly loops: readonly Placed<LoopNode>[];
  /** `...all` in a list or an object, in a loop or in a callback that runs for each element. */
  readonly spreads: readonly Placed<ts.SpreadElement | ts.SpreadAssignment>[];
}

const OWN: CallbackUse = { placement: "own", repeated: false };

/** Walks the tree; functions get their keys. Without `chosen` places say what they have of it. */
export function walkFile(references: References, options?: FactsOptions): Walked {
  return walk(references, undefined, options);
}

/** Walks a function that no other is around, with what stands in it; it has its key already. */
export function walkFunction(references: References, node: FunctionNode, key: string): Walked {
  return walk(references, { node, key });
}

function walk(
  references: References,
  only: { readonly node: FunctionNode; readonly key: string } | undefined,
  { chosen: withChosen = true }: FactsOptions = {},
): Walked {
  const { evaluator, keys } = references;
  const file: WalkedFunction = { key: "", node: undefined, parent: undefined, use: OWN };
  const functions: WalkedFunction[] = only === undefined ? [file] : [];
  const classes: ClassNode[] = [];
  const calls: Placed<CallNode>[] = [];
  const reads: Placed<ReadNode>[] = [];
  const iterated: Placed<ts.Expression>[] = [];
  const loops: Placed<LoopNode>[] = [];
  const spreads: Placed<ts.SpreadElement | ts.SpreadAssignment>[] = [];

  const visitFunction = (node: FunctionNode, place: Place): void => {
    const key = node === only?.node ? keys.keep(node, only.key) : keys.add(node, place.owner.key, declaredName(node));
    const use = placementOf(evaluator, node);
    const owner: WalkedFunction = { key, node, parent: place.owner, use };
    functions.push(owner);
    const depth = use.placement === "inline" ? place.loopDepth + (use.repeated ? 1 : 0) : 0;
    const inside: Place = { ...(use.placement === "inline" ? place : {}), owner, loopDepth: depth };
    ts.forEachChild(node, (child) => {
      // Decorators and computed names are evaluated where the class or the object is.
      visit(child, child === node.name || ts.isDecorator(child) ? place : inside);
    });
  };

  /** An instance field's initialiser runs in the constructor, its name and decorators with the class. */
  const visitField = (node: ts.PropertyDeclaration, place: Place): void => {
    const key = keys.add(node, place.owner.key, `${node.parent.name?.text ?? "<class>"}.<fields>`);
    const owner: WalkedFunction = { key, node, parent: place.owner, use: OWN };
    functions.push(owner);
    ts.forEachChild(node, (child) => {
      visit(child, child === node.initializer ? { owner, loopDepth: 0 } : place);
    });
  };

  // One function for all children: a closure for each node would be a good part of what a walk allocates.
  let here: Place = { owner: file, loopDepth: 0 };
  const visitHere = (child: ts.Node): void => {
    visit(child, here);
  };

  const visitChildren = (node: ts.Node, place: Place): void => {
    const around = here;
    here = place;
    ts.forEachChild(node, visitHere);
    here = around;
  };

  const visitParts = (node: ts.Node, place: Place): void => {
    const once = place.once === true ? [] : onceParts(evaluator, node);
    const chosen = withChosen || place.chosen === true ? [] : chosenParts(node);
    if (once.length === 0 && chosen.length === 0) return visitChildren(node, place);
    ts.forEachChild(node, (child) => {
      if (once.includes(child)) visit(child, { ...place, once: true });
      else visit(child, chosen.includes(child) ? { ...place, chosen: true } : place);
    });
  };

  const note = (node: ts.Node, place: Place): void => {
    switch (node.kind) {
      case ts.SyntaxKind.CallExpression:
      case ts.SyntaxKind.NewExpression:
      case ts.SyntaxKind.TaggedTemplateExpression:
        calls.push({ node: node as CallNode, place });
        break;
      case ts.SyntaxKind.PropertyAccessExpression:
        if (isRead(node as ts.PropertyAccessExpression))
          reads.push({ node: node as ts.PropertyAccessExpression, place });
        break;
      case ts.SyntaxKind.BindingElement:
        reads.push({ node: node as ts.BindingElement, place });
        break;
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression:
        classes.push(node as ClassNode);
        break;
      case ts.SyntaxKind.SpreadAssignment:
        if (place.loopDepth > 0) spreads.push({ node: node as ts.SpreadAssignment, place });
        break;
      default: {
        if (node.kind === ts.SyntaxKind.SpreadElement && place.loopDepth > 0)
          spreads.push({ node: node as ts.SpreadElement, place });
        const walkedThrough = iteratedBy(node);
        if (walkedThrough !== undefined) iterated.push({ node: walkedThrough, place });
      }
    }
  };

  const visit = (node: ts.Node, place: Place): void => {
    if (isInert(node.kind)) return;
    if (isFunction(node)) return visitFunction(node, place);
    note(node, place);
    if (ts.isPropertyDeclaration(node) && isFieldWithValue(node)) return visitField(node, place);
    if (!isLoop(node)) return visitParts(node, place);
    loops.push({ node, place });
    const repeated = repeatedParts(node);
    const inLoop: Place = { ...place, loopDepth: place.loopDepth + 1 };
    ts.forEachChild(node, (child) => {
      visit(child, repeated.includes(child) ? inLoop : place);
    });
  };

  if (only === undefined) visitChildren(evaluator.file.tree, here);
  else visitFunction(only.node, here);
  return { functions, classes, calls, reads, iterated, loops, spreads };
}

function isFieldWithValue(node: ts.PropertyDeclaration): boolean {
  return node.initializer !== undefined && !isStatic(node) && !isLiteral(node.initializer);
}

/** Evaluating it runs nothing. */
function isLiteral(node: ts.Expression): boolean {
  if (ts.isLiteralExpression(node) || isEmptyLiteral(node) || isFunction(node)) return true;
  return node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

/** Not the function of a call, and not what an assignment writes to. */
function isRead(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  const isTarget = ts.isBinaryExpression(parent) && parent.left === node;
  return !isTarget || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
}

/** What a construct walks through element by element. */
function iteratedBy(node: ts.Node): ts.Expression | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.ForOfStatement: {
      const { awaitModifier, expression } = node as ts.ForOfStatement;
      return awaitModifier === undefined ? expression : undefined;
    }
    case ts.SyntaxKind.SpreadElement:
      return (node as ts.SpreadElement).expression;
    case ts.SyntaxKind.YieldExpression: {
      const { asteriskToken, expression } = node as ts.YieldExpression;
      return asteriskToken === undefined ? undefined : expression;
    }
    case ts.SyntaxKind.VariableDeclaration: {
      const { name, initializer } = node as ts.VariableDeclaration;
      return ts.isArrayBindingPattern(name) ? initializer : undefined;
    }
    case ts.SyntaxKind.BinaryExpression: {
      const { left, operatorToken, right } = node as ts.BinaryExpression;
      const isPattern = operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isArrayLiteralExpression(left);
      return isPattern ? right : undefined;
    }
    default:
      return undefined;
  }
}
