/** A blocking call → plans that await its twin. One rewriter a kind of twin. */
import { ts } from "ts-morph";
import type { Twin } from "../../../core/catalogue";
import { skipWrappers } from "../evaluate";
import { accessMember, accessOther, calleeOf, type Access } from "./callee";
import { checkGuards } from "./guards";
import { suspensionHazard } from "./hazards";
import type { Job, LocalEdit, Plan, Planned } from "./plan";
import { awaitRefusal, callbackCaution, isAwaited, leadingSemicolon, needsParentheses } from "./site";

/** What a twin becomes: the new callee, and what follows the call. */
interface Rewritten extends Access {
  /** Put behind the call, inside the `await`: `.then(…)`. */
  readonly suffix?: string;
  /** Put around the call, inside the `await`: `Array.fromAsync(` … `)`. */
  readonly wrapper?: string;
  /** Member of the awaited result. */
  readonly project?: string;
  readonly cautions?: readonly string[];
}

type Outcome = Rewritten | { readonly refusal: string };

/** `Array.fromAsync` and `fs.promises.glob` came with Node 22. */
const NODE_WITH_GLOB = 22;

/** Plans for the call, best first, or why there is none. Entries without a twin have neither. */
export function planCall(job: Job): Planned {
  const { twin, offload } = job.target.entry;
  if (twin === undefined) return { plans: [] };
  const refusal = formRefusal(job) ?? awaitRefusal(job.evaluator, job.call, job);
  if (refusal !== undefined) return { refusal };
  const hazard = suspensionHazard(job, job.call);
  if (hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const guards = checkGuards(job);
  const refused = guards.find((guard) => guard.refusal !== undefined)?.refusal;
  if (refused !== undefined) return { refusal: refused };
  const cautions = [hazard?.caution, callbackCaution(job, job.call), ...guards.map((guard) => guard.caution)].filter(
    (text) => text !== undefined,
  );
  if (offload === "cosmetic") cautions.push("the work still runs on this thread");
  // Where nobody looks at the result, its encoding doesn't matter.
  const edits = isDiscarded(job.call) ? [] : guards.flatMap((guard) => guard.edits ?? []);
  const descriptor = guards.find((guard) => guard.descriptor !== undefined)?.descriptor;
  const needsDescriptor = descriptor !== undefined && twin.kind === "promises";
  const outcomes = needsDescriptor ? descriptorOutcomes(job, twin, descriptor) : [rewrite(job, twin)];
  const plans = outcomes.flatMap((outcome) => ("refusal" in outcome ? [] : [makePlan(job, outcome, cautions, edits)]));
  plans.push(...elsewherePlans(job, cautions));
  const failed = outcomes.find((outcome) => "refusal" in outcome);
  return plans.length === 0 && failed !== undefined ? failed : { plans };
}

/** The same function of a package that computes off this thread, where the project declares it. */
function elsewherePlans(job: Job, cautions: readonly string[]): readonly Plan[] {
  const { elsewhere: module, twin } = job.target.entry;
  if (module === undefined || twin?.kind !== "rename" || job.project.npmPackages?.[module] === undefined) return [];
  // Values that one package takes for granted the other one asks for.
  const isComplete = ts.isCallExpression(job.call) && (job.call.arguments.length >= 2 || twin.name === "genSalt");
  const access = accessMember({ ...job, target: { ...job.target, module } }, [twin.name]);
  if ("refusal" in access || !isComplete) return [];
  const caution = `of another package, \`${module}\``;
  const { edits, needs, released, node } = makePlan(job, access, [], []);
  return [
    {
      callee: twin.name,
      cautions: [...cautions, caution],
      edits,
      needs,
      released,
      ...(node === undefined ? {} : { node }),
    },
  ];
}

/** Ways to write a call that have no asynchronous counterpart in place. */
function formRefusal({ call, evaluator }: Job): string | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  const value = evaluator.calleeOf(call);
  if (value.kind === "path" && value.bound === true) return "`.bind` may have given it arguments";
  const callee = skipWrappers(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
  if (name === "call" || name === "apply") return `it is called through \`.${name}\``;
  if (name === "bind") return "`.bind` may have given it arguments";
  if (ts.isCallExpression(callee)) return "its callee is itself the result of a call";
  if (call.typeArguments !== undefined) return "the call has type arguments";
  const { parent } = call;
  const continues =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  const isChain = (call.flags & ts.NodeFlags.OptionalChain) !== 0 && (parent.flags & ts.NodeFlags.OptionalChain) !== 0;
  return continues && isChain && parent.expression === call ? "an optional chain goes on after it" : undefined;
}

/** A descriptor needs the promisified callback form; where nobody knows, that form is right for both. */
function descriptorOutcomes(
  job: Job,
  twin: Extract<Twin, { kind: "promises" }>,
  descriptor: "yes" | "maybe",
): readonly Outcome[] {
  const promisified = rewrite(job, { kind: "promisify", name: twin.name });
  if (descriptor === "yes") return [promisified];
  const direct = rewrite(job, twin);
  const caution = "its first argument must be a path, not a file descriptor";
  return [promisified, "refusal" in direct ? direct : { ...direct, cautions: [caution] }];
}

function rewrite(job: Job, twin: Twin): Outcome {
  switch (twin.kind) {
    case "promises":
      return accessMember(job, ["promises", twin.name]);
    case "exists": {
      const access = accessMember(job, ["promises", "access"]);
      return "refusal" in access ? access : { ...access, suffix: ".then(() => true, () => false)" };
    }
    case "glob": {
      if (job.project.nodeMajor < NODE_WITH_GLOB)
        return { refusal: "`fs.promises.glob` needs Node 22, and the project supports older ones" };
      const access = accessMember(job, ["promises", "glob"]);
      return "refusal" in access ? access : { ...access, wrapper: "Array.fromAsync" };
    }
    case "promisify":
      return promisified(job, twin);
    case "native":
      return { refusal: "its twin is Python's" };
    case "rename":
      return job.target.entry.path.includes("#")
        ? renamedMethod(job, twin.name)
        : accessMember(job, memberNames(twin.name));
  }
}

/** Names from the module to a twin; the module itself (`which(…)` for `which.sync(…)`) has none. */
function memberNames(name: string): readonly string[] {
  return name === "default" ? [] : name.split(".");
}

function promisified(job: Job, twin: Extract<Twin, { kind: "promisify" }>): Outcome {
  if (isTypeScript(job) && !isTyped(job, twin)) {
    return {
      refusal: `TypeScript's type of \`promisify(${twin.name})\` doesn't fit this overload: write a typed wrapper`,
    };
  }
  const original = accessMember(job, memberNames(twin.name));
  if ("refusal" in original) return original;
  const promisify = accessOther(job.names, job.call, "node:util", "promisify");
  const access = {
    text: `${promisify.text}(${original.text})`,
    needs: [...original.needs, ...promisify.needs],
    released: original.released,
  };
  return twin.project === undefined ? access : { ...access, project: twin.project };
}

function isTypeScript({ file }: Job): boolean {
  return /\.([cm]?ts|tsx)$/i.test(file.file);
}

function isTyped({ call }: Job, { typed }: Extract<Twin, { kind: "promisify" }>): boolean {
  if (typed === undefined) return true;
  return typed !== "never" && ts.isCallExpression(call) && call.arguments.length >= typed;
}

/** Another method of the same object: only the name behind the dot changes. */
function renamedMethod(job: Job, name: string): Outcome {
  const callee = skipWrappers(calleeOf(job));
  if (!ts.isPropertyAccessExpression(callee)) return { refusal: "the method isn't called by its name" };
  const { tree } = job.file;
  const receiver = tree.text.slice(callee.getStart(tree), callee.name.getStart(tree));
  return { text: receiver + name, needs: [], released: [] };
}

function makePlan(job: Job, outcome: Rewritten, cautions: readonly string[], guardEdits: readonly LocalEdit[]): Plan {
  const { call, file } = job;
  const { text, suffix = "", wrapper, needs, released } = outcome;
  const project = isDiscarded(call) ? undefined : outcome.project;
  const start = call.getStart(file.tree);
  const isFollowed = needsParentheses(call);
  const awaited = isAwaited(call) && project === undefined;
  const parenthesised = !awaited && (isFollowed || project !== undefined);
  const separator = parenthesised ? leadingSemicolon(call, file.tree) : "";
  const opening = parenthesised ? "(" : "";
  const closing = parenthesised ? ")" : "";
  const before = `${awaited ? "" : "await "}${wrapper === undefined ? "" : `${wrapper}(`}`;
  const after = `${wrapper === undefined ? "" : ")"}${suffix}`;
  const edits: LocalEdit[] = [
    { start, end: start, text: separator, separator: true },
    bracket({ start, end: start, text: opening }, project),
    { start, end: start, text: before },
    calleeEdit(job, text),
    ...guardEdits,
    { start: call.end, end: call.end, text: after, closes: true },
    bracket({ start: call.end, end: call.end, text: closing, closes: true }, project),
    { start: call.end, end: call.end, text: project === undefined ? "" : `.${project}`, closes: true },
  ];
  const title = wrapper === undefined ? text + suffixTitle(suffix) : `${wrapper}(${text}(…))`;
  const wanted = edits.filter((edit) => edit.text !== "" || edit.start !== edit.end);
  return {
    callee: title,
    cautions: [...cautions, ...(outcome.cautions ?? [])],
    edits: wanted,
    needs,
    released,
    node: call,
    ...(job.target.entry.offload === "chunked" ? { note: "in slices on this thread" } : {}),
  };
}

/** A member of the result is read in any case. */
function bracket(edit: LocalEdit, project: string | undefined): LocalEdit {
  return project === undefined ? { ...edit, bracket: true } : edit;
}

/** A statement of its own: nobody uses the result. */
function isDiscarded(call: ts.Node): boolean {
  return ts.isExpressionStatement(call.parent);
}

function suffixTitle(suffix: string): string {
  return suffix === "" ? "" : `(…)${suffix}`;
}

/**
 * Replaces what differs between the old callee and the new one; what a kept receiver starts with stays, since another
 * rewrite may be inside it. An optional call's `?.` goes.
 */
function calleeEdit(job: Job, text: string): LocalEdit {
  const { tree } = job.file;
  const callee = calleeOf(job);
  const { call } = job;
  const end = ts.isCallExpression(call) && call.questionDotToken !== undefined ? call.questionDotToken.end : callee.end;
  const start = callee.getStart(tree);
  const inner = skipWrappers(callee);
  const receiver =
    ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner) ? inner.expression : undefined;
  const kept = receiver === undefined || inner !== callee ? "" : tree.text.slice(start, receiver.end);
  if (kept === "" || !text.startsWith(`${kept}.`)) return { start, end, text };
  // Comments and line breaks before the name stay where they are; an optional or computed access goes.
  if (ts.isPropertyAccessExpression(inner) && inner.questionDotToken === undefined) {
    return { start: inner.name.getStart(tree), end, text: text.slice(kept.length + 1) };
  }
  return { start: start + kept.length, end, text: text.slice(kept.length) };
}
