/** Decorators: which of them leave a function what it is, and what those do that put another in its place. */
import type { FunctionFacts, ParameterUse, Reference } from "../../core/facts";
import { classAround } from "./classes";
import type { PyEvaluator } from "./evaluate";
import { flowOf } from "./flow";
import { keyOf } from "./keys";
import { childOf, descendants, skipParentheses, type PyNode } from "./tree";
import { textOfPath, toReference, type Value } from "./values";
import { useOf } from "./wrappers";

/** What is called is the function itself, or something that calls it there and then; by path. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  "abc.abstractclassmethod",
  "abc.abstractmethod",
  "abc.abstractproperty",
  "abc.abstractstaticmethod",
  "atexit.register",
  "builtins.classmethod",
  "builtins.property",
  "builtins.staticmethod",
  "contextlib.asynccontextmanager",
  "contextlib.contextmanager",
  "functools.cache",
  "functools.cached_property",
  "functools.lru_cache",
  "functools.singledispatch",
  "functools.wraps",
  "typing.final",
  "typing.no_type_check",
  "typing.overload",
  "typing.override",
  "typing.runtime_checkable",
  "typing_extensions.deprecated",
  "typing_extensions.final",
  "typing_extensions.overload",
  "typing_extensions.override",
  "warnings.deprecated",
]);

/** What keeps the function's result: by arguments, but who has a cache means to call it again and again. */
const CACHES: ReadonlySet<string> = new Set(["functools.cache", "functools.lru_cache"]);

/** What keeps a property's result in the object. */
const OBJECT_CACHES: ReadonlySet<string> = new Set([
  "django.utils.functional.cached_property",
  "functools.cached_property",
]);

/** Whether only the first call runs the function. */
export function isOnce(evaluator: PyEvaluator, definition: PyNode): boolean {
  return decoratorNodes(definition).some((decorator) => CACHES.has(pathOf(evaluator, decorator) ?? ""));
}

/** Whether only the first read of each object runs the property. */
export function isOnceEach(evaluator: PyEvaluator, definition: PyNode): boolean {
  return decoratorNodes(definition).some((decorator) => OBJECT_CACHES.has(pathOf(evaluator, decorator) ?? ""));
}

/** The expressions after `@`, outermost first. */
function decoratorNodes(definition: PyNode): readonly PyNode[] {
  const { parent } = definition;
  if (parent?.type !== "decorated_definition") return [];
  return parent.children.flatMap((child) => (child.type === "decorator" ? child.children.slice(0, 1) : []));
}

/** The decorator's path, its arguments left out: `functools.lru_cache` for `@lru_cache(maxsize=2)`. */
function pathOf(evaluator: PyEvaluator, decorator: PyNode): string | undefined {
  const named = decorator.type === "call" ? childOf(decorator, "function") : decorator;
  return named === undefined ? undefined : textOfPath(evaluator.valueOf(named));
}

function replacing(evaluator: PyEvaluator, definition: PyNode): readonly PyNode[] {
  return decoratorNodes(definition).filter((decorator) => {
    const path = pathOf(evaluator, decorator);
    if (path !== undefined && TRANSPARENT.has(path)) return false;
    return !/\.(setter|deleter|getter)$/.test(evaluator.text(decorator));
  });
}

/** `@overload`: a signature, which the last definition of the name replaces. */
export function isOverload(evaluator: PyEvaluator, definition: PyNode): boolean {
  return decoratorNodes(definition).some((one) =>
    /^typing(_extensions)?\.overload$/.test(pathOf(evaluator, one) ?? ""),
  );
}

/** Whether a decorator may put something else in the function's place. */
export function hasDecorators(evaluator: PyEvaluator, definition: PyNode): boolean {
  return replacing(evaluator, definition).length > 0;
}

/** Decorators that may put something else in the function's place, outermost first. */
export function decoratorReferences(evaluator: PyEvaluator, definition: PyNode): readonly Reference[] {
  return replacing(evaluator, definition).map((decorator) => toReference(evaluator.valueOf(decorator)));
}

/**
 * A method that says itself that another runs in its place: by decorator, or because it does nothing but say so. `pass` is
 * left out: a hook that does nothing is something that runs.
 */
export function isAbstract(evaluator: PyEvaluator, definition: PyNode): boolean {
  if (classAround(definition) === undefined) return false;
  if (decoratorNodes(definition).some((one) => (pathOf(evaluator, one) ?? "").startsWith("abc.abstract"))) return true;
  const statements = (childOf(definition, "body")?.children ?? []).filter(({ type }) => type !== "comment");
  return statements.every((statement) => {
    const [only] = statement.children;
    if (statement.type === "raise_statement") return /^raise\s+NotImplementedError\b/.test(evaluator.text(statement));
    return (
      statement.type === "expression_statement" && /^(ellipsis|string|concatenated_string)$/.test(only?.type ?? "")
    );
  });
}

/** What a decorator gives back for the function that it is given; undefined for what is no decorator. */
export function wrapsOf(evaluator: PyEvaluator, definition: PyNode): FunctionFacts["wraps"] {
  const { returns } = flowOf(definition);
  const [first, ...others] = returns.map((node) => givenBack(evaluator, node));
  const name = firstParameter(evaluator, definition);
  if (first === undefined || name === undefined || others.some((other) => !isSame(first, other))) return undefined;
  if (typeof first === "string") return first === name ? { parameter: 0, use: "inline" } : undefined;
  const wrapper = first.kind === "function" && isInside(first.node, definition) ? keyOf(first.node) : undefined;
  if (first.kind !== "function" || wrapper === undefined) return undefined;
  return { parameter: 0, wrapper, use: useInside(evaluator, first.node, definition, name) };
}

/** A parameter's name, or what is returned otherwise; `functools.wraps(f)(wrapper)` is `wrapper`. */
function givenBack(evaluator: PyEvaluator, returned: PyNode): Value | string {
  const node = skipParentheses(returned);
  const callee = childOf(node, "function");
  const [argument] = childOf(node, "arguments")?.children ?? [];
  const path = callee === undefined ? undefined : textOfPath(evaluator.valueOf(callee));
  const keeps = path === "functools.update_wrapper" || path?.startsWith("functools.wraps()") === true;
  if (keeps && argument !== undefined) return givenBack(evaluator, argument);
  if (node.type === "identifier") {
    const name = evaluator.text(node);
    const [source, ...others] = evaluator.bindingOf(name, node)?.sources ?? [];
    if (source?.kind === "parameter" && others.length === 0) return name;
  }
  return evaluator.valueOf(node);
}

function isSame(a: Value | string, b: Value | string): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return "node" in a && "node" in b && a.node === b.node;
}

function isInside(node: PyNode, outer: PyNode): boolean {
  return outer.start <= node.start && node.end <= outer.end && node !== outer;
}

/** The first parameter that a caller gives. */
function firstParameter(evaluator: PyEvaluator, definition: PyNode): string | undefined {
  const parameters = childOf(definition, "parameters")?.children.filter(({ type }) => type !== "comment") ?? [];
  const isBound = classAround(definition) !== undefined;
  const parameter = parameters[isBound ? 1 : 0];
  if (parameter === undefined || parameter.type.endsWith("_pattern")) return undefined;
  const name = parameter.type === "identifier" ? parameter : (childOf(parameter, "name") ?? parameter.children[0]);
  return name?.type === "identifier" ? evaluator.text(name) : undefined;
}

type Use = NonNullable<FunctionFacts["wraps"]>["use"];

/** What the wrapper does with the function that the decorator was given. */
function useInside(evaluator: PyEvaluator, wrapper: PyNode, decorator: PyNode, name: string): Use {
  const uses = new Set<Use>();
  for (const node of descendants(childOf(wrapper, "body") ?? wrapper)) {
    if (node.type !== "identifier" || node.field === "attribute" || evaluator.text(node) !== name) continue;
    const [source] = evaluator.bindingOf(name, node)?.sources ?? [];
    if (source?.kind === "parameter" && source.of === decorator) uses.add(kindOf(useOf(evaluator, node, wrapper)));
  }
  return (["inline", "scheduled", "off-loop"] as const).find((use) => uses.has(use)) ?? "none";
}

/** What is handed on to another function isn't followed here. */
function kindOf(use: ParameterUse | undefined): Use {
  return use === undefined || use.kind === "given" ? "none" : use.kind;
}
