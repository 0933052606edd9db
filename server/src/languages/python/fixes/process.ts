/** A call that computes → the same call in another process. */
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { functionAround } from "./hazards";
import { anyioProcessHop, executorHop, isImportable, librariesOf, type Hop } from "./hop";
import { mainOnlyRefusal, toModule, type ModuleFunction } from "./moduleLevel";
import { shortText } from "./moved";
import { argumentRefusal, isStatic, placeRefusal } from "./pickling";
import type { Job, Plan, RefusedPlan } from "./plan";
import { wrapCall, type Surroundings } from "./wrap";

export interface ProcessPlans {
  readonly plans: readonly Plan[];
  readonly refused: readonly RefusedPlan[];
}

const NONE: ProcessPlans = { plans: [], refused: [] };

/** Plans for what belongs in a process, or why it can't be sent to one; nothing for what a thread is right for. */
export function processPlans(job: Job, around: Surroundings): ProcessPlans {
  const { call, evaluator, target } = job;
  if (target.entry.pool !== "process") return NONE;
  const callee = childOf(call, "function") ?? call;
  const refuse = (reason: string): ProcessPlans => {
    const title = `Run \`${shortText(evaluator, callee)}\` in a process`;
    return { plans: [], refused: [{ title, reason: `Not run in a process because ${reason}.` }] };
  };
  const argument = argumentRefusal(evaluator, call);
  if (argument !== undefined) return refuse(argument);
  const place = importablePlace(job, callee);
  if ("refusal" in place) return refuse(place.refusal);
  const hops = processHops(job);
  if ("refusal" in hops) return refuse(hops.refusal);
  const plans = hops.map((hop): Plan => {
    const plan = wrapCall(job, hop, around);
    const moved = place.edits.length === 0 ? "" : `, moved to the module as \`${place.name}\``;
    return { ...plan, title: plan.title + moved, edits: [...plan.edits, ...place.edits] };
  });
  return { plans, refused: [] };
}

/** The ways to a process that a project has, best first; none where nothing says which library its coroutines run under. */
export function processHops(job: Job): readonly Hop[] | { readonly refusal: string } {
  const { call, evaluator, project } = job;
  const { libraries, isSure } = librariesOf(job);
  const hasAnyio = libraries.includes("anyio") || project.pythonPackages?.anyio === "required";
  const hasAsyncio = libraries.includes("asyncio") && isSure;
  if (!hasAnyio && !hasAsyncio) return [];
  const startMethod = startMethodOf(evaluator);
  if (startMethod === false && !hasAnyio) return { refusal: "how processes start is only known when the program runs" };
  const hops = [
    ...(hasAnyio ? [anyioProcessHop(job, call)] : []),
    ...(hasAsyncio && startMethod !== false ? [executorHop(job, call, "ProcessPoolExecutor", startMethod)] : []),
  ];
  // Where the file runs under anyio that is first; where it is only at hand, last.
  return libraries.includes("anyio") ? hops : hops.toReversed();
}

/** Where another process finds what is called: as it is, or after it was moved. */
function importablePlace(job: Job, callee: PyNode): ModuleFunction | { readonly refusal: string } {
  const { evaluator, target } = job;
  const asItIs = { edits: [], name: "" };
  const value = evaluator.valueOf(callee);
  const mainOnly = value.kind === "function" ? mainOnlyRefusal(evaluator, value.node) : undefined;
  if (mainOnly !== undefined) return { refusal: `\`${shortText(evaluator, callee)}\` ${mainOnly}` };
  if (isImportable(job, callee)) return asItIs;
  const { own } = target;
  if (own === undefined) return { refusal: `\`${shortText(evaluator, callee)}\` can't be imported by its name` };
  const [caution] = own.cautions;
  if (caution !== undefined) return { refusal: `${caution}, which nobody here would see` };
  if (value.kind !== "function") return { refusal: "nobody knows what it is by its name" };
  if (isStatic(evaluator, value.node)) return asItIs;
  const refusal = placeRefusal(evaluator, callee, value.node);
  if (refusal !== undefined) return { refusal };
  const isModules = functionAround(value.node) === undefined && value.node.type === "function_definition";
  return isModules ? asItIs : toModule(job, callee, value.node);
}

/** How the file says that processes start: a literal, `undefined` where it doesn't, false where that is computed. */
function startMethodOf(evaluator: PyEvaluator): string | false | undefined {
  if (!evaluator.file.text.includes("set_start_method")) return undefined;
  for (const node of descendants(evaluator.file.root)) {
    const callee = node.type === "call" ? childOf(node, "function") : undefined;
    if (callee === undefined || textOfPath(evaluator.valueOf(callee)) !== "multiprocessing.set_start_method") continue;
    const method = childOf(node, "arguments")?.children[0];
    return method?.type === "string" ? evaluator.text(method) : false;
  }
  return undefined;
}
