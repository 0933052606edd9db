/** Collections and what is in them: literals, annotations, built-in functions that make one of another. */
import type { Pick } from "./bindings";
import type { PyEvaluator } from "./evaluate";
import { childOf, childOfType, type PyNode } from "./tree";
import { CALL, common, extend, property, textOfPath, unknown, type Value } from "./values";

/** Types whose one type argument is what they hold. */
const SEQUENCES =
  /^(builtins\.(list|set|frozenset)|typing\.(List|Set|FrozenSet|Deque)|collections\.deque|(typing|collections\.abc)\.(Sequence|MutableSequence|Iterable|Iterator|Collection|Container|Set|MutableSet|AbstractSet|Reversible|Generator|AsyncIterable|AsyncIterator|AsyncGenerator))$/;
const MAPPINGS =
  /^(builtins\.dict|typing\.(Dict|DefaultDict|OrderedDict)|collections\.(defaultdict|OrderedDict)|(typing|collections\.abc)\.(Mapping|MutableMapping))$/;
const TUPLES = /^(builtins\.tuple|typing\.Tuple)$/;

/** Functions that give the elements of their first argument again. */
const SAME_ELEMENTS =
  /^(builtins\.(list|tuple|set|frozenset|sorted|reversed|iter)|collections\.deque|copy\.(copy|deepcopy))$/;

export function sequenceOf(element: Value): Value {
  return { kind: "collection", element, item: element };
}

/** What something annotated `name[argument, …]` holds; undefined when it is no collection. */
export function annotatedCollection(name: string, argumentsOf: readonly (() => Value)[]): Value | undefined {
  const [first, second] = argumentsOf;
  if (first === undefined) return undefined;
  if (SEQUENCES.test(name)) return sequenceOf(first());
  if (MAPPINGS.test(name)) return { kind: "collection", element: first(), item: second?.() ?? unknown("value") };
  if (TUPLES.test(name)) return { kind: "tuple", items: argumentsOf.map((argument) => argument()) };
  return undefined;
}

/** One element of an iteration over `value`. */
export function elementOf(value: Value): Value {
  if (value.kind === "collection") return value.element;
  if (value.kind === "tuple") return common(value.items);
  if (value.kind === "generator") return value.element;
  return extend(value, property("__iter__"), CALL);
}

/** `value[…]`, and what a pattern takes at this index; "any" where nobody knows which. */
export function itemOf(value: Value, index: Pick): Value {
  if (value.kind === "collection") return index === "rest" ? value : value.item;
  if (value.kind === "tuple")
    return (typeof index === "number" ? value.items.at(index) : common(value.items)) ?? unknown("item");
  return extend(value, property("__getitem__"), CALL);
}

/** What a pattern takes of a value, index by index. */
export function partOf(value: Value, picks: readonly Pick[]): Value {
  return picks.reduce((part, pick) => itemOf(part, pick), value);
}

/** `value[subscript]`. */
export function subscriptValue(evaluator: PyEvaluator, node: PyNode): Value {
  const [object, index] = [childOf(node, "value"), childOf(node, "subscript")];
  if (object === undefined || index === undefined) return unknown("item");
  const value = evaluator.valueOf(object);
  if (isGeneric(value) && node.field === "function") return value;
  if (index.type === "slice") return value.kind === "collection" ? value : unknown("slice");
  const text = evaluator.text(index);
  return itemOf(value, /^-?\d+$/.test(text) ? Number(text) : "any");
}

/** `Store[Item](…)` makes a `Store`. Of a class in another file its name tells that it is one. */
function isGeneric(value: Value): boolean {
  if (value.kind !== "path") return value.kind === "class";
  const last = value.steps.at(-1);
  return last?.kind === "property" && /^_*[A-Z][A-Za-z\d]*[a-z]/.test(last.name);
}

/** Literals and comprehensions; undefined for anything else. */
export function literalValue(evaluator: PyEvaluator, node: PyNode): Value | undefined {
  const valueOfField = (home: PyNode | undefined, field: string): Value => {
    const child = home === undefined ? undefined : childOf(home, field);
    return child === undefined ? unknown(field) : evaluator.valueOf(child);
  };
  switch (node.type) {
    case "list":
    case "set":
      return sequenceOf(common(node.children.filter(isCode).map((child) => evaluator.valueOf(child))));
    case "tuple":
    case "expression_list":
      return { kind: "tuple", items: node.children.filter(isCode).map((child) => evaluator.valueOf(child)) };
    case "list_comprehension":
    case "set_comprehension":
    case "generator_expression":
      return sequenceOf(valueOfField(node, "body"));
    case "dictionary": {
      const pairs = node.children.filter(isCode);
      const element = common(pairs.map((pair) => valueOfField(pair, "key")));
      return { kind: "collection", element, item: common(pairs.map((pair) => valueOfField(pair, "value"))) };
    }
    case "dictionary_comprehension": {
      const pair = childOfType(node, "pair");
      return { kind: "collection", element: valueOfField(pair, "key"), item: valueOfField(pair, "value") };
    }
    default:
      return undefined;
  }
}

function isCode({ type }: PyNode): boolean {
  return type !== "comment";
}

/** What a call gives that makes a collection of others, or takes something out of one; undefined for other calls. */
export function collectionCall(
  evaluator: PyEvaluator,
  callee: PyNode,
  target: Value,
  given: readonly PyNode[],
): Value | undefined {
  const name = textOfPath(target) ?? "";
  const [first] = given;
  const elements = given.map((argument) => () => elementOf(evaluator.valueOf(argument)));
  if (SAME_ELEMENTS.test(name) && first !== undefined) return sequenceOf(elementOf(evaluator.valueOf(first)));
  if (name === "builtins.next" && first !== undefined) return nextOf(evaluator.valueOf(first));
  if (name === "builtins.enumerate" && first !== undefined)
    return sequenceOf({
      kind: "tuple",
      items: [unknown("index"), ...elements.slice(0, 1).map((element) => element())],
    });
  if (name === "builtins.zip") return sequenceOf({ kind: "tuple", items: elements.map((element) => element()) });
  if (name === "builtins.filter") return sequenceOf(elements[1]?.() ?? unknown("nothing filtered"));
  if (/^builtins\.(min|max)$/.test(name) && given.length === 1) return elements[0]?.();
  return callee.type === "attribute" ? methodResult(evaluator, callee) : undefined;
}

function nextOf(value: Value): Value {
  if (value.kind === "collection" || value.kind === "generator") return value.element;
  return extend(value, property("__next__"), CALL);
}

function methodResult(evaluator: PyEvaluator, callee: PyNode): Value | undefined {
  const [object, name] = [childOf(callee, "object"), childOf(callee, "attribute")];
  const value = object === undefined ? undefined : evaluator.valueOf(object);
  if (value?.kind !== "collection" || name === undefined) return undefined;
  switch (evaluator.text(name)) {
    case "pop":
    case "popleft":
    case "get":
    case "setdefault":
      return value.item;
    case "values":
      return sequenceOf(value.item);
    case "keys":
      return sequenceOf(value.element);
    case "items":
      return sequenceOf({ kind: "tuple", items: [value.element, value.item] });
    case "copy":
      return value;
    default:
      return undefined;
  }
}
