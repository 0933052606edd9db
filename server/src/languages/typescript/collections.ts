/** Collections and what is in them, by annotation and by array literal: `stores: Store[]`, `new Map<string, Store>()`. */
import { ts } from "ts-morph";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { annotatedResult, isGenerator } from "./results";
import { valueOfType } from "./types";
import { common, isKnown, pathText, unknown, type CollectionForm, type CollectionNode, type Value } from "./values";

type Collection = Extract<Value, { kind: "collection" }>;

/** Generic types of the language, and which of their arguments is an item. */
const GENERICS: Readonly<Record<string, readonly [form: CollectionForm, item: number]>> = {
  ...ofForm("list", 0, "Array ReadonlyArray Set ReadonlySet ArrayIterator SetIterator"),
  ...ofForm(
    "list",
    0,
    "Iterable Iterator IterableIterator Generator AsyncIterable AsyncIterableIterator AsyncGenerator",
  ),
  ...ofForm("map", 1, "Map ReadonlyMap WeakMap"),
  ...ofForm("record", 1, "Record"),
};

/** Methods of arrays whose elements are those of the array. */
const SAME_ELEMENTS = /^(concat|filter|reverse|slice|sort|splice|toReversed|toSorted|toSpliced|values|with)$/;
const ONE_ELEMENT = /^(at|find|findLast|pop|shift)$/;
/** Methods that call back with an item first, and those with what they have so far before it. */
const ITEM_FIRST = /^(every|filter|find(Last)?(Index)?|flatMap|forEach|map|some)$/;
const ITEM_SECOND = /^reduce(Right)?$/;
const ITEM_TWICE = /^(sort|toSorted)$/;

function ofForm(form: CollectionForm, item: number, names: string): Record<string, readonly [CollectionForm, number]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, [form, item]]));
}

/** What something of a collection's type is; undefined for any other type. */
export function collectionOfType(type: ts.TypeNode): Value | undefined {
  if (ts.isArrayTypeNode(type)) return collection("list", type.elementType);
  if (ts.isTupleTypeNode(type)) return collection("list", type);
  // `{ [name: string]: Store }`, and nothing beside it.
  const [only, ...others] = ts.isTypeLiteralNode(type) ? type.members : [];
  if (only !== undefined && others.length === 0 && ts.isIndexSignatureDeclaration(only))
    return collection("record", only.type);
  const isReadonly = ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword;
  return isReadonly ? collectionOfType(type.type) : undefined;
}

/** The same for a generic type of the language. */
export function collectionOfGeneric(name: string, given: readonly ts.TypeNode[] = []): Value | undefined {
  if (!Object.hasOwn(GENERICS, name)) return undefined;
  const [form, index] = GENERICS[name] ?? ["list", 0];
  const item = given[index];
  return item === undefined ? undefined : collection(form, item);
}

/** What `[…]` is, and `new Set<Store>()`; undefined for any other expression. */
export function collectionOfExpression(evaluator: Evaluator, node: ts.Expression): Value | undefined {
  if (ts.isArrayLiteralExpression(node)) return collection("list", node);
  if (!ts.isNewExpression(node) || node.typeArguments === undefined) return undefined;
  return collectionOfGeneric(pathText(evaluator.valueOf(node.expression)) ?? "", node.typeArguments);
}

function collection(form: CollectionForm, node: CollectionNode): Collection {
  return { kind: "collection", form, node };
}

/** One element of what something walks through. */
export function elementOf(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "collection") return yielded(evaluator, value);
  switch (value.form) {
    case "list":
      return itemOf(evaluator, value.node);
    case "map":
    case "entries":
      return { ...value, form: "pair" };
    case "pair":
    case "record":
      return unknown("element");
  }
}

/** What a call of a generator of this file gives one after the other, by its annotation. */
function yielded(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "path" || value.root.kind !== "function" || value.steps.length !== 1) return unknown("element");
  const annotated = isGenerator(value.root.node) ? annotatedResult(evaluator, value.root.node) : value;
  return annotated.kind === "collection" ? elementOf(evaluator, annotated) : unknown("element");
}

/** `value[index]`; without an index one that nobody knows. */
export function indexed(evaluator: Evaluator, value: Value, index?: number): Value {
  if (value.kind !== "collection") return unknown("computed member");
  switch (value.form) {
    case "list":
    case "record":
      return itemOf(evaluator, value.node, index);
    case "entries":
      return { ...value, form: "pair" };
    case "pair":
      return index === 1 ? itemOf(evaluator, value.node) : unknown("key");
    case "map":
      return unknown("member of a map");
  }
}

function itemOf(evaluator: Evaluator, node: CollectionNode, index?: number): Value {
  if (ts.isTupleTypeNode(node)) {
    const items = index === undefined ? node.elements : node.elements.slice(index, index + 1);
    return common(items.map((item) => valueOfType(evaluator, ts.isNamedTupleMember(item) ? item.type : item)));
  }
  if (!ts.isArrayLiteralExpression(node)) return valueOfType(evaluator, node);
  const spread = node.elements.findIndex(ts.isSpreadElement);
  const isAt = index !== undefined && (spread < 0 || index < spread);
  const items = isAt ? node.elements.slice(index, index + 1) : node.elements;
  return common(
    items.map((item) =>
      ts.isSpreadElement(item) ? elementOf(evaluator, evaluator.valueOf(item.expression)) : evaluator.valueOf(item),
    ),
  );
}

/** What a call gives that takes something out of a collection or makes one of another; undefined for other calls. */
export function collectionCall(evaluator: Evaluator, node: ts.CallExpression): Value | undefined {
  const callee = skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const receiver = evaluator.valueOf(callee.expression);
  const name = callee.name.text;
  if (receiver.kind === "collection") return resultOfMethod(evaluator, receiver, name);
  const [first] = node.arguments;
  if (first === undefined || receiver.kind !== "path") return undefined;
  switch (pathText(receiver)) {
    case "Array":
      return name === "from" && node.arguments.length === 1 ? listOf(evaluator.valueOf(first)) : undefined;
    case "Promise":
      return name === "all" ? known(evaluator.valueOf(first)) : undefined;
    case "Object":
      return resultOfObject(name, evaluator.valueOf(first));
    default:
      return undefined;
  }
}

function known(value: Value): Value | undefined {
  return value.kind === "collection" ? value : undefined;
}

function resultOfMethod(evaluator: Evaluator, value: Collection, name: string): Value | undefined {
  const { form, node } = value;
  if (form === "map") {
    if (name === "get") return itemOf(evaluator, node);
    if (name === "values") return collection("list", node);
    return name === "entries" ? collection("entries", node) : undefined;
  }
  if (form !== "list" && form !== "entries") return undefined;
  if (name === "entries" && form === "list") return collection("entries", node);
  if (ONE_ELEMENT.test(name)) return elementOf(evaluator, value);
  return SAME_ELEMENTS.test(name) ? value : undefined;
}

function listOf(value: Value): Value | undefined {
  if (value.kind !== "collection") return undefined;
  return value.form === "map" ? { ...value, form: "entries" } : value;
}

function resultOfObject(name: string, value: Value): Value | undefined {
  if (value.kind !== "collection" || value.form !== "record") return undefined;
  if (name === "values") return { ...value, form: "list" };
  return name === "entries" ? { ...value, form: "entries" } : undefined;
}

/**
 * What a callback's parameter is that has no annotation, by the call that it is given to: `stores.map((store) => …)`,
 * `open().then((store) => …)`. Undefined where that doesn't tell.
 */
export function valueGivenTo(evaluator: Evaluator, parameter: ts.ParameterDeclaration): Value | undefined {
  const { parent: callback } = parameter;
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return undefined;
  const { parent: call } = callback;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback) return undefined;
  const callee = skipWrappers(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const index = callback.parameters.indexOf(parameter);
  if (name === "then") return index === 0 ? evaluator.valueOf(callee.expression) : undefined;
  const isItem = ITEM_TWICE.test(name) ? index < 2 : index === (ITEM_SECOND.test(name) ? 1 : 0);
  if (!isItem || !(ITEM_FIRST.test(name) || ITEM_SECOND.test(name) || ITEM_TWICE.test(name))) return undefined;
  const receiver = evaluator.valueOf(callee.expression);
  if (receiver.kind !== "collection") return undefined;
  // A map's own callback gets the item, where walking through it gives a pair.
  return receiver.form === "map" ? itemOf(evaluator, receiver.node) : elementOf(evaluator, receiver);
}

/** What an object literal's own values all are, or a collection's under any key. */
export function valueAtAnyKey(evaluator: Evaluator, value: Value): Value {
  if (value.kind !== "object") return indexed(evaluator, value);
  const values = value.node.properties.map((property) => {
    if (ts.isPropertyAssignment(property)) return evaluator.valueOf(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return evaluator.valueOfShorthand(property);
    return ts.isMethodDeclaration(property) ? ({ kind: "function", node: property } as const) : unknown("property");
  });
  return values.every(isKnown) ? common(values) : unknown("computed member");
}
