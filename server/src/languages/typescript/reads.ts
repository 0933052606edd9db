/** What runs without a call in the text: getters that are read, and generators that something walks through. */
import { ts } from "ts-morph";
import type { CallFacts, Reference } from "../../core/facts";
import { spanOf } from "./calls";
import { mayBeOurs } from "./given";
import { baseOf, isStatic, ITERATOR, nameText } from "./members";
import type { References } from "./references";
import { pathText, property, type ClassNode, type Value } from "./values";
import type { Place, Placed, Walked } from "./walk";

/** A `get` for every member whose reading may run a getter, once for each function that reads it. */
export function getterFacts(references: References, { reads }: Walked): readonly CallFacts[] {
  const { evaluator } = references;
  const seen = new Set<string>();
  return reads.flatMap(({ node, place }) => {
    const value = evaluator.valueOf(node.expression);
    const name = node.name.text;
    if (!mayHaveGetter(references, value, name)) return [];
    const receiver = references.of(value);
    if (receiver.kind === "unknown" || !mayBeOurs(receiver)) return [];
    const callee: Reference = { ...receiver, steps: [...receiver.steps, property(name)] };
    const id = JSON.stringify([place.owner.key, callee]);
    if (seen.has(id)) return [];
    seen.add(id);
    return [factsOf(references, node, place, callee, "get")];
  });
}

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
    if (isStatic(member) !== statics || member.name === undefined || nameText(member.name) !== name) continue;
    return ts.isGetAccessor(member);
  }
  const base = baseOf(references.evaluator, node);
  if (base?.kind === "class") return hasGetter(references, base.node, statics, name);
  return base?.kind === "path" && base.root.kind === "module";
}

/** A call of its `@@iterator` for everything that is walked through and may be a generator, or have one. */
export function iterationFacts(references: References, walked: Walked): readonly CallFacts[] {
  const { evaluator } = references;
  return [...walked.iterated, ...consumed(references, walked)].flatMap(({ node, place }) => {
    const value = evaluator.valueOf(node);
    const last = value.kind === "path" ? value.steps.at(-1)?.kind : undefined;
    if (value.kind !== "instance" && value.kind !== "object" && last !== "call" && last !== "instance") return [];
    const target = references.of(value);
    if (target.kind === "unknown" || !mayBeOurs(target)) return [];
    return [factsOf(references, node, place, { ...target, steps: [...target.steps, property(ITERATOR)] }, "call")];
  });
}

/** First arguments of what walks through them: `Array.from(x)`, `new Set(x)`. */
function consumed({ evaluator }: References, { calls }: Walked): readonly Placed<ts.Expression>[] {
  return calls.flatMap(({ node, place }) => {
    const argument = ts.isTaggedTemplateExpression(node) ? undefined : node.arguments?.[0];
    if (argument === undefined) return [];
    const callee = pathText(evaluator.calleeOf(node));
    return callee !== undefined && CONSUMERS.has(callee) ? [{ node: argument, place }] : [];
  });
}

const CONSUMERS: ReadonlySet<string> = new Set([
  ...["Array.from", "Map", "Object.fromEntries", "Set", "WeakMap", "WeakSet"],
  ...["Promise.all", "Promise.allSettled", "Promise.any", "Promise.race"],
]);

function factsOf(
  { evaluator }: References,
  node: ts.Node,
  place: Place,
  callee: Reference,
  form: CallFacts["form"],
): CallFacts {
  const span = spanOf(node, evaluator.file.tree);
  const { owner, loopDepth } = place;
  const empty = { awaited: false, loopDepth, arguments: [] };
  // The catalogue has its own way to say what walks through a value.
  return { span, nameSpan: span, owner: owner.key, callee, form, onlyOwn: true, ...empty };
}
