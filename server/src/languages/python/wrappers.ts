/** What a file's own functions do with functions that they are given: run them elsewhere, there and then, or hand them on. */
import type { FunctionFacts, GivenTo, ParameterFacts, ParameterUse } from "../../core/facts";
import { mayBeOwn } from "./callFacts";
import { callbackPlacement, callOfArgument } from "./callbacks";
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, type PyNode } from "./tree";
import { toReference } from "./values";

/** Facts of a function with what it does with its parameters, and what a lambda is given to. */
export function withUses(evaluator: PyEvaluator, facts: FunctionFacts, node: PyNode): FunctionFacts {
  const parameters = parameterFacts(evaluator, node);
  const given = node.type === "lambda" && facts.placement === "own" ? givenToOf(evaluator, node) : undefined;
  return {
    ...facts,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(given === undefined ? {} : { givenTo: given }),
  };
}

/** Parameters of a `def` that it calls or hands on, with every way in which it does so. */
function parameterFacts(evaluator: PyEvaluator, node: PyNode): readonly ParameterFacts[] {
  const body = node.type === "function_definition" ? childOf(node, "body") : undefined;
  const places = placesOfParameters(evaluator, node);
  if (body === undefined || places.size === 0) return [];
  const found = new Map<string, { readonly index: number; readonly uses: ParameterUse[] }>();
  const visit = (mention: PyNode): void => {
    for (const child of mention.children) visit(child);
    if (mention.type !== "identifier" || mention.field === "attribute" || isKeyword(mention)) return;
    const name = evaluator.text(mention);
    const index = places.get(name);
    const [source, ...others] = (index === undefined ? undefined : evaluator.bindingOf(name, mention))?.sources ?? [];
    // What is given another name or value isn't followed.
    if (index === undefined || source?.kind !== "parameter" || source.of !== node || others.length > 0) return;
    const use = useOf(evaluator, mention, node);
    if (use === undefined || (use.kind === "given" && !mayBeOwn(use.callee))) return;
    const known = found.get(name) ?? { index, uses: [] };
    known.uses.push(use);
    found.set(name, known);
  };
  visit(body);
  return [...found].map(([name, { index, uses }]) => ({ index, name, uses }));
}

/** Parameters that take one value, by position; -1 where one is given by keyword alone. What methods are called on is left out. */
export function placesOfParameters(evaluator: PyEvaluator, definition: PyNode): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let index = isMethod(evaluator, definition) ? -1 : 0;
  let isByKeyword = false;
  for (const parameter of childOf(definition, "parameters")?.children ?? []) {
    if (parameter.type === "comment" || parameter.type === "positional_separator") continue;
    const isStarred = [parameter, ...parameter.children].some(({ type }) => type.endsWith("_splat_pattern"));
    if (isStarred || parameter.type === "keyword_separator") {
      isByKeyword = true;
      continue;
    }
    const name = parameter.type === "identifier" ? parameter : (childOf(parameter, "name") ?? parameter.children[0]);
    if (name?.type === "identifier" && index >= 0) places.set(evaluator.text(name), isByKeyword ? -1 : index);
    index++;
  }
  return places;
}

/** Where a function expression is given to, when it is an argument of a call whose callee is known. */
export function givenToOf(evaluator: PyEvaluator, argument: PyNode): GivenTo | undefined {
  const call = callOfArgument(argument);
  const callee = call === undefined ? undefined : childOf(call, "function");
  if (call === undefined || callee === undefined) return undefined;
  const reference = toReference(evaluator.valueOf(callee));
  if (reference.kind === "unknown") return undefined;
  const { parent } = argument;
  const name = parent?.type === "keyword_argument" ? childOf(parent, "name") : undefined;
  if (name !== undefined) return { callee: reference, form: "call", argument: evaluator.text(name) };
  const list = childOf(call, "arguments")?.children.filter(({ type }) => type !== "comment") ?? [];
  const index = list.indexOf(argument);
  // Behind `*arguments` nobody knows the position.
  const isKnown = index >= 0 && !list.slice(0, index).some(({ type }) => type === "list_splat");
  return isKnown ? { callee: reference, form: "call", argument: index } : undefined;
}

function isKeyword(node: PyNode): boolean {
  return node.parent?.type === "keyword_argument" && node.field === "name";
}

/** Functions in functions that are looked through. */
const MOST_NESTED = 3;

/** What one mention of a parameter of `home` does with it; undefined where it only looks at it, or nobody knows. */
export function useOf(evaluator: PyEvaluator, mention: PyNode, home: PyNode, depth = 0): ParameterUse | undefined {
  if (mention.parent?.type !== "call" || mention.field !== "function") return handedOn(evaluator, mention);
  let around = mention.parent.parent;
  while (around !== undefined && around.type !== "function_definition" && around.type !== "lambda")
    around = around.parent;
  if (around === home) return { kind: "inline" };
  // A function inside, whose own use is the parameter's.
  const mentions = around === undefined || depth > MOST_NESTED ? [] : mentionsOf(evaluator, around, home);
  const [use, ...others] = mentions.map((one) => useOf(evaluator, one, home, depth + 1));
  return others.length === 0 ? use : undefined;
}

function handedOn(evaluator: PyEvaluator, argument: PyNode): ParameterUse | undefined {
  const call = callOfArgument(argument);
  if (call === undefined) return undefined;
  const placement = callbackPlacement(evaluator, call);
  if (placement !== "own") return { kind: placement };
  const given = givenToOf(evaluator, argument);
  return given === undefined ? undefined : { kind: "given", ...given };
}

/** A lambda is where it stands; a function is where its name is used. */
function mentionsOf(evaluator: PyEvaluator, inner: PyNode, home: PyNode): readonly PyNode[] {
  if (inner.type === "lambda") return [inner];
  const name = childOf(inner, "name");
  const text = name === undefined ? "" : evaluator.text(name);
  return [...descendants(home)].filter(
    (node) =>
      node !== name && node.type === "identifier" && node.field !== "attribute" && evaluator.text(node) === text,
  );
}

/** Whether what a function is called on is its first argument: it stands in a class, and isn't static. */
function isMethod(evaluator: PyEvaluator, node: PyNode): boolean {
  const holder = node.parent?.type === "decorated_definition" ? node.parent : node;
  const isStatic = holder.children.some(
    (child) => child.type === "decorator" && /^@\s*staticmethod\b/.test(evaluator.text(child)),
  );
  return !isStatic && holder.parent?.parent?.type === "class_definition";
}
