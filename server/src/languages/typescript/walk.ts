/** One walk over a file's tree: which function evaluates what, in how many loops. */
import { ts } from "ts-morph";
import { branchesOf, type Branch } from "./branches";
import { placementOf, type CallbackUse } from "./callbacks";
import { isEmptyLiteral } from "./declarations";
import type { Evaluator } from "./evaluate";
import { declaredName, isFunction } from "./functions";
import { isStatic } from "./members";
import type { References } from "./references";
import { isInert } from "./scopes";
import type { ClassNode, FunctionNode } from "./values";

export type CallNode = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** A function, the initialiser of a field, or (without a node) the module itself. */
export interface WalkedFunction {
  readonly key: string;
  readonly node: FunctionNode | ts.PropertyDeclaration | undefined;
  readonly parent: WalkedFunction | undefined;
  readonly use: CallbackUse;
}

/** Where the walk is: the function that evaluates the node, the loops around it, and what decides whether it runs. */
export interface Place {
  readonly owner: WalkedFunction;
  readonly loopDepth: number;
  readonly branch?: Branch;
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
  readonly reads: readonly Placed<ts.PropertyAccessExpression>[];
  /** What `for … of`, spread, `yield*` and array patterns walk through. */
  readonly iterated: readonly Placed<ts.Expression>[];
}

const OWN: CallbackUse = { placement: "own", repeated: false };

/**
 * Walks the tree; functions get their keys, and their `return` expressions are kept with them.
 * @param withChosen whether it matters what callers and settings decide.
 */
export function walkFile(evaluator: Evaluator, references: References, withChosen: boolean): Walked {
  const { tree } = evaluator.file;
  const { keys, returned } = references;
  const file: WalkedFunction = { key: "", node: undefined, parent: undefined, use: OWN };
  const functions: WalkedFunction[] = [file];
  const classes: ClassNode[] = [];
  const calls: Placed<CallNode>[] = [];
  const reads: Placed<ts.PropertyAccessExpression>[] = [];
  const iterated: Placed<ts.Expression>[] = [];

  const visitFunction = (node: FunctionNode, place: Place): void => {
    const key = keys.add(node, place.owner.key, declaredName(node));
    const use = placementOf(evaluator, node);
    const owner: WalkedFunction = { key, node, parent: place.owner, use };
    functions.push(owner);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) returned.set(node, [node.body]);
    const depth = use.placement === "inline" ? place.loopDepth + (use.repeated ? 1 : 0) : 0;
    // What runs inline runs when the place does.
    const isKept = use.placement === "inline" && place.branch !== undefined;
    const inside: Place = { owner, loopDepth: depth, ...(isKept ? { branch: place.branch } : {}) };
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

  const visitChildren = (node: ts.Node, place: Place): void => {
    ts.forEachChild(node, (child) => {
      visit(child, place);
    });
  };

  const addReturn = (node: ts.ReturnStatement, { owner }: Place): void => {
    if (owner.node === undefined || node.expression === undefined || isEmptyLiteral(node.expression)) return;
    const known = returned.get(owner.node);
    if (known === undefined) returned.set(owner.node, [node.expression]);
    else known.push(node.expression);
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
      case ts.SyntaxKind.ReturnStatement:
        addReturn(node as ts.ReturnStatement, place);
        break;
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression:
        classes.push(node as ClassNode);
        break;
      default: {
        const walkedThrough = iteratedBy(node);
        if (walkedThrough !== undefined) iterated.push({ node: walkedThrough, place });
      }
    }
  };

  const visitBranches = (node: ts.Node, place: Place, branches: ReadonlyMap<ts.Node, Branch>): void => {
    ts.forEachChild(node, (child) => {
      const branch = branches.get(child);
      visit(child, branch === undefined ? place : { ...place, branch });
    });
  };

  const visit = (node: ts.Node, place: Place): void => {
    if (isInert(node.kind)) return;
    if (isFunction(node)) return visitFunction(node, place);
    note(node, place);
    if (ts.isPropertyDeclaration(node) && isFieldWithValue(node)) return visitField(node, place);
    const branches = place.branch === "chosen" ? undefined : branchesOf(node, withChosen);
    if (branches !== undefined) return visitBranches(node, place, branches);
    const repeated = repeatedParts(node);
    if (repeated === undefined) return visitChildren(node, place);
    const inLoop: Place = { ...place, loopDepth: place.loopDepth + 1 };
    ts.forEachChild(node, (child) => {
      visit(child, repeated.includes(child) ? inLoop : place);
    });
  };

  visitChildren(tree, { owner: file, loopDepth: 0 });
  return { functions, classes, calls, reads, iterated };
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

/** The children of a loop that run more than once; undefined for anything but a loop. */
function repeatedParts(node: ts.Node): readonly (ts.Node | undefined)[] | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement:
      return [(node as ts.ForInOrOfStatement).statement];
    case ts.SyntaxKind.ForStatement: {
      const { condition, incrementor, statement } = node as ts.ForStatement;
      return [condition, incrementor, statement];
    }
    case ts.SyntaxKind.WhileStatement:
    case ts.SyntaxKind.DoStatement: {
      const { expression, statement } = node as ts.WhileStatement | ts.DoStatement;
      return [expression, statement];
    }
    default:
      return undefined;
  }
}
