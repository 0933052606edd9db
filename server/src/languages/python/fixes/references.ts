/**
 * A function that is handed on by its name and runs inline → all that runs it, in a thread: `sorted(names, key=os.path.getmtime)`,
 * `list(map(load, names))`. What `map` and `filter` give is lazy, so that whatever takes all of it has to move along.
 */
import { callOfArgument } from "../callbacks";
import type { PyEvaluator } from "../evaluate";
import { childOf, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { executorHop, librariesOf, minorOf, threadHops, type Hop } from "./hop";
import { changeableRead, suspensionHazard } from "./hazards";
import { isPlain, movedCaution, shortText } from "./moved";
import { isOpener, type Job, type Plan, type Planned } from "./plan";
import { awaitSite, needsParentheses } from "./site";
import { closing, startOf, wrapCall } from "./wrap";

/** They call back when somebody takes what they give. */
const LAZY = /^builtins\.(map|filter|zip|enumerate)$/;
/** They have taken all they need when they return, and keep nothing of what gives it. */
const EAGER = /^(builtins\.(all|any|dict|frozenset|list|max|min|set|sorted|sum|tuple)|functools\.reduce)$/;

/** The call that runs a reference, or a lazy one that a loop walks through. */
interface Runner {
  readonly node: PyNode;
  readonly asList: boolean;
  readonly caution?: string;
}

/** Plans for a reference that is called back; undefined where the node isn't one. */
export function planReference(job: Job): Planned | undefined {
  const { evaluator, call, targets } = job;
  if (!/^(identifier|attribute)$/.test(call.type)) return undefined;
  const given = callOfArgument(call);
  if (given === undefined) return undefined;
  const runner = runnerOf(evaluator, given);
  if ("refusal" in runner) return runner;
  const inside = [...targets].filter(([node]) => runner.node.start <= node.start && node.end <= runner.node.end);
  // Calls among the arguments run before, where they stand; references run in the thread.
  const moved = inside.filter(([node]) => node.type !== "call").flatMap(([, list]) => list);
  if (moved.some(({ entry }) => entry.guards?.includes("thread-affinity")))
    return { refusal: "it belongs to the thread that made it" };
  if (moved.some((target) => isOpener(target) || target.entry.guards?.includes("lazy-result")))
    return { refusal: "what it gives would still work on this thread" };
  const refused = moved.find(({ own }) => own?.refusal !== undefined)?.own?.refusal;
  if (refused !== undefined) return { refusal: refused };
  const site = awaitSite(evaluator, runner.node, minorOf(job));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, runner.node);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const cautions = [
    hazard?.caution,
    runner.caution,
    ...moved.flatMap(({ own }) => own?.cautions ?? []),
    ...calledThere(job, runner.node),
  ].filter((text) => text !== undefined);
  return { plans: plansOf(job, runner, { cautions: [...new Set(cautions)], edits: site.edits }) };
}

function plansOf(job: Job, { node, asList }: Runner, around: Parameters<typeof wrapCall>[2]): readonly Plan[] {
  const { libraries, isSure } = librariesOf(job);
  const hops = threadHops(job, node);
  const pool = libraries.includes("asyncio") && isSure ? [executorHop(job, node, "ThreadPoolExecutor")] : [];
  const outer: Job = { ...job, call: node };
  return [...hops, ...pool].map((hop) => (asList ? wrapAsList(outer, hop, around) : wrapCall(outer, hop, around)));
}

/** `map(load, names)` → `await asyncio.to_thread(list, map(load, names))`. */
function wrapAsList(job: Job, hop: Hop, around: Parameters<typeof wrapCall>[2]): Plan {
  const { evaluator, call } = job;
  const isFollowed = needsParentheses(call);
  const start = startOf(evaluator.file.text, call);
  const before = `${isFollowed ? "(" : ""}await ${hop.open}list${hop.isCurried === true ? ")(" : ", "}`;
  return {
    title: `Run \`${shortText(evaluator, call)}\` in a thread: \`${hop.name}\``,
    cautions: [...around.cautions, ...hop.cautions],
    edits: [...around.edits, { start, end: start, text: before }, closing(call.end, isFollowed ? "))" : ")")],
    needs: hop.needs,
    range: { start: call.start, end: call.end },
    moves: false,
  };
}

/** What takes all that `call` gives, where that is lazy; else the call itself. */
function runnerOf(evaluator: PyEvaluator, call: PyNode): Runner | { readonly refusal: string } {
  const path = pathOf(evaluator, call);
  if (path === "functools.partial" || LAZY.test(path)) {
    const outer = callOfArgument(call);
    if (outer !== undefined) return runnerOf(evaluator, outer);
    const walker = call.field === "right" ? call.parent?.type : undefined;
    if (LAZY.test(path) && (walker === "for_statement" || walker === "for_in_clause"))
      return { node: call, asList: true, caution: "everything is read before the loop starts" };
    return { refusal: "nobody knows who takes what it gives, and when" };
  }
  if (EAGER.test(path)) return { node: call, asList: false };
  const method = methodOf(evaluator, call);
  const receiver = method === undefined ? "" : evaluator.text(method.receiver);
  if (method?.name === "join" && /^[rbu]*["']/.test(receiver)) return { node: call, asList: false };
  if (method?.name === "sort" && /^[\w.]+$/.test(receiver))
    return { node: call, asList: false, caution: `\`${receiver}\` is empty for others while it is sorted` };
  // Without another value its end is an exception that no future can hold.
  if (path === "builtins.next" && childOf(call, "arguments")?.children.length === 2)
    return { node: call, asList: false };
  return { refusal: "it is called back by what it is given to" };
}

function pathOf(evaluator: PyEvaluator, call: PyNode): string {
  const callee = childOf(call, "function");
  return (callee && textOfPath(evaluator.valueOf(callee))) ?? "";
}

function methodOf(
  evaluator: PyEvaluator,
  call: PyNode,
): { readonly name: string; readonly receiver: PyNode } | undefined {
  const callee = childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
  const receiver = callee?.type === "attribute" ? childOf(callee, "object") : undefined;
  return name === undefined || receiver === undefined ? undefined : { name: evaluator.text(name), receiver };
}

/** What else happens in the thread: other functions, generators, and what others may change meanwhile. */
function* calledThere(job: Job, node: PyNode): Generator<string | undefined> {
  const { evaluator, targets } = job;
  const path = pathOf(evaluator, node);
  const [first] = childOf(node, "arguments")?.children ?? [];
  for (const argument of childOf(node, "arguments")?.children ?? []) {
    const isKey = argument.type === "keyword_argument";
    const value = isKey ? childOf(argument, "value") : argument;
    if (value === undefined || targets.has(value)) continue;
    const isFunction = value.type === "lambda" || isKey || (argument === first && CALLING_FIRST.test(path));
    if (isFunction && value.type !== "call") {
      const isNamed = value.type === "identifier" || value.type === "attribute";
      if (value.type === "lambda" || (isNamed && !isPlain(evaluator, value)))
        yield `\`${shortText(evaluator, value)}\` is called in the thread`;
    } else if (value.type === "generator_expression") yield movedCaution(evaluator, value, targets);
    else if (value.type === "call") {
      if (LAZY.test(pathOf(evaluator, value)) || isFunction) yield* calledThere(job, value);
      else if (!isPlain(evaluator, childOf(value, "function") ?? value))
        yield `a generator of \`${shortText(evaluator, value)}\` would run in the thread`;
    } else {
      const read = changeableRead(evaluator, value);
      if (read !== undefined) yield `\`${read}\` may change while it waits`;
    }
  }
}

const CALLING_FIRST = /^(builtins\.(map|filter)|functools\.(partial|reduce))$/;
