/** Whether `await` may stand where an expression stands, and what it needs around it. */
import type { PyEvaluator } from "../evaluate";
import { isComprehension } from "../scopes";
import { childOf, childOfType, descendants, type PyNode } from "../tree";
import type { LocalEdit } from "./plan";

/** Edits that an `await` needs around it, or why it can't stand there: the words after "because". */
export type Site = { readonly edits: readonly LocalEdit[] } | { readonly refusal: string };

/** The first version with `await` inside a comprehension that is inside another one (bpo-33346). */
const MINOR_WITH_NESTED = 11;
/** The first version in which a decorator is any expression. */
const MINOR_WITH_DECORATORS = 9;
/** Builtins that run through all of what they get, whatever it holds. */
const CONSUMERS = /^(sum|list|tuple|set|frozenset|sorted|max|min|dict|bytes|bytearray)$/;

/** Looks outwards from `node` to the function whose frame evaluates it. */
export function awaitSite(evaluator: PyEvaluator, node: PyNode, minor: number): Site {
  const edits: LocalEdit[] = [];
  let comprehensions = 0;
  for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.type === "type" || outer.type === "type_alias_statement") return { refusal: "an annotation can't await" };
    if (outer.type === "lambda" && inner.field === "body") return { refusal: "a lambda can't await" };
    if (outer.type === "class_definition" && inner.field === "body") return { refusal: "a class body can't await" };
    if (outer.type === "function_definition" && inner.field === "body") {
      const refusal = functionRefusal(evaluator, outer);
      return refusal === undefined ? { edits } : { refusal };
    }
    if (outer.type === "decorator" && minor < MINOR_WITH_DECORATORS)
      return { refusal: "a decorator can't await before Python 3.9" };
    if (isComprehension(outer) && !isFirstIterable(node, outer)) {
      comprehensions++;
      if (comprehensions > 1 && minor < MINOR_WITH_NESTED) {
        return { refusal: "a nested comprehension can't await before Python 3.11" };
      }
      if (outer.type !== "generator_expression") continue;
      const brackets = listEdits(evaluator, outer);
      if (brackets === undefined)
        return { refusal: "with an await in it the generator expression would be asynchronous" };
      edits.push(...brackets);
    }
  }
  return { refusal: "it is at the top level of the file" };
}

/** Why the frame of a function can't await. */
function functionRefusal(evaluator: PyEvaluator, node: PyNode): string | undefined {
  if (childOfType(node, "async") !== undefined) return undefined;
  const name = childOf(node, "name");
  if (name !== undefined && /^__(init|new|post_init)__$/.test(evaluator.text(name))) {
    return "a constructor can't await: use an asynchronous factory";
  }
  const decorators = node.parent?.type === "decorated_definition" ? node.parent.children : [];
  const isProperty = decorators.some(
    (child) => child.type === "decorator" && /^@\s*(\w+\.)*(cached_)?property\b/.test(evaluator.text(child)),
  );
  if (isProperty) return "a property can't await";
  const body = childOf(node, "body");
  if (body !== undefined && ownNodes(body).some(({ type }) => type === "yield"))
    return "a synchronous generator can't await";
  return "the function around it isn't async";
}

/** `node` and what is below it, without the insides of functions and classes. */
export function ownNodes(node: PyNode): readonly PyNode[] {
  const nested = /^(function_definition|class_definition|lambda)$/;
  return [node, ...node.children.flatMap((child) => (nested.test(child.type) ? [] : ownNodes(child)))];
}

function isFirstIterable(node: PyNode, comprehension: PyNode): boolean {
  const first = childOfType(comprehension, "for_in_clause");
  const iterable = first === undefined ? undefined : childOf(first, "right");
  return iterable !== undefined && iterable.start <= node.start && node.end <= iterable.end;
}

/** A generator expression that a call runs through becomes a list; undefined where that would be something else. */
function listEdits(evaluator: PyEvaluator, node: PyNode): readonly LocalEdit[] | undefined {
  const { text } = evaluator.file;
  const list = node.parent;
  const isWhole = node.field === "arguments";
  const call = isWhole ? list : list?.type === "argument_list" ? list.parent : undefined;
  if (call?.type !== "call") return undefined;
  const callee = childOf(call, "function");
  if (callee === undefined || !isConsumer(evaluator, callee)) return undefined;
  if (!isWhole && list?.children[0] !== node) return undefined;
  if (text.charAt(node.start) !== "(" || text.charAt(node.end - 1) !== ")") return undefined;
  if (!isWhole) {
    return [
      { start: node.start, end: node.start + 1, text: "[", shared: true },
      { start: node.end - 1, end: node.end, text: "]", shared: true },
    ];
  }
  return [
    { start: node.start + 1, end: node.start + 1, text: "[", shared: true },
    { start: node.end - 1, end: node.end - 1, text: "]", closes: true, shared: true },
  ];
}

function isConsumer(evaluator: PyEvaluator, callee: PyNode): boolean {
  if (callee.type === "identifier") {
    const name = evaluator.text(callee);
    return CONSUMERS.test(name) && evaluator.bindingOf(name, callee) === undefined;
  }
  const [object, name] = [childOf(callee, "object"), childOf(callee, "attribute")];
  return object?.type === "string" && name !== undefined && evaluator.text(name) === "join";
}

/** Whether `await f()` in place of `node` would bind to what follows it, and so needs parentheses. */
export function needsParentheses(node: PyNode): boolean {
  const { parent } = node;
  if (parent?.type === "attribute") return childOf(parent, "object") === node;
  if (parent?.type === "call") return childOf(parent, "function") === node;
  return parent?.type === "subscript" && childOf(parent, "value") === node;
}

/** Why an expression can't move into a lambda, as the words after "because". */
export function lambdaRefusal(evaluator: PyEvaluator, node: PyNode): string | undefined {
  for (const inner of descendants(node)) {
    if (inner.type === "await" || inner.type === "async") return "what has to move with it awaits something";
    if (inner.type === "yield") return "what has to move with it yields";
    if (inner.type === "named_expression") return "what has to move with it assigns a name by `:=`";
    const frame = frameCall(evaluator, inner);
    if (frame !== undefined) return `\`${frame}\` means something else in another function`;
  }
  return undefined;
}

/** `super()`, `locals()`: calls whose result depends on the function that they stand in. */
export function frameCall(evaluator: PyEvaluator, node: PyNode): string | undefined {
  if (node.type !== "call") return undefined;
  const callee = childOf(node, "function");
  const text = evaluator.text(node).replace(/\s/g, "");
  return callee?.type === "identifier" && /^(super|locals|vars|dir|eval|exec)\(\)$/.test(text) ? text : undefined;
}
