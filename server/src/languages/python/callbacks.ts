/** When a function that is given to a call runs. What isn't in these tables runs nobody knows when, and stays quiet. */
import type { Placement } from "../../core/facts";
import type { PyEvaluator } from "./evaluate";
import { childOf, descendants, type PyNode } from "./tree";
import { textOfPath } from "./values";

/** Calls that run a function in another thread or process, by path. */
const OFFLOADERS: ReadonlySet<string> = new Set([
  "anyio.from_thread.run_sync",
  "anyio.to_interpreter.run_sync",
  "anyio.to_process.run_sync",
  "anyio.to_thread.run_sync",
  "asgiref.sync.sync_to_async",
  "asyncio.to_thread",
  "fastapi.concurrency.run_in_threadpool",
  "multiprocessing.Process",
  "starlette.concurrency.run_in_threadpool",
  "threading.Thread",
  "threading.Timer",
  "trio.to_thread.run_sync",
]);

/** The same by the method's name, whatever the receiver: executors, and the loops of frameworks. */
const OFFLOADING_METHODS =
  /^(run_in_executor|run_in_threadpool|(async_)?add_executor_job|submit|apply_async|run_sync)$/;

/** Calls that call back before they return, or whose results are made when somebody takes them there and then. */
const INLINE: ReadonlySet<string> = new Set([
  "builtins.filter",
  "builtins.map",
  "builtins.max",
  "builtins.min",
  "builtins.sorted",
  "functools.reduce",
]);

const SCHEDULING_METHODS =
  /^(call_soon|call_soon_threadsafe|call_later|call_at|add_done_callback|add_reader|add_writer|add_signal_handler)$/;

/** How a function given to `call` runs, if it is one; `own` where nobody knows. */
export function callbackPlacement(evaluator: PyEvaluator, call: PyNode): Placement {
  const whole = childOf(call, "function");
  // The grammar takes the `*` of `[*map(f, names)]` for a part of what is called.
  const callee = whole?.type === "list_splat" ? whole.children[0] : whole;
  if (callee === undefined) return "own";
  const path = textOfPath(evaluator.valueOf(callee));
  if (path !== undefined && OFFLOADERS.has(path)) return "off-loop";
  if (path !== undefined && INLINE.has(path)) return LAZY.test(path) ? takenIn(evaluator, call) : "inline";
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  const method = name === undefined ? "" : evaluator.text(name);
  if (OFFLOADING_METHODS.test(method)) return "off-loop";
  if (SCHEDULING_METHODS.test(method)) return "scheduled";
  if (method === "sort") return "inline";
  // `to_thread(partial(f, …))`: what is done with the partial is done with `f`.
  const outer = path === "functools.partial" ? callOfArgument(call) : undefined;
  return outer === undefined ? "own" : callbackPlacement(evaluator, outer);
}

/** What gives its elements when they are asked for. */
const LAZY = /^builtins\.(map|filter|zip|enumerate)$/;

/** Where the elements of a lazy call are made: `to_thread(list, map(load, names))` takes them in the thread. */
function takenIn(evaluator: PyEvaluator, call: PyNode): Placement {
  const outer = callOfArgument(call);
  const callee = outer === undefined ? undefined : childOf(outer, "function");
  if (outer === undefined || callee === undefined) return "inline";
  if (LAZY.test(textOfPath(evaluator.valueOf(callee)) ?? "")) return takenIn(evaluator, outer);
  return callbackPlacement(evaluator, outer) === "off-loop" ? "off-loop" : "inline";
}

/** The call that an expression is an argument of, by position or by keyword. */
export function callOfArgument(node: PyNode): PyNode | undefined {
  let { parent } = node;
  if (parent?.type === "keyword_argument") parent = parent.parent;
  return parent?.type === "argument_list" && parent.parent?.type === "call" ? parent.parent : undefined;
}

/**
 * Names whose elements are drawn off the loop, `to_thread(next, names)`: what makes such an iterator is lazy, or the file
 * would have handed that over too.
 */
export function drawnElsewhere(evaluator: PyEvaluator): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/[(,]\s*next\s*,/.test(evaluator.file.text)) return names;
  for (const node of descendants(evaluator.file.root)) {
    if (node.type !== "argument_list" || node.parent?.type !== "call") continue;
    const index = node.children.findIndex((child) => child.type === "identifier" && evaluator.text(child) === "next");
    const drawn = index < 0 ? undefined : node.children[index + 1];
    if (drawn?.type === "identifier" && callbackPlacement(evaluator, node.parent) === "off-loop")
      names.add(evaluator.text(drawn));
  }
  return names;
}
