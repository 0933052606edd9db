/** What runs without a call in the text: getters that are read, and generators that something walks through. */
import { ts } from "ts-morph";
import type { CallFacts, Reference } from "../../core/facts";
import { memberOfThis, onceIn, spanOf } from "./calls";
import { skipWrappers } from "./evaluate";
import { mayBeOurs } from "./given";
import { baseOf, isStatic, ITERATOR, nameText } from "./members";
import type { References } from "./references";
import { pathText, property, type ClassNode, type Value } from "./values";
import type { Place, Placed, ReadNode, Walked } from "./walk";

/** A `get` for every member whose reading may run a getter, once for each function that reads it. */
export function getterFacts(references: References, { reads }: Walked): readonly CallFacts[] {
  const { evaluator } = references;
  const seen = new Set<string>();
  return reads.flatMap(({ node, place }) => {
    const parts = partsOf(node);
    if (parts === undefined) return [];
    const { object, name } = parts;
    const value = evaluator.valueOf(object);
    if (!mayHaveGetter(references, value, name)) return [];
    const receiver = references.of(value);
    if (receiver.kind === "unknown" || !mayBeOurs(receiver)) return [];
    const callee: Reference = { ...receiver, steps: [...receiver.steps, property(name)] };
    const id = place.owner.key + JSON.stringify(callee);
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...factsOf(references, node, place, callee, "get"), ...memberOfThis(object, name) }];
  });
}

/** What a read is made of. Of patterns those that take a name or `this` apart; what a call gave is data, as a rule. */
function partsOf(node: ReadNode): { readonly object: ts.Expression; readonly name: string } | undefined {
  if (ts.isPropertyAccessExpression(node))
    return isShort(node.expression) ? { object: node.expression, name: node.name.text } : undefined;
  const owner = node.parent.parent;
  if (!ts.isObjectBindingPattern(node.parent) || !ts.isVariableDeclaration(owner)) return undefined;
  const { initializer: object } = owner;
  if (object === undefined || !(ts.isIdentifier(object) || object.kind === ts.SyntaxKind.ThisKeyword)) return undefined;
  const key = node.propertyName ?? node.name;
  const name = ts.isBindingName(key) && !ts.isIdentifier(key) ? undefined : nameText(key);
  return name === undefined ? undefined : { object, name };
}

/** `x`, `this`, `x()`, `new X()`, `this.x`: what is reached further down is data, as a rule. */
function isShort(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.expression.kind === ts.SyntaxKind.ThisKeyword;
  const { kind } = skipWrappers(node);
  return RECEIVERS.has(kind);
}

const RECEIVERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ...[ts.SyntaxKind.Identifier, ts.SyntaxKind.ThisKeyword, ts.SyntaxKind.SuperKeyword],
  ...[ts.SyntaxKind.CallExpression, ts.SyntaxKind.NewExpression, ts.SyntaxKind.AwaitExpression],
]);

function mayHaveGetter(references: References, value: Value, name: string): boolean {
  switch (value.kind) {
    case "class":
    case "instance":
      return hasGetter(references, value.node, value.kind === "class", name);
    case "object":
      return value.node.properties.some((element) => ts.isGetAccessor(element) && nameText(element.name) === name);
    case "path":
      // A member of a module itself is no getter. Further down than an instance, or one exported object, few are.
      return value.steps.length === 1 || value.steps.at(-1)?.kind === "instance" || value.steps.at(-1)?.kind === "call";
    default:
      return false;
  }
}

function hasGetter(references: References, node: ClassNode, statics: boolean, name: string): boolean {
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member) && declaresField(member, name)) return false;
    if (isStatic(member) !== statics || member.name === undefined || nameText(member.name) !== name) continue;
    return ts.isGetAccessor(member);
  }
  const base = baseOf(references.evaluator, node);
  if (base?.kind === "class") return hasGetter(references, base.node, statics, name);
  return base?.kind === "path" && base.root.kind === "module";
}

/** `constructor(private readonly name: …)`. */
function declaresField({ parameters }: ts.ConstructorDeclaration, name: string): boolean {
  return parameters.some(
    (parameter) => parameter.modifiers !== undefined && ts.isIdentifier(parameter.name) && parameter.name.text === name,
  );
}

/** A call of its `@@iterator` for everything that is walked through and may be a generator, or have one. */
export function iterationFacts(
  references: References,
  iterated: readonly Placed<ts.Expression>[],
): readonly CallFacts[] {
  const { evaluator } = references;
  return iterated.flatMap(({ node, place }) => {
    const value = evaluator.valueOf(node);
    const last = value.kind === "path" ? value.steps.at(-1)?.kind : undefined;
    if (value.kind !== "instance" && value.kind !== "object" && last !== "call" && last !== "instance") return [];
    const target = references.of(value);
    if (target.kind === "unknown" || !mayBeOurs(target)) return [];
    return [factsOf(references, node, place, { ...target, steps: [...target.steps, property(ITERATOR)] }, "call")];
  });
}

/** First arguments of what walks through them: `Array.from(x)`, `new Set(x)`. */
export function consumed({ evaluator }: References, { calls }: Walked): readonly Placed<ts.Expression>[] {
  return calls.flatMap(({ node, place }) => {
    const argument = ts.isTaggedTemplateExpression(node) ? undefined : node.arguments?.[0];
    if (argument === undefined || ts.isTaggedTemplateExpression(node)) return [];
    const { expression } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (!ts.isIdentifier(name) || !CONSUMERS.test(name.text)) return [];
    const callee = pathText(evaluator.calleeOf(node));
    return callee !== undefined && CONSUMERS.test(callee) ? [{ node: argument, place }] : [];
  });
}

/** Their names, and their whole paths. */
const CONSUMERS = /^((Array\.)?from|(Object\.)?fromEntries|(Weak)?(Map|Set)|(Promise\.)?(all|allSettled|any|race))$/;

function factsOf(
  { evaluator }: References,
  node: ts.Node,
  place: Place,
  callee: Reference,
  form: CallFacts["form"],
): CallFacts {
  const span = spanOf(node, evaluator.file.tree);
  const { owner, loopDepth } = place;
  const empty = { awaited: false, ...onceIn(place), loopDepth, arguments: [] };
  // The catalogue has its own way to say what walks through a value.
  return { span, nameSpan: span, owner: owner.key, callee, form, onlyOwn: true, ...empty };
}
