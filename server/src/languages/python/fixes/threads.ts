/** What a function does that matters when it runs in a thread: what it shares with others, and what it calls. */
import { Kept } from "../../../core/kept";
import type { ThreadCall, ThreadUse } from "../../language";
import type { PyEvaluator } from "../evaluate";
import type { Scope } from "../scopes";
import { childOf, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { functionAround } from "./hazards";
import { isPlain, shortText } from "./moved";
import { staysIn } from "./stays";

/** Methods that change what they are called on. */
const MUTATORS =
  /^(add|append|appendleft|clear|discard|extend|insert|pop|popitem|popleft|remove|reverse|setdefault|sort|update)$/;
/** What may be called from a thread although it belongs to an asynchronous library. */
const FOR_THREADS = /^(asyncio\.(run|run_coroutine_threadsafe)|(anyio|trio)\.(run|from_thread\..*))$/;
/** They change the whole process. */
const PROCESS_STATE =
  /^(os\.(chdir|fchdir|umask|putenv|unsetenv|setuid|setgid)|locale\.setlocale|sys\.setrecursionlimit)$/;
/** Classes, and functions that give a new object each time. */
const MAKERS = /^([A-Z]\w*|connect|cursor|open)$/;
/** Builtins that can change anything. */
const ANYTHING = /^(builtins\.)?(setattr|delattr|exec|eval|globals|__import__)$/;

/** The use of a `def` or `lambda`, with everything that is written in it. */
export function threadUseOf(evaluator: PyEvaluator, function_: PyNode): ThreadUse {
  const body = childOf(function_, "body") ?? function_;
  const calls: ThreadCall[] = [];
  let hazard: string | undefined;
  let refusal: string | undefined;
  for (const node of descendants(body)) {
    if (node.type !== "call") {
      hazard ??= changed(evaluator, function_, node) ?? changing(evaluator, function_, node);
      continue;
    }
    const callee = childOf(node, "function");
    if (callee === undefined) continue;
    const path = textOfPath(evaluator.valueOf(callee)) ?? "";
    const name = shortText(evaluator, callee);
    if (/^(asyncio|anyio|trio)\./.test(path) && !FOR_THREADS.test(path))
      refusal ??= `\`${name}\` only works on the event loop's thread`;
    else if (path === "signal.signal") refusal ??= `\`${name}\` only works in the main thread`;
    else if (PROCESS_STATE.test(path) || (ANYTHING.test(path) && isBuiltin(evaluator, callee)))
      hazard ??= `\`${name}\` changes what others use`;
    else if (isMutator(evaluator, callee)) {
      const receiver = childOf(callee, "object");
      if (receiver !== undefined && !isOwn(evaluator, function_, receiver))
        hazard ??= `\`${shortText(evaluator, receiver)}\` is changed in the thread`;
    } else if (!path.startsWith("logging.") && !isPlain(evaluator, callee)) {
      const receiver = childOf(callee, "object");
      const isLocal = receiver !== undefined && isOwn(evaluator, function_, receiver);
      const span = { start: node.start, end: node.end };
      calls.push({ span, name, isLocal, stays: staysIn(evaluator, function_, node) });
    }
  }
  return {
    ...(hazard === undefined ? {} : { hazard }),
    ...(refusal === undefined ? {} : { refusal }),
    calls,
  };
}

function isBuiltin(evaluator: PyEvaluator, callee: PyNode): boolean {
  return callee.type === "identifier" && evaluator.bindingOf(evaluator.text(callee), callee) === undefined;
}

function isMutator(evaluator: PyEvaluator, callee: PyNode): boolean {
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  return name !== undefined && MUTATORS.test(evaluator.text(name));
}

/** Something outside of the function that the node changes. */
function changed(evaluator: PyEvaluator, function_: PyNode, node: PyNode): string | undefined {
  if (/^(global|nonlocal)_statement$/.test(node.type)) {
    const names = node.children.map((child) => evaluator.text(child)).join(", ");
    return `\`${names}\` of an outer scope is set in the thread`;
  }
  const isTarget =
    node.type === "delete_statement" ||
    node.type === "as_pattern_target" ||
    (node.field === "left" && /^((augmented_)?assignment|for_statement|for_in_clause)$/.test(node.parent?.type ?? ""));
  if (!isTarget) return undefined;
  for (const target of targetsIn(node)) {
    if (!isOwn(evaluator, function_, target)) return `\`${shortText(evaluator, target)}\` is set in the thread`;
  }
  return undefined;
}

/** The attributes and items that a target is made of. */
function targetsIn(node: PyNode): readonly PyNode[] {
  if (/^(attribute|subscript)$/.test(node.type)) return [node];
  return node.children.flatMap(targetsIn);
}

/** Something that the function reads and that others change meanwhile. */
function changing(evaluator: PyEvaluator, function_: PyNode, node: PyNode): string | undefined {
  const name = evaluator.text(node);
  if (node.type === "attribute" && node.field !== "left") {
    const attribute = childOf(node, "attribute");
    if (attribute === undefined || isOwn(evaluator, function_, node)) return undefined;
    return isChangedAttribute(evaluator, evaluator.text(attribute), function_)
      ? `\`${shortText(evaluator, node)}\` may be changed while the thread reads it`
      : undefined;
  }
  if (node.type !== "identifier" || node.field === "attribute" || node.field === "name") return undefined;
  const binding = evaluator.bindingOf(name, node);
  if (binding === undefined || isInside(binding.scope, function_)) return undefined;
  const { sources } = binding;
  const isRebound = sources.length > 1 && sources.some(({ kind }) => kind !== "import");
  if (!isRebound && !isMutatedName(evaluator, name)) return undefined;
  return `\`${name}\` may be changed while the thread reads it`;
}

function isInside(scope: Scope, function_: PyNode): boolean {
  return function_.start <= scope.node.start && scope.node.end <= function_.end && scope.node.type !== "module";
}

/** Whether what an attribute or an item hangs on was made by the function itself. `asked`: names on the way to the answer. */
function isOwn(evaluator: PyEvaluator, function_: PyNode, node: PyNode, asked = new Set<string>()): boolean {
  const root = rootOf(node);
  if (root.type !== "identifier") return /^(list|dictionary|set|tuple|string|call)$/.test(root.type);
  const name = evaluator.text(root);
  const binding = evaluator.bindingOf(name, root);
  if (binding === undefined || !isInside(binding.scope, function_)) return false;
  // `x = x.next()` says nothing new of `x`.
  if (asked.has(name)) return true;
  asked.add(name);
  return binding.sources.every((source) => {
    if (source.kind === "entered") return isMade(evaluator, function_, source.value, asked);
    return source.kind === "value" && source.value !== undefined && isMade(evaluator, function_, source.value, asked);
  });
}

function rootOf(node: PyNode): PyNode {
  let root = node;
  for (;;) {
    const inner = root.type === "subscript" ? childOf(root, "value") : childOf(root, "object");
    if (inner === undefined) return root;
    root = inner;
  }
}

/** A literal, or what a class or a function of a module gives. */
function isMade(evaluator: PyEvaluator, function_: PyNode, value: PyNode, asked: Set<string>): boolean {
  if (/^(list|dictionary|set|tuple|string|integer|float|none|true|false)$|comprehension$/.test(value.type)) return true;
  const callee = value.type === "call" ? childOf(value, "function") : undefined;
  if (callee === undefined) return false;
  const made = evaluator.valueOf(callee);
  if (made.kind === "class") return true;
  // Of a function's result nobody knows whose it is, but for what is known to make something: `sqlite3.connect(p).cursor()`.
  const last = made.kind === "path" ? made.steps.at(-1) : undefined;
  if (made.kind !== "path" || last?.kind !== "property" || !(MAKERS.test(last.name) || isPlain(evaluator, callee)))
    return false;
  const root = rootOf(callee);
  if (root.type !== "identifier") return isMade(evaluator, function_, root, asked);
  return !isShared(evaluator, function_, root, asked);
}

/** A name that stands for an object that others have too; modules are nobody's. */
function isShared(evaluator: PyEvaluator, function_: PyNode, name: PyNode, asked: Set<string>): boolean {
  const binding = evaluator.bindingOf(evaluator.text(name), name);
  if (binding === undefined) return false;
  if (binding.sources.every(({ kind }) => kind === "import" || kind === "class" || kind === "function")) return false;
  return !isOwn(evaluator, function_, name, asked);
}

/** Whether the file gives attributes of this name a new value or changes what they hold, outside of constructors. */
function isChangedAttribute(evaluator: PyEvaluator, name: string, function_: PyNode): boolean {
  return changes(evaluator).some(({ target, at }) => {
    const attribute = target.type === "attribute" ? childOf(target, "attribute") : undefined;
    if (attribute === undefined || evaluator.text(attribute) !== name) return false;
    const home = functionAround(at);
    const owner = home === undefined ? undefined : childOf(home, "name");
    return home !== function_ && (owner === undefined || evaluator.text(owner) !== "__init__");
  });
}

/** Whether the file changes what a name of an outer scope holds. */
function isMutatedName(evaluator: PyEvaluator, name: string): boolean {
  return changes(evaluator).some(({ target, isInPlace }) => {
    return isInPlace && target.type === "identifier" && evaluator.text(target) === name;
  });
}

interface Change {
  /** What is given another value, or whose content changes. */
  readonly target: PyNode;
  readonly at: PyNode;
  readonly isInPlace: boolean;
}

const known = new Kept<PyNode, readonly Change[]>();

/** All changes that a file makes to attributes and to what names hold; found once. */
function changes(evaluator: PyEvaluator): readonly Change[] {
  const { root } = evaluator.file;
  let found = known.get(root);
  if (found === undefined) known.set(root, (found = [...findChanges(evaluator, root)]));
  return found;
}

function* findChanges(evaluator: PyEvaluator, root: PyNode): Generator<Change> {
  for (const node of descendants(root)) {
    if (node.type === "call") {
      const callee = childOf(node, "function");
      const receiver = callee !== undefined && isMutator(evaluator, callee) ? childOf(callee, "object") : undefined;
      if (receiver !== undefined) yield { target: receiver, at: node, isInPlace: true };
    }
    const isStatement = node.type === "delete_statement" || /^(augmented_)?assignment$/.test(node.type);
    const left = node.type === "delete_statement" ? node : childOf(node, "left");
    if (!isStatement || left === undefined) continue;
    for (const target of targetsIn(left)) {
      if (target.type === "attribute") yield { target, at: node, isInPlace: false };
      const holder = target.type === "subscript" ? childOf(target, "value") : childOf(target, "object");
      if (holder !== undefined) yield { target: holder, at: node, isInPlace: true };
    }
  }
}
