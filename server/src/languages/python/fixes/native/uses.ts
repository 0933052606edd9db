/** Every use of an object whose type changes: the calls that have to be awaited, and what can't be told. */
import type { Span } from "../../../../core/facts";
import { isComprehension } from "../../scopes";
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { isRebound } from "../blockNames";
import { functionAround, suspensionHazard } from "../hazards";
import { minorOf } from "../hop";
import type { Job, LocalEdit } from "../plan";
import { awaitSite, needsParentheses } from "../site";
import { closing, startOf } from "../wrap";

/** What of a synchronous object the asynchronous one has too. Anything that isn't listed can't be rewritten. */
export interface Handle {
  /** Methods to await; the value is the name there and what the call gives. */
  readonly awaited: Readonly<Record<string, { readonly name?: string; readonly gives?: () => Handle }>>;
  /** Attributes and methods that are the same. */
  readonly same: ReadonlySet<string>;
  /** Method that gives all items at once, where the object is iterable. */
  readonly all?: string;
  /** Another use of the object that has a form of its own; its edits, `undefined` when it isn't that. */
  readonly special?: (job: Job, use: PyNode) => readonly LocalEdit[] | undefined;
}

/** Edits of all uses, with what the reader has to look at; or what can't be rewritten. */
export interface Uses {
  readonly edits: LocalEdit[];
  readonly cautions: Set<string>;
  refusal?: string;
}

/** Builtins that take all items, in the order in which they come. */
const LISTED = /^(list|tuple|set|frozenset|sorted)$/;

/** Rewrites every use of a name in `region`, the identifier apart that gives it its value; a use elsewhere is a refusal. */
export function rewriteUses(job: Job, definition: PyNode, region: Span, handle: Handle): Uses {
  const uses: Uses = { edits: [], cautions: new Set() };
  rewriteName(job, { name: job.evaluator.text(definition), definition, region, handle, uses });
  return uses;
}

interface Tracked {
  readonly name: string;
  /** The identifier that stands where the name is given its value. */
  readonly definition: PyNode;
  readonly region: Span;
  readonly handle: Handle;
  readonly uses: Uses;
}

function rewriteName(job: Job, tracked: Tracked): void {
  const { evaluator } = job;
  const { name, definition, region, handle, uses } = tracked;
  const home = functionAround(definition);
  if (home === undefined) {
    uses.refusal ??= "it is at the top level of the file";
    return;
  }
  for (const node of descendants(home)) {
    if (node.type !== "identifier" || node === definition || evaluator.text(node) !== name) continue;
    if (node.field === "attribute" || (node.parent?.type === "keyword_argument" && node.field === "name")) continue;
    const isInside = region.start <= node.start && node.end <= region.end;
    if (!isInside && isRebound(job, node, name)) continue;
    if (!isInside) uses.refusal ??= `\`${name}\` is used elsewhere too`;
    else if (functionAround(node) !== home) uses.refusal ??= `a nested function uses \`${name}\``;
    else rewriteUse(job, node, handle, tracked);
    if (uses.refusal !== undefined) return;
  }
}

/** One expression that gives the object. */
function rewriteUse(job: Job, use: PyNode, handle: Handle, tracked: Tracked): void {
  const { evaluator } = job;
  const { uses } = tracked;
  const { parent } = use;
  const special = handle.special?.(job, use);
  if (special !== undefined) {
    uses.edits.push(...special);
    checkAwait(job, parent?.parent ?? use, uses);
    return;
  }
  if (parent?.type === "attribute" && use.field === "object") {
    const attribute = childOf(parent, "attribute");
    const name = attribute === undefined ? "" : evaluator.text(attribute);
    const method = Object.hasOwn(handle.awaited, name) ? handle.awaited[name] : undefined;
    const call = parent.parent?.type === "call" && parent.field === "function" ? parent.parent : undefined;
    if (method !== undefined && call !== undefined && attribute !== undefined) {
      if (method.name !== undefined) uses.edits.push({ ...spanOf(attribute), text: method.name });
      awaitCall(job, call, method.gives?.(), tracked);
    } else if (!handle.same.has(name)) {
      uses.refusal ??= `\`${evaluator.text(call ?? parent)}\` has no asynchronous form that is the same`;
    }
    return;
  }
  if (handle.all !== undefined && iterate(job, use, handle.all, uses)) return;
  uses.refusal ??= `\`${evaluator.text(parent ?? use)}\` can't use the asynchronous form`;
}

function awaitCall(job: Job, call: PyNode, gives: Handle | undefined, tracked: Tracked): void {
  const { uses } = tracked;
  const start = startOf(job.evaluator.file.text, call);
  const { parent } = call;
  if (gives !== undefined) {
    const left = parent?.type === "assignment" && call.field === "right" ? childOf(parent, "left") : undefined;
    const isDropped = parent?.type === "expression_statement";
    if (left?.type === "identifier") {
      const name = job.evaluator.text(left);
      if (name !== tracked.name) rewriteName(job, { ...tracked, name, definition: left, handle: gives });
      else uses.refusal ??= `\`${name}\` is bound twice`;
    } else if (!isDropped) rewriteUse(job, call, gives, tracked);
  }
  const isFollowed = needsParentheses(call);
  checkAwait(job, call, uses);
  uses.edits.push({ start, end: start, text: isFollowed ? "(await " : "await " });
  if (isFollowed) uses.edits.push(closing(call.end, ")"));
}

/** `for x in f`, `[x for x in f]`, `list(f)`; whether it is one of these. */
function iterate(job: Job, use: PyNode, all: string, uses: Uses): boolean {
  const { parent } = use;
  if (parent === undefined) return false;
  const isLoop = parent.type === "for_statement" && use.field === "right";
  const isClause = parent.type === "for_in_clause" && use.field === "right";
  if (isLoop || isClause) {
    if (childOfType(parent, "async") !== undefined) return false;
    uses.edits.push({ start: parent.start, end: parent.start, text: "async " });
    if (isLoop) return true;
    const comprehension = parent.parent;
    const element = comprehension === undefined ? undefined : childOf(comprehension, "body");
    // What the element awaits needs the same brackets.
    if (comprehension === undefined || element === undefined || !isComprehension(comprehension)) return false;
    checkAwait(job, element, uses);
    return true;
  }
  const call = parent.type === "argument_list" && parent.children.length === 1 ? parent.parent : undefined;
  const callee = call === undefined ? undefined : childOf(call, "function");
  const isListed =
    callee?.type === "identifier" &&
    LISTED.test(job.evaluator.text(callee)) &&
    job.evaluator.bindingOf(job.evaluator.text(callee), callee) === undefined;
  if (!isListed) return false;
  checkAwait(job, use, uses);
  uses.edits.push({ start: use.start, end: use.start, text: "await " }, closing(use.end, `.${all}()`));
  return true;
}

/** Notes why an `await` can't stand at a node, and what it needs around it. */
export function checkAwait(job: Job, node: PyNode, uses: Uses): void {
  const site = awaitSite(job.evaluator, node, minorOf(job));
  if ("refusal" in site) {
    uses.refusal ??= site.refusal;
    return;
  }
  const hazard = suspensionHazard(job.evaluator, node);
  if (hazard !== undefined && "refuse" in hazard) uses.refusal ??= hazard.refuse;
  else if (hazard !== undefined) uses.cautions.add(hazard.caution);
  uses.edits.push(...site.edits);
}

function spanOf({ start, end }: PyNode): Span {
  return { start, end };
}
