/** Expression → value. */
import { ts } from "ts-morph";
import { collectAssignedMembers, nameOfHolder, type AssignedMembers } from "./assignedMembers";
import { collectionCall, collectionOfExpression, indexed, valueAtAnyKey } from "./collections";
import { valueOfSymbol } from "./declarations";
import { madeBy, memberOf, valueOfSuper, valueOfThis } from "./members";
import { keepsResult } from "./memoisers";
import { resultOf } from "./results";
import { collectAssignments, resolveName, type Assignment } from "./scopes";
import type { ParsedFile } from "./parse";
import { collectPrototypes, type ConstructorNode, type Prototype, type Prototypes } from "./prototypes";
import { valueOfType } from "./types";
import { common, globalValue, isKnown, moduleValue, pathText, runOnce, unknown, type Value } from "./values";

/** Stands for a value while it is computed; nothing else has it. */
const RUNNING = unknown("being computed");

/** Values of one file's expressions, each computed once. Recursion through cyclic declarations ends as unknown. */
export class Evaluator {
  private readonly values = new Map<ts.Node | ts.Symbol, Value>();
  /** What was asked for while it was being computed: values around it may depend on where one began to ask. */
  readonly cycles = new Set<ts.Node | ts.Symbol>();
  private allAssignments: ReadonlyMap<ts.Symbol, readonly Assignment[]> | undefined;
  private allMembers: ReadonlyMap<ts.Symbol, AssignedMembers> | undefined;
  private allPrototypes: Prototypes | undefined;

  constructor(readonly file: ParsedFile) {}

  valueOf(expression: ts.Expression): Value {
    return this.once(expression, evaluate);
  }

  valueOfSymbol(symbol: ts.Symbol): Value {
    return this.once(symbol, valueOfSymbol);
  }

  /** `{name}` in an object literal. */
  valueOfShorthand(node: ts.ShorthandPropertyAssignment): Value {
    const symbol = resolveName(node.name.text, node);
    return symbol === undefined ? globalValue(node.name.text) : this.valueOfSymbol(symbol);
  }

  valueOfAlias(node: ts.TypeAliasDeclaration): Value {
    return this.once(node, valueOfAliased);
  }

  /** What a call calls: `f.call(…)` and `f.apply(…)` call `f`; `super(…)` the base class. */
  calleeOf(node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression): Value {
    const callee = skipWrappers(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(callee) && isCallOrApply(callee.name.text)) {
      const target = this.valueOf(callee.expression);
      if (isCallable(target)) return target;
    }
    return this.valueOf(callee);
  }

  assignmentsTo(symbol: ts.Symbol): readonly Assignment[] {
    this.allAssignments ??= collectAssignments(this.file.tree);
    return this.allAssignments.get(symbol) ?? [];
  }

  /** What an object literal or a function is given by later statements. */
  membersAssignedTo(node: ts.Node): AssignedMembers {
    this.allMembers ??= collectAssignedMembers(this.file.tree);
    const holder = this.allMembers.size === 0 ? undefined : nameOfHolder(node);
    return (holder && this.allMembers.get(holder)) ?? NO_MEMBERS;
  }

  /** What objects that a function makes have, where it is used as a class. */
  prototypeOf(node: ts.Node): Prototype | undefined {
    return this.prototypes.of.get(node);
  }

  /** The function whose objects have `node`, a function or an object literal, among their members. */
  constructorAround(node: ts.Node): ConstructorNode | undefined {
    return this.prototypes.owners.get(node);
  }

  private get prototypes(): Prototypes {
    if (this.allPrototypes === undefined) {
      // What is asked for while they are collected has none.
      this.allPrototypes = NO_PROTOTYPES;
      if (/\bprototype\b|\binherits\b/.test(this.file.text)) this.allPrototypes = collectPrototypes(this);
    }
    return this.allPrototypes;
  }

  private once<Key extends ts.Node | ts.Symbol>(key: Key, compute: (evaluator: Evaluator, key: Key) => Value): Value {
    const known = this.values.get(key);
    if (known === RUNNING) {
      this.cycles.add(key);
      return unknown("refers to itself");
    }
    if (known !== undefined) return known;
    this.values.set(key, RUNNING);
    const value = compute(this, key);
    this.values.set(key, value);
    return value;
  }
}

const NO_MEMBERS: AssignedMembers = new Map();
const NO_PROTOTYPES: Prototypes = { of: new Map(), owners: new Map() };

/** Parentheses, casts, `!`, `satisfies` and the left side of a comma, which change no value. */
export function skipWrappers(expression: ts.Expression): ts.Expression {
  let current = expression;
  for (;;) {
    if (ts.isParenthesizedExpression(current) || ts.isNonNullExpression(current) || ts.isSatisfiesExpression(current)) {
      current = current.expression;
    } else if (ts.isBinaryExpression(current) && current.operatorToken.kind === ts.SyntaxKind.CommaToken) {
      current = current.right;
    } else return current;
  }
}

function evaluate(evaluator: Evaluator, expression: ts.Expression): Value {
  const node = skipWrappers(expression);
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    return symbol === undefined ? globalValue(node.text) : evaluator.valueOfSymbol(symbol);
  }
  if (ts.isPropertyAccessExpression(node))
    return memberOf(evaluator, evaluator.valueOf(node.expression), node.name.text);
  if (ts.isElementAccessExpression(node)) {
    const key = skipWrappers(node.argumentExpression);
    if (ts.isStringLiteralLike(key)) return memberOf(evaluator, evaluator.valueOf(node.expression), key.text);
    const object = evaluator.valueOf(node.expression);
    return ts.isNumericLiteral(key) ? indexed(evaluator, object, Number(key.text)) : valueAtAnyKey(evaluator, object);
  }
  if (ts.isCallExpression(node)) return valueOfCall(evaluator, node);
  if (ts.isNewExpression(node))
    return collectionOfExpression(evaluator, node) ?? madeBy(evaluator, evaluator.valueOf(node.expression));
  if (ts.isTaggedTemplateExpression(node)) return resultOf(evaluator, evaluator.valueOf(node.tag));
  if (ts.isAwaitExpression(node)) return evaluator.valueOf(node.expression);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    return valueOfCast(evaluator, node);
  }
  if (ts.isConditionalExpression(node))
    return common([evaluator.valueOf(node.whenTrue), evaluator.valueOf(node.whenFalse)]);
  if (ts.isBinaryExpression(node)) return valueOfBinary(evaluator, node);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { kind: "function", node };
  if (ts.isClassExpression(node)) return { kind: "class", node };
  if (ts.isObjectLiteralExpression(node)) return { kind: "object", node };
  if (node.kind === ts.SyntaxKind.ThisKeyword) return valueOfThis(evaluator, node);
  if (node.kind === ts.SyntaxKind.SuperKeyword) return valueOfSuper(evaluator, node);
  return collectionOfExpression(evaluator, node) ?? unknown(ts.SyntaxKind[node.kind]);
}

/** What is cast to a type of ours is one, where all that is known of it is that a call gave it. */
function valueOfCast(evaluator: Evaluator, { expression, type }: ts.AsExpression | ts.TypeAssertion): Value {
  const value = evaluator.valueOf(expression);
  if (!isKnown(value)) return valueOfType(evaluator, type);
  if (value.kind !== "path" || !value.steps.some(({ kind }) => kind === "call")) return value;
  const cast = valueOfType(evaluator, type);
  const isOurs = cast.kind === "path" && cast.root.kind === "module" && isLocal(cast.root.specifier);
  return isOurs || cast.kind === "instance" ? cast : value;
}

/** A module of the project itself, as far as its name tells. */
function isLocal(specifier: string): boolean {
  return /^(\.|#|~|@\/)/.test(specifier);
}

function valueOfAliased(evaluator: Evaluator, { type }: ts.TypeAliasDeclaration): Value {
  return valueOfType(evaluator, type);
}

function valueOfBinary(evaluator: Evaluator, node: ts.BinaryExpression): Value {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return evaluator.valueOf(node.right);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return common([evaluator.valueOf(node.left), evaluator.valueOf(node.right)]);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return evaluator.valueOf(node.right);
    default:
      return unknown("operator");
  }
}

function valueOfCall(evaluator: Evaluator, node: ts.CallExpression): Value {
  const argument = node.arguments[0];
  const specifier = argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return specifier === undefined ? unknown("computed import") : moduleValue(specifier);
  }
  const callee = skipWrappers(node.expression);
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === "bind") {
    const target = evaluator.valueOf(callee.expression);
    if (isCallable(target)) return target.kind === "path" ? { ...target, bound: true } : target;
  }
  if (argument !== undefined && isInterop(callee)) return evaluator.valueOf(argument);
  const target = evaluator.calleeOf(node);
  if (specifier !== undefined && loadsModule(target)) return moduleValue(specifier);
  const ofCollection = collectionCall(evaluator, node);
  if (ofCollection !== undefined) return ofCollection;
  if (argument !== undefined && keepsResult(target)) return runOnce(evaluator.valueOf(argument));
  return resultOf(evaluator, target, node);
}

/** Helpers that compilers put around `require`: what they give has the module's members, under `default` too. */
function isInterop(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const helpers = /^(__importDefault|__importStar|_?_?interop_?[rR]equire_?([dD]efault|[wW]ildcard)|__toESM)$/;
  return ts.isIdentifier(name) && helpers.test(name.text);
}

function loadsModule(callee: Value): boolean {
  switch (pathText(callee)) {
    case "require":
    case "module.require":
    case "module.createRequire()":
    case "process.getBuiltinModule":
      return true;
    default:
      return false;
  }
}

/** Anything that could be a function: `.call`, `.apply` and `.bind` on it are those of Function.prototype. */
function isCallable(value: Value): boolean {
  if (value.kind === "function") return true;
  return value.kind === "path" && value.steps.at(-1)?.kind === "property";
}

function isCallOrApply(name: string): boolean {
  return name === "call" || name === "apply";
}
