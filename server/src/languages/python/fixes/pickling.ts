/** What can be sent to another process: functions that it can import, and arguments that can be pickled. */
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { functionAround } from "./hazards";
import { shortText } from "./moved";

/** Objects that belong to their process: locks, connections, open files, running commands. */
const HANDLES =
  /^(threading\.\w+|multiprocessing\.(Lock|RLock|Queue|Event)|socket\.(socket|create_connection)|sqlite3\.(connect|Connection)|builtins\.open|io\.\w+|asyncio\.\w+|concurrent\.futures\.\w+|subprocess\.Popen|ssl\.\w+|queue\.\w+|requests\.Session|httpx\.\w*Client)\(\)/;

/** Why the arguments of a call can't be sent: a clause; undefined where nothing is seen that can't. */
export function argumentRefusal(evaluator: PyEvaluator, call: PyNode): string | undefined {
  const list = childOf(call, "arguments");
  if (list?.type === "generator_expression") return "a generator can't be pickled";
  for (const argument of list?.children ?? []) {
    const value = argument.type === "keyword_argument" ? childOf(argument, "value") : argument;
    if (value !== undefined && isUnpicklable(evaluator, value))
      return `\`${shortText(evaluator, value)}\` can't be pickled`;
  }
  return undefined;
}

export function isUnpicklable(evaluator: PyEvaluator, node: PyNode): boolean {
  if (/^(lambda|generator_expression)$/.test(node.type)) return true;
  const value = evaluator.valueOf(node);
  const isLocal = (definition: PyNode): boolean => functionAround(definition) !== undefined;
  if (value.kind === "function" || value.kind === "class" || value.kind === "instance")
    return value.node.type === "lambda" || isLocal(value.node) || heldHandle(evaluator, value) !== undefined;
  return HANDLES.test(textOfPath(value) ?? "");
}

/** An attribute of an instance's class that holds something of this process: `self.lock`. */
function heldHandle(evaluator: PyEvaluator, { kind, node }: { kind: string; node: PyNode }): string | undefined {
  if (kind !== "instance") return undefined;
  return handleOf(evaluator, node);
}

/** The first attribute that a class's methods give such an object. */
function handleOf(evaluator: PyEvaluator, definition: PyNode): string | undefined {
  for (const node of descendants(definition)) {
    const [left, right] = node.type === "assignment" ? [childOf(node, "left"), childOf(node, "right")] : [];
    if (left?.type !== "attribute" || right === undefined) continue;
    if (right.type === "lambda" || HANDLES.test(textOfPath(evaluator.valueOf(right)) ?? ""))
      return evaluator.text(left);
  }
  return undefined;
}

/** Why a function that isn't its module's own can't be sent, by what it is; undefined where it may be moved to the module. */
export function placeRefusal(evaluator: PyEvaluator, callee: PyNode, function_: PyNode): string | undefined {
  const name = shortText(evaluator, callee);
  const home = classAround(function_);
  if (home === undefined) return undefined;
  const title = childOf(home, "name");
  const className = title === undefined ? "its class" : `\`${evaluator.text(title)}\``;
  if (functionAround(home) !== undefined) return `${className} is a class inside a function, which can't be imported`;
  const handle = handleOf(evaluator, home);
  if (handle !== undefined) return `\`${name}\` would be sent with its object, and \`${handle}\` can't be pickled`;
  return `\`${name}\` is a method: what it sees would be a copy of its object`;
}

/** The class whose method a function is. */
export function classAround(function_: PyNode): PyNode | undefined {
  const holder = function_.parent?.type === "decorated_definition" ? function_.parent.parent : function_.parent;
  return holder?.parent?.type === "class_definition" ? holder.parent : undefined;
}

/** Whether a function is a static method of a class at the top of the file: it has a name that can be imported. */
export function isStatic(evaluator: PyEvaluator, function_: PyNode): boolean {
  const home = classAround(function_);
  const holder = function_.parent;
  if (home === undefined || functionAround(home) !== undefined || holder?.type !== "decorated_definition") return false;
  const [decorator, ...others] = holder.children.filter(({ type }) => type === "decorator");
  if (decorator === undefined || others.length > 0 || classAround(home) !== undefined) return false;
  return evaluator.text(decorator).replace(/\s/g, "") === "@staticmethod";
}
