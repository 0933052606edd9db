/** One walk over a file's tree: which function evaluates which call, in how many loops. */
import type { ArgumentFacts, CallFacts, Colour, FunctionFacts, Span } from "../../core/facts";
import { callbackPlacement, callOfArgument, drawnElsewhere } from "./callbacks";
import type { PyEvaluator } from "./evaluate";
import { isComprehension } from "./scopes";
import { childOf, childOfType, skipParentheses, type PyNode } from "./tree";
import { extend, property, textOfPath, toReference, type Value } from "./values";
import { withUses } from "./wrappers";

export interface Collected {
  readonly functions: readonly FunctionFacts[];
  readonly calls: readonly CallFacts[];
  readonly keyOf: (node: PyNode) => string | undefined;
}

interface Place {
  readonly owner: string;
  /** Declared path of the class around, for the names of methods. */
  readonly prefix: string;
  readonly loopDepth: number;
}

interface Pending {
  readonly form: "call" | "callback" | "implicit";
  readonly node: PyNode;
  /** What stands for `with` and `for`: the method that they call. */
  readonly method?: string;
  readonly place: Place;
}

export function collectCalls(evaluator: PyEvaluator): Collected {
  const { root } = evaluator.file;
  const keys = new Map<PyNode, string>();
  const counts = new Map<string, number>();
  const functions: FunctionFacts[] = [
    { key: "", parent: undefined, colour: "sync", placement: "own", span: spanOf(root) },
  ];
  const nodes: PyNode[] = [root];
  const pending: Pending[] = [];

  const addFunction = (node: PyNode, place: Place): Place => {
    const name = childOf(node, "name");
    const path = [place.prefix, name === undefined ? "<lambda>" : evaluator.text(name)]
      .filter((part) => part !== "")
      .join(".");
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const key = count === 1 ? path : `${path}~${String(count)}`;
    keys.set(node, key);
    const given = node.type === "lambda" ? callOfArgument(node) : undefined;
    const placement = given === undefined ? "own" : callbackPlacement(evaluator, given);
    functions.push({ key, parent: place.owner, colour: colourOf(node), placement, span: spanOf(node) });
    nodes.push(node);
    return { owner: key, prefix: key, loopDepth: placement === "inline" ? place.loopDepth + 1 : 0 };
  };

  const visitChildren = (node: PyNode, place: Place): void => {
    for (const child of node.children) visit(child, place);
  };

  const visit = (node: PyNode, place: Place): void => {
    switch (node.type) {
      case "type":
        return;
      case "function_definition":
      case "lambda": {
        const inside = addFunction(node, place);
        for (const child of node.children) visit(child, child.field === "body" ? inside : place);
        return;
      }
      case "class_definition": {
        const name = childOf(node, "name");
        const prefix = [place.prefix, name === undefined ? "" : evaluator.text(name)]
          .filter((part) => part !== "")
          .join(".");
        return visitChildren(node, { ...place, prefix });
      }
      case "call":
        pending.push({ form: "call", node, place });
        addCallbacks(node, place);
        return visitChildren(node, place);
      case "with_item":
        if (childOfType(node.parent?.parent ?? node, "async") === undefined)
          addImplicit(withValue(node), "__enter__", place);
        return visitChildren(node, place);
      case "for_statement":
        if (childOfType(node, "async") === undefined) addImplicit(childOf(node, "right"), "__iter__", place);
        return visitLoop(node, ["body"], place);
      case "while_statement":
        return visitLoop(node, ["condition", "body"], place);
      default:
        return isComprehension(node) ? visitComprehension(node, place) : visitChildren(node, place);
    }
  };

  const visitLoop = (node: PyNode, repeated: readonly string[], place: Place): void => {
    for (const child of node.children) {
      const isRepeated = child.field !== undefined && repeated.includes(child.field);
      visit(child, isRepeated ? { ...place, loopDepth: place.loopDepth + 1 } : place);
    }
  };

  /** The first iterable is evaluated once, everything else per element. */
  const visitComprehension = (node: PyNode, place: Place): void => {
    const first = childOfType(node, "for_in_clause");
    if (first !== undefined && childOfType(first, "async") === undefined) {
      addImplicit(childOf(first, "right"), "__iter__", place);
    }
    const inLoop = { ...place, loopDepth: place.loopDepth + 1 };
    for (const child of node.children) {
      if (child !== first) visit(child, inLoop);
      else for (const part of child.children) visit(part, part.field === "right" ? place : inLoop);
    }
  };

  const addImplicit = (value: PyNode | undefined, method: string, place: Place): void => {
    if (value !== undefined) pending.push({ form: "implicit", node: value, method, place });
  };

  /** `map(requests.get, urls)`: the reference is called for every element. */
  const addCallbacks = (node: PyNode, place: Place): void => {
    for (const argument of childOf(node, "arguments")?.children ?? []) {
      const value = argument.type === "keyword_argument" ? childOf(argument, "value") : argument;
      if (value === undefined || !/^(identifier|attribute)$/.test(value.type)) continue;
      if (callbackPlacement(evaluator, node) !== "inline") continue;
      pending.push({ form: "callback", node: value, place: { ...place, loopDepth: place.loopDepth + 1 } });
    }
  };

  visitChildren(root, { owner: "", prefix: "", loopDepth: 0 });
  const keyOf = (node: PyNode): string | undefined => keys.get(node);
  const drawn = drawnElsewhere(evaluator);
  const isDrawn = ({ node }: Pending): boolean => drawn.size > 0 && drawn.has(nameGiven(evaluator, node) ?? "");
  return {
    functions: functions.map((facts, index) => withUses(evaluator, facts, nodes[index] ?? root, keyOf)),
    calls: pending.filter((item) => !isDrawn(item)).flatMap((item) => callFacts(evaluator, keyOf, item)),
    keyOf,
  };
}

function colourOf(node: PyNode): Colour {
  const isAsync = childOfType(node, "async") !== undefined;
  const body = childOf(node, "body");
  const yields = body !== undefined && hasYield(body);
  if (isAsync) return yields ? "async-generator" : "async";
  return yields ? "generator" : "sync";
}

function hasYield(node: PyNode): boolean {
  if (node.type === "yield") return true;
  return node.type !== "function_definition" && node.type !== "lambda" && node.children.some(hasYield);
}

/** The value of `with value as name`. */
function withValue(item: PyNode): PyNode | undefined {
  const value = childOf(item, "value");
  return value?.type === "as_pattern" ? value.children[0] : value;
}

function callFacts(
  evaluator: PyEvaluator,
  keyOf: (node: PyNode) => string | undefined,
  item: Pending,
): readonly CallFacts[] {
  const { form, node, place } = item;
  // What is awaited gives control back, or isn't what its name says.
  if (form === "call" && (isAwaited(node) || expectsNoWait(evaluator, node))) return [];
  const target = form === "call" ? childOf(node, "function") : node;
  if (target === undefined) return [];
  const value = evaluator.valueOf(target);
  const callee = toReference(item.method === undefined ? value : extend(value, property(item.method)), keyOf);
  if (callee.kind === "unknown") return [];
  const nameSpan = form === "call" ? nameSpanOf(target, evaluator) : spanOf(target);
  const list = form === "call" ? (childOf(node, "arguments")?.children ?? []) : [];
  const { owner, loopDepth } = place;
  const arguments_ = list.filter((child) => child.type !== "comment").map((child) => argumentFacts(evaluator, child));
  const shape = form === "callback" ? "callback" : "call";
  return [
    { span: spanOf(node), nameSpan, owner, callee, form: shape, awaited: false, loopDepth, arguments: arguments_ },
  ];
}

function isAwaited(node: PyNode): boolean {
  let { parent } = node;
  while (parent?.type === "parenthesized_expression") ({ parent } = parent);
  return parent?.type === "await";
}

/** The name that a value is assigned to, by itself or as one of two. */
function nameGiven(evaluator: PyEvaluator, node: PyNode): string | undefined {
  let { parent } = node;
  while (
    parent !== undefined &&
    /^(parenthesized_expression|conditional_expression|boolean_operator)$/.test(parent.type)
  )
    ({ parent } = parent);
  const left = parent?.type === "assignment" ? childOf(parent, "left") : undefined;
  return left?.type === "identifier" ? evaluator.text(left) : undefined;
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

function argumentFacts(evaluator: PyEvaluator, argument: PyNode): ArgumentFacts {
  if (argument.type !== "keyword_argument") return valueFacts(evaluator, argument);
  const [name, value] = [childOf(argument, "name"), childOf(argument, "value")];
  const facts: ArgumentFacts = value === undefined ? { shape: "other" } : valueFacts(evaluator, value);
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
    case "true":
      return { shape: "boolean", literal: true };
    case "false":
      return { shape: "boolean", literal: false };
    case "none":
      return { shape: "object" };
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

function spanOf(node: PyNode): Span {
  return { start: node.start, end: node.end };
}
