/** A blocking call → plans, best first, or why there are none. */
import { childOf, type PyNode } from "../tree";
import { blockAround, planBlock } from "./block";
import { dropAsyncPlan } from "./dropAsync";
import { executorHop, librariesOf, minorOf, threadHops } from "./hop";
import type { AsyncLibrary } from "./library";
import { suspensionHazard } from "./hazards";
import { callbackCaution, movedCaution } from "./moved";
import { withNative } from "./native/index";
import { entryName, isOpener, type Job, type LocalEdit, type Plan, type Planned } from "./plan";
import { processPlans } from "./process";
import { planReference } from "./references";
import { awaitSite, lambdaRefusal } from "./site";
import { planWork } from "./work/index";
import { awaitNative, wrapCall, wrapLambda, type Surroundings } from "./wrap";

export function planCall(job: Job): Planned {
  if (job.target.work !== undefined) return planWork(job, job.target.work);
  const planned = withNative(job, planExecutor(job));
  const dropped = "plans" in planned ? dropAsyncPlan(job) : undefined;
  if (!("plans" in planned) || dropped === undefined) return planned;
  const [first, ...others] = planned.plans;
  return { ...planned, plans: [...(first === undefined ? [] : [first]), dropped, ...others] };
}

/** The call in a thread or a process, or awaited in place. */
function planExecutor(job: Job): Planned {
  const { evaluator, call, target } = job;
  const guards = target.entry.guards ?? [];
  const name = entryName(target);
  if (guards.includes("thread-affinity")) return { refusal: "it belongs to the thread that made it" };
  if (target.own?.refusal !== undefined) return { refusal: target.own.refusal };
  const block = target.own === undefined ? blockAround(job) : undefined;
  const whole = block === undefined ? undefined : planBlock(job, block);
  if (whole !== undefined && "plans" in whole) return whole;
  const reference = planReference(job);
  if (reference !== undefined) return reference;
  const form = formRefusal(job, name);
  if (form !== undefined) return { refusal: whole?.refusal ?? form };
  if (whole !== undefined && isOpener(target)) return whole;
  const moved = movedWith(job);
  if ("refusal" in moved) return moved;
  const site = awaitSite(evaluator, moved.node, minorOf(job));
  if ("refusal" in site) return site;
  const hazard = suspensionHazard(evaluator, moved.node);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const cautions = [
    hazard?.caution,
    ...(guards.includes("caution") ? [target.entry.caution ?? "it differs in rare cases"] : []),
    ...(target.own?.cautions ?? []),
  ];
  return moved.node === call && !moved.asList && moved.isTogether !== true
    ? directPlans(job, surroundings(cautions, site.edits))
    : lambdaPlans(job, moved, cautions, site.edits);
}

function surroundings(cautions: readonly (string | undefined)[], edits: readonly LocalEdit[]): Surroundings {
  return { cautions: cautions.filter((text) => text !== undefined), edits };
}

/** Ways to block that aren't a call in place. */
function formRefusal({ call, target }: Job, name: string): string | undefined {
  if (name === "__enter__") return "entering and leaving it belong together";
  if (name === "__iter__" || name === "__next__")
    return "it gives one item at a time: move the loop into a function, and run that in a thread";
  if (call.type !== "call") {
    const isOperator = target.own !== undefined && !/^(identifier|lambda)$/.test(call.type);
    return isOperator ? "reading it is what runs it" : "it is called back by what it is given to";
  }
  const callee = childOf(call, "function");
  return callee?.type === "identifier" && name === "next" ? "its end can't be told across threads" : undefined;
}

interface Moved {
  readonly node: PyNode;
  readonly asList: boolean;
  /** More of it blocks than the call itself. */
  readonly isTogether?: boolean;
  readonly caution?: string;
}

/** What has to move together with the call: a chain that goes on blocking, what a lazy result is given to. */
function movedWith(job: Job): Moved | { readonly refusal: string } {
  const { evaluator, call, target, targets } = job;
  if (target.entry.guards?.includes("lazy-result") === true) return lazyResult(job);
  const spine = spineOf(call);
  const blocking = spine.filter((node) => targets.has(node));
  const first = blocking[0];
  const outermost = blocking.at(-1) ?? call;
  const isAffine = blocking.some((node) =>
    targets.get(node)?.some(({ entry }) => entry.guards?.includes("thread-affinity")),
  );
  if (isAffine) return { refusal: "what it is called on belongs to the thread that made it" };
  const isLazy = blocking.some((node) => targets.get(node)?.some(({ entry }) => entry.guards?.includes("lazy-result")));
  if (isLazy) return { refusal: "an iterator in the middle of the chain works on this thread" };
  const isStream =
    first !== undefined &&
    childOf(first, "arguments")?.children.some((argument) =>
      /^stream\s*=\s*(?!False)/.test(evaluator.text(argument)),
    ) === true;
  const opens = targets.get(outermost)?.some(isOpener) === true;
  const last = spine.at(-1) ?? call;
  const given = outermost.type === "call" ? (childOf(outermost, "arguments")?.children ?? []) : [];
  const isGivenOpened = given.some((argument) => targets.get(argument)?.some(isOpener));
  if (!isStream && !opens) return { node: outermost, asList: false, isTogether: blocking.length > 1 || isGivenOpened };
  if (last !== outermost && last.type === "call") return { node: last, asList: false };
  if (isStream && last !== outermost) return { node: last, asList: false };
  const reader = opens ? readerOf(job, outermost) : undefined;
  if (reader !== undefined) return { node: reader, asList: false };
  return {
    refusal: isStream
      ? "with `stream` its body is read later, on this thread"
      : "what it opens would still be read and written on this thread: use it in a `with` block",
  };
}

/** The chain that a call is part of, from its first call or attribute outwards. */
function spineOf(call: PyNode): readonly PyNode[] {
  let node: PyNode | undefined = call;
  const below: PyNode[] = [];
  while (node !== undefined) {
    below.unshift(node);
    node =
      childOf(node, "function") ??
      childOf(node, "object") ??
      (node.type === "subscript" ? childOf(node, "value") : undefined);
  }
  const spine = below;
  for (let inner = call, outer = call.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    const isNext =
      (outer.type === "attribute" && inner.field === "object") ||
      (outer.type === "call" && inner.field === "function") ||
      (outer.type === "subscript" && inner.field === "value");
    if (!isNext) break;
    spine.push(outer);
  }
  return spine;
}

/** `json.load(open(p))`: what reads the file at once. */
function readerOf({ evaluator }: Job, opened: PyNode): PyNode | undefined {
  const list = opened.parent;
  const call = list?.type === "argument_list" ? list.parent : undefined;
  const callee = call === undefined ? undefined : childOf(call, "function");
  if (call?.type !== "call" || callee === undefined) return undefined;
  const value = evaluator.valueOf(callee);
  const path =
    value.kind === "path" && value.root.kind === "module"
      ? [value.root.specifier, ...value.steps.map((step) => (step.kind === "property" ? step.name : "()"))].join(".")
      : "";
  return /^(json|pickle|marshal|tomllib|plistlib|yaml|toml|tomli)\.(load|safe_load)$/.test(path) ||
    /^builtins\.(list|sorted|tuple|set|len)$/.test(path)
    ? call
    : undefined;
}

/** An iterator becomes a list in the thread, or what makes a list of it moves along. */
function lazyResult({ evaluator, call }: Job): Moved | { readonly refusal: string } {
  const { parent } = call;
  const outer = parent?.type === "argument_list" && parent.children[0] === call ? parent.parent : undefined;
  const callee = outer === undefined ? undefined : childOf(outer, "function");
  const isBuiltin = callee?.type === "identifier" && evaluator.bindingOf(evaluator.text(callee), callee) === undefined;
  if (outer !== undefined && callee !== undefined && isBuiltin) {
    const consumer = evaluator.text(callee);
    if (/^(list|sorted|tuple|set|frozenset|dict|sum)$/.test(consumer)) return { node: outer, asList: false };
    if (consumer === "enumerate") return { node: call, asList: true };
  }
  if (call.field === "right" && parent?.type === "for_in_clause") return { node: call, asList: true };
  if (call.field === "right" && parent?.type === "for_statement") {
    const names = childOf(parent, "left")?.children.map((name) => evaluator.text(name)) ?? [];
    const body = childOf(parent, "body");
    const pruned = names[1];
    const text = body === undefined ? "" : evaluator.text(body);
    if (
      pruned !== undefined &&
      new RegExp(`\\b${pruned}\\s*(\\[[^\\]]*:[^\\]]*\\]\\s*=|\\.\\w+\\()|\\bdel\\s+${pruned}\\b`).test(text)
    ) {
      return { refusal: `the loop changes \`${pruned}\` while the folders are walked` };
    }
    return { node: call, asList: true, caution: "everything is listed before the loop starts" };
  }
  return { node: call, asList: true, caution: "it gives a list in place of an iterator" };
}

function lambdaPlans(
  job: Job,
  moved: Moved,
  cautions: readonly (string | undefined)[],
  edits: readonly LocalEdit[],
): Planned {
  const { evaluator, targets } = job;
  const refusal = lambdaRefusal(evaluator, moved.node);
  if (refusal !== undefined) return { refusal };
  const around = surroundings([...cautions, moved.caution, movedCaution(evaluator, moved.node, targets)], edits);
  const { libraries } = librariesOf(job);
  const plans = threadHops(job, moved.node).map((hop) => wrapLambda(job, hop, moved.node, moved.asList, around));
  if (libraries.includes("asyncio"))
    plans.push(wrapLambda(job, executorHop(job, moved.node, "ThreadPoolExecutor"), moved.node, moved.asList, around));
  return { plans };
}

function libraryCautions(library: AsyncLibrary, isSure: boolean): readonly string[] {
  return isSure ? [] : [`only where it runs under ${library}`];
}

function directPlans(job: Job, around: Surroundings): Planned {
  const { evaluator, call, target, names } = job;
  const { libraries, isSure } = librariesOf(job);
  const { twin } = target.entry;
  const native: Plan[] = [];
  if (twin?.kind === "native") {
    for (const library of libraries) {
      const [module, ...members] = twin[library]?.split(".") ?? [];
      if (module === undefined) continue;
      const { text, needs } = names.access(module, members, call);
      native.push(
        awaitNative(job, text, needs, {
          ...around,
          cautions: [...around.cautions, ...libraryCautions(library, isSure)],
        }),
      );
    }
  }
  // What sleeps in a thread only keeps that thread from others.
  if (native.length > 0 && target.entry.category === "sleep") return { plans: native };
  const callback = callbackCaution(evaluator, call);
  const here = callback === undefined ? around : { ...around, cautions: [...around.cautions, callback] };
  const threads = threadHops(job, call).map((hop) => wrapCall(job, hop, here));
  const pools: Plan[] = [];
  if (libraries.includes("asyncio") && isSure)
    pools.push(wrapCall(job, executorHop(job, call, "ThreadPoolExecutor"), here));
  const { plans: processes, refused } = processPlans(job, here);
  return { plans: [...native, ...processes, ...threads, ...pools], refused };
}
