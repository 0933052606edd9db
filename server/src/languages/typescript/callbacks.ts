/** When a callback runs, by what it is given to. What isn't in these tables runs nobody knows when, and stays quiet. */
import { ts } from "ts-morph";
import type { Placement } from "../../core/facts";
import type { Evaluator } from "./evaluate";
import { skipWrappers } from "./evaluate";
import { pathText, type Value } from "./values";

/** How a function given to a call runs; `repeated`: once per element. */
export interface CallbackUse {
  readonly placement: Placement;
  readonly repeated: boolean;
}

const NOT_A_CALLBACK: CallbackUse = { placement: "own", repeated: false };
const INLINE_ONCE: CallbackUse = { placement: "inline", repeated: false };
const INLINE_REPEATED: CallbackUse = { placement: "inline", repeated: true };
const SCHEDULED: CallbackUse = { placement: "scheduled", repeated: false };
const OFF_LOOP: CallbackUse = { placement: "off-loop", repeated: false };

/** Methods of arrays, typed arrays, strings, maps and sets that call back before they return. */
const INLINE_METHODS: ReadonlySet<string> = new Set([
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "flatMap",
  "forEach",
  "map",
  "reduce",
  "reduceRight",
  "replace",
  "replaceAll",
  "some",
  "sort",
  "toSorted",
]);

/** Those of them that other things than arrays hardly have. */
const ARRAY_METHODS: ReadonlySet<string> = new Set("every filter findIndex flatMap forEach map reduce some".split(" "));

/** Functions that call back before they return, by path. */
const INLINE_FUNCTIONS: ReadonlySet<string> = new Set([
  "Array.from",
  "JSON.parse",
  "JSON.stringify",
  "Map.groupBy",
  "Object.groupBy",
  "Reflect.apply",
]);

/** Libraries whose functions of the names above do the same as the arrays' methods. */
const COLLECTION_LIBRARIES: ReadonlySet<string> = new Set(["lodash", "lodash-es", "underscore"]);

const SCHEDULER_FUNCTIONS: ReadonlySet<string> = new Set([
  "process.nextTick",
  "queueMicrotask",
  "requestAnimationFrame",
  "requestIdleCallback",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "timers.setImmediate",
  "timers.setInterval",
  "timers.setTimeout",
]);

/** Methods of promises, emitters and of the servers that people write request handlers for. */
const SCHEDULER_METHODS: ReadonlySet<string> = new Set([
  ...["addEventListener", "addListener", "on", "once", "prependListener", "prependOnceListener"],
  ...["catch", "finally", "then"],
  ...["all", "delete", "get", "head", "options", "patch", "post", "put", "use"],
]);

const LISTENER_METHODS: ReadonlySet<string> = new Set([
  "addListener",
  "on",
  "once",
  "prependListener",
  "prependOnceListener",
]);

/** Events of `process` after which no asynchronous work is waited for, or where waiting loses the event. */
const LAST_EVENTS = /^(exit|beforeExit|SIG[A-Z0-9]+|uncaughtException(Monitor)?|unhandledRejection|disconnect)$/;

/** Functions that run what they are given in another thread or process. */
const OFFLOADERS: ReadonlySet<string> = new Set(["workerpool.pool().exec", "workerpool.pool().proxy", "threads.spawn"]);

/** How the argument `argument` of `call` is run, if it is a function. */
export function callbackUse(
  evaluator: Evaluator,
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Expression,
): CallbackUse {
  const callee = evaluator.calleeOf(call);
  const path = pathText(callee);
  if (ts.isNewExpression(call)) {
    return path === "Promise" && call.arguments?.[0] === argument ? INLINE_ONCE : NOT_A_CALLBACK;
  }
  if (path !== undefined && INLINE_FUNCTIONS.has(path)) return INLINE_REPEATED;
  if (path !== undefined && SCHEDULER_FUNCTIONS.has(path)) return SCHEDULED;
  if (path !== undefined && OFFLOADERS.has(path)) return OFF_LOOP;
  const target = skipWrappers(call.expression);
  if (!ts.isPropertyAccessExpression(target)) return NOT_A_CALLBACK;
  const method = target.name.text;
  const receiver = evaluator.valueOf(target.expression);
  if (LISTENER_METHODS.has(method) && pathText(receiver) === "process") {
    const event = call.arguments[0];
    if (event !== undefined && ts.isStringLiteralLike(event) && LAST_EVENTS.test(event.text)) return OFF_LOOP;
  }
  if (INLINE_METHODS.has(method) && mayBeCollection(receiver)) return INLINE_REPEATED;
  if (ARRAY_METHODS.has(method) && isField(receiver) && call.arguments[0] === argument) return INLINE_REPEATED;
  return SCHEDULER_METHODS.has(method) ? SCHEDULED : NOT_A_CALLBACK;
}

/**
 * `map` on something unknown is the array's; on a module or a member of one it is that module's own function, which
 * may do anything.
 */
function mayBeCollection(receiver: Value): boolean {
  if (receiver.kind === "class" || receiver.kind === "instance" || receiver.kind === "object") return false;
  if (receiver.kind !== "path" || receiver.root.kind !== "module") return true;
  if (receiver.steps.at(-1)?.kind === "call") return true;
  return COLLECTION_LIBRARIES.has(receiver.root.specifier);
}

/** Something that an object of another file holds: `suite.tests`. */
function isField(receiver: Value): boolean {
  if (receiver.kind !== "path" || receiver.steps.at(-1)?.kind !== "property") return false;
  return receiver.steps.some(({ kind }) => kind !== "property");
}

/** `array.map(reference)`: nothing else is handed over, and no `this`. */
export interface InlineReference {
  readonly node: ts.Identifier | ts.PropertyAccessExpression;
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
}

/** The methods that hand over an element, its index and the array. */
const ELEMENT_METHODS = /^(every|filter|find|findIndex|flatMap|forEach|map|some)$/;

/** The call that runs `node` for each element, where that is an array's method and `node` a name, or a member of one. */
export function inlineReference(evaluator: Evaluator, node: ts.Node): InlineReference | undefined {
  if (!isDottedName(node)) return undefined;
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments.length !== 1 || call.arguments[0] !== node) return undefined;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || !ELEMENT_METHODS.test(callee.name.text)) return undefined;
  return callbackUse(evaluator, call, node).placement === "inline" ? { node, call, callee } : undefined;
}

function isDottedName(node: ts.Node): node is InlineReference["node"] {
  if (ts.isIdentifier(node)) return true;
  return ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined && isDottedName(node.expression);
}

/** How a function or arrow expression runs, by where it is written. */
export function placementOf(evaluator: Evaluator, node: ts.Node): CallbackUse {
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return NOT_A_CALLBACK;
  let inner: ts.Expression = node;
  while (ts.isParenthesizedExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isCallExpression(parent) && parent.expression === inner) return INLINE_ONCE;
  if (ts.isPropertyAccessExpression(parent) && /^(call|apply)$/.test(parent.name.text) && isCallee(parent))
    return INLINE_ONCE;
  const isArgument = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== inner;
  return isArgument ? callbackUse(evaluator, parent, inner) : NOT_A_CALLBACK;
}

function isCallee(node: ts.Expression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}
