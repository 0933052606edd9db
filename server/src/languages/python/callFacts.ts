/** One call of the text, or what stands for one → `CallFacts`. */
import type { ArgumentFacts, CallFacts, GivenTo, Reference, Span, Step } from "../../core/facts";
import { lastName } from "../../core/guards";
import type { PyEvaluator } from "./evaluate";
import { guardsOf } from "./conditions";
import { hasDecorators } from "./decorators";
import { colourOf } from "./flow";
import { namesLargeNumber, sizeOf } from "./loops/given";
import { childOf, skipParentheses, spanOf, type PyNode } from "./tree";
import { extend, property, textOfPath, toReference, type Value } from "./values";

/** Which function evaluates a call, in how many loops, and whether always. */
export interface Place {
  readonly owner: string;
  readonly loopDepth: number;
  readonly once?: true;
  /** The caller, a setting or an error says whether it runs. */
  readonly chosen?: true;
}

/** A call as it was met, before its callee is known. */
export interface Pending {
  /** `implicit`: `with`, `for` and the like call a method that the text doesn't name. */
  readonly form: "call" | "callback" | "implicit" | "get";
  readonly node: PyNode;
  /** From the value of `node` to what is called, where the text doesn't say it. */
  readonly steps?: readonly Step[];
  readonly givenTo?: GivenTo;
  /** Whatever the catalogue has under this name isn't meant. */
  readonly onlyOwn?: true;
  readonly place: Place;
}

/** Facts of a call; nothing where its callee is unknown or can't matter. */
export function callFacts(evaluator: PyEvaluator, item: Pending): readonly CallFacts[] {
  const { form, node, place, steps, givenTo } = item;
  const isCall = form === "call";
  if (isCall && expectsNoWait(evaluator, node)) return [];
  const target = isCall ? childOf(node, "function") : node;
  // What is read is a member of what stands before it.
  const start = form === "get" ? childOf(node, "object") : target;
  if (target === undefined || start === undefined) return [];
  const value = evaluator.valueOf(start);
  const member = isCall ? declaredMember(evaluator, target) : undefined;
  const callee = toReference(member ?? (steps === undefined ? value : extend(value, ...steps)));
  if (callee.kind === "unknown") return [];
  // What is awaited gives control back, or isn't what its name says; a function of the project's own runs all the same.
  const awaited = isCall && isAwaited(node);
  if (awaited && (isAsynchronous(evaluator, value) || !mayBeOwn(callee))) return [];
  const onlyOwn = awaited || item.onlyOwn === true;
  if (onlyOwn && !mayBeOwn(callee)) return [];
  const list = isCall && !onlyOwn ? (childOf(node, "arguments")?.children ?? []) : [];
  const isOwn = mayBeOwn(callee) && namesLargeNumber(evaluator);
  const facts: CallFacts = {
    span: spanOf(node),
    nameSpan: isCall || form === "get" ? nameSpanOf(target, evaluator) : spanOf(target),
    owner: place.owner,
    callee,
    form: form === "implicit" ? "call" : form,
    awaited,
    loopDepth: place.loopDepth,
    arguments: list.filter(({ type }) => type !== "comment").map((child) => argumentFacts(evaluator, child, isOwn)),
  };
  return [
    {
      ...facts,
      ...(onlyOwn ? { onlyOwn } : {}),
      ...callGuards(evaluator, node),
      ...(isCall ? indirectness(evaluator, target, callee) : {}),
      ...(givenTo === undefined ? {} : { givenTo }),
      ...(isCall || form === "get" ? selfMember(evaluator, target) : {}),
      ...(place.once === true ? { once: true } : {}),
      ...(form === "get" && isOfModule(evaluator, start) ? { ofModule: true } : {}),
    },
  ];
}

function callGuards(evaluator: PyEvaluator, node: PyNode): Pick<CallFacts, "guards"> {
  const guards = guardsOf(evaluator, node);
  return guards.length === 0 ? {} : { guards };
}

/** Called by another name than its own (`quick = partial(load, …)`), it may have been given arguments before. */
function indirectness(evaluator: PyEvaluator, target: PyNode, callee: Reference): Pick<CallFacts, "isIndirect"> {
  const name = target.type === "attribute" ? childOf(target, "attribute") : target;
  const isNamed = name?.type === "identifier" && lastName(callee) === evaluator.text(name);
  return mayBeOwn(callee) && !isNamed ? { isIndirect: true } : {};
}

/** Whether an expression names a variable of the module. */
function isOfModule(evaluator: PyEvaluator, node: PyNode): boolean {
  const { module } = evaluator.scopes;
  return node.type === "identifier" && evaluator.bindingOf(evaluator.text(node), node)?.scope === module;
}

/** A method of something that an annotation tells, by its class: which one runs, who knows the classes that extend it can tell. */
function declaredMember(evaluator: PyEvaluator, target: PyNode): Value | undefined {
  const [object, name] = target.type === "attribute" ? [childOf(target, "object"), childOf(target, "attribute")] : [];
  if (object === undefined || name === undefined) return undefined;
  const receiver = evaluator.valueOf(object);
  const isDeclared = receiver.kind === "instance" && receiver.declared === true;
  return isDeclared && evaluator.valueOf(target).kind === "function"
    ? extend(receiver, property(evaluator.text(name)))
    : undefined;
}

/** `self.name` and `cls.name`, by its name. What is private to the class stays its own. */
function selfMember(evaluator: PyEvaluator, target: PyNode): Pick<CallFacts, "selfMember"> {
  const [object, name] = [childOf(target, "object"), childOf(target, "attribute")];
  if (target.type !== "attribute" || object?.type !== "identifier" || name === undefined) return {};
  const { kind } = evaluator.valueOf(object);
  if (kind !== "instance" && kind !== "class") return {};
  const text = evaluator.text(name);
  const [source, ...others] = evaluator.bindingOf(evaluator.text(object), object)?.sources ?? [];
  // Without an annotation nothing else tells the class of a parameter.
  const isSelf = source?.kind === "parameter" && source.annotation === undefined && others.length === 0;
  return isSelf && !/^__.*(?<!__)$/.test(text) ? { selfMember: text } : {};
}

/** Modules that are nobody's own, and that most programs name all the time. */
const NOT_OWN =
  /^(aiofiles|aiohttp|anyio|asyncio|builtins|collections|contextlib|dataclasses|datetime|functools|httpx|itertools|json|logging|math|os|pathlib|random|re|sys|time|trio|typing|typing_extensions)$/;

/** Whether a reference may lead to a function or class of the project's own. */
export function mayBeOwn(reference: Reference): boolean {
  if (reference.kind === "unknown") return false;
  if (reference.kind === "oneOf") return reference.references.some(mayBeOwn);
  return (
    reference.root.kind !== "global" && !(reference.root.kind === "module" && NOT_OWN.test(reference.root.specifier))
  );
}

/** A function of this file that only makes a coroutine: its body is a context of its own. */
function isAsynchronous(evaluator: PyEvaluator, value: Value): boolean {
  return value.kind === "function" && colourOf(value.node).startsWith("async") && !hasDecorators(evaluator, value.node);
}

function isAwaited(node: PyNode): boolean {
  let { parent } = node;
  while (parent?.type === "parenthesized_expression") ({ parent } = parent);
  return parent?.type === "await";
}

/** `try: sock.recv(1)` with `except BlockingIOError`: the call is there because it doesn't wait. */
function expectsNoWait(evaluator: PyEvaluator, node: PyNode): boolean {
  for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.type === "function_definition" || outer.type === "lambda") return false;
    if (outer.type !== "try_statement" || inner.field !== "body") continue;
    const clauses = outer.children.filter((child) => child.type === "except_clause");
    const caught = clauses.map((clause) => evaluator.text(clause.children[0] ?? clause)).join(" ");
    if (/\b(BlockingIOError|SSLWantReadError|SSLWantWriteError)\b/.test(caught)) return true;
  }
  return false;
}

/** The callee, or only its last name when a call stands before it, or a line break. */
function nameSpanOf(target: PyNode, evaluator: PyEvaluator): Span {
  const callee = skipParentheses(target);
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  const object = childOf(callee, "object");
  if (name === undefined || object === undefined) return spanOf(callee);
  return /[(\r\n]/.test(evaluator.file.text.slice(object.start, name.start)) ? spanOf(name) : spanOf(callee);
}

/** @param isOwn whether a function of ours may be called, which may go through what it is given. */
function argumentFacts(evaluator: PyEvaluator, argument: PyNode, isOwn: boolean): ArgumentFacts {
  const of = (node: PyNode): ArgumentFacts => {
    const size = isOwn ? sizeOf(evaluator, node) : undefined;
    return size === undefined ? valueFacts(evaluator, node) : { ...valueFacts(evaluator, node), size };
  };
  if (argument.type !== "keyword_argument") return of(argument);
  const [name, value] = [childOf(argument, "name"), childOf(argument, "value")];
  const facts: ArgumentFacts = value === undefined ? { shape: "other" } : of(value);
  return name === undefined ? facts : { ...facts, keyword: evaluator.text(name) };
}

function valueFacts(evaluator: PyEvaluator, node: PyNode): ArgumentFacts {
  const text = evaluator.text(node);
  switch (node.type) {
    case "list_splat":
    case "dictionary_splat":
      return { shape: "spread" };
    case "string":
      return { shape: "string", literal: text.replace(/^\w*["']+|["']+$/g, "") };
    case "concatenated_string":
      return { shape: "string" };
    case "integer":
    case "float":
      return { shape: "number", literal: Number(text.replaceAll("_", "")) };
    case "none":
      return { shape: "object", nothing: "null" };
    case "true":
      return { shape: "boolean", literal: true };
    case "false":
      return { shape: "boolean", literal: false };
    case "lambda":
      return { shape: "function" };
    default:
      return namedValueFacts(evaluator.valueOf(node));
  }
}

/** Strings, and methods of strings that give strings. */
const STRING =
  /^builtins\.str\(\)(\.(casefold|expandtabs|format|join|ljust|lower|lstrip|removeprefix|removesuffix|replace|rjust|rstrip|strip|translate|upper)\(\))*$/;

/** A constant of a module, by its name's form: `os.P_NOWAIT`. */
const CONSTANT = /^\w+(\.\w+)*\.[A-Z][A-Z0-9_]+$/;

function namedValueFacts(value: Value): ArgumentFacts {
  if (value.kind === "function") return { shape: "function" };
  const path = textOfPath(value) ?? "";
  if (STRING.test(path)) return { shape: "string" };
  if (/^io\.(BytesIO|StringIO)\(\)(\.__enter__\(\))?$/.test(path)) return { shape: "memory" };
  return CONSTANT.test(path) ? { shape: "other", constant: path } : { shape: "other" };
}
