/** Every use of an object whose type changes: the calls that have to be awaited, and what can't be told. */
import type { Span } from "../../../../core/facts";
import { isComprehension } from "../../scopes";
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { isRebound } from "../blockNames";
import { aliasesOf } from "../block";
import { functionAround, suspensionHazard, withValues } from "../hazards";
import { minorOf } from "../hop";
import type { Job, LocalEdit } from "../plan";
import { awaitSite, needsParentheses } from "../site";
import { closing, startOf } from "../wrap";

/** What of a synchronous object the asynchronous one has too. Anything that isn't listed can't be rewritten. */
export interface Handle {
  readonly methods: Readonly<Record<string, Method>>;
  /** Attributes and methods that are the same. */
  readonly same: ReadonlySet<string>;
  /** Attributes with another name. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Whether `for x in …` becomes `async for x in …`. */
  readonly iterates?: true;
  /** Method that gives all items at once. */
  readonly all?: string;
  /** What `with … as x` gives, where that becomes `async with`. */
  readonly enters?: Handle;
  /** Another use of the object that has a form of its own; its edits, `undefined` when it isn't that. */
  readonly special?: (job: Job, use: PyNode, uses: Uses) => readonly LocalEdit[] | undefined;
}

interface Method {
  /** Its name there, where it is another one. */
  readonly name?: string;
  /** Its call isn't awaited: what it gives is iterated, or entered. */
  readonly plain?: true;
  readonly gives?: () => Handle;
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

/** The same for what a call gives, once it is awaited. */
export function rewriteResult(job: Job, call: PyNode, region: Span, handle: Handle): Uses {
  const uses: Uses = { edits: [], cautions: new Set() };
  followResult(job, call, handle, { name: "", definition: call, region, handle, uses });
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
  const scope = evaluator.bindingOf(name, definition)?.scope;
  for (const node of descendants(home)) {
    if (node.type !== "identifier" || node === definition || evaluator.text(node) !== name) continue;
    if (node.field === "attribute" || (node.parent?.type === "keyword_argument" && node.field === "name")) continue;
    // Another function's own name.
    if (evaluator.bindingOf(name, node)?.scope !== scope) continue;
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
  const special = handle.special?.(job, use, uses);
  if (special !== undefined) {
    uses.edits.push(...special);
    return;
  }
  if (parent?.type === "attribute" && use.field === "object") rewriteMember(job, parent, handle, tracked);
  else if (handle.enters !== undefined && enter(job, use, handle.enters, tracked)) return;
  else if (!iterate(job, use, handle, uses))
    uses.refusal ??= `\`${evaluator.text(parent ?? use)}\` can't use the asynchronous form`;
}

function rewriteMember(job: Job, member: PyNode, handle: Handle, tracked: Tracked): void {
  const { evaluator } = job;
  const { uses } = tracked;
  const attribute = childOf(member, "attribute");
  if (attribute === undefined) return;
  const name = evaluator.text(attribute);
  const method = Object.hasOwn(handle.methods, name) ? handle.methods[name] : undefined;
  const renamed =
    handle.renamed !== undefined && Object.hasOwn(handle.renamed, name) ? handle.renamed[name] : undefined;
  const call = member.parent?.type === "call" && member.field === "function" ? member.parent : undefined;
  if (method !== undefined && call !== undefined) {
    if (method.name !== undefined) uses.edits.push({ ...spanOf(attribute), text: method.name });
    // Edits at one place: those of the outer expression come first.
    if (method.gives !== undefined) followResult(job, call, method.gives(), tracked);
    if (method.plain !== true) awaitCall(job, call, uses);
  } else if (renamed !== undefined) {
    uses.edits.push({ ...spanOf(attribute), text: renamed });
  } else if (!handle.same.has(name)) {
    uses.refusal ??= `\`${evaluator.text(call ?? member)}\` has no asynchronous form that is the same`;
  }
}

/** The name that a call's result gets, or what is done with it at once. */
function followResult(job: Job, call: PyNode, gives: Handle, tracked: Tracked): void {
  const { parent } = call;
  const left = parent?.type === "assignment" && call.field === "right" ? childOf(parent, "left") : undefined;
  if (parent?.type === "expression_statement") return;
  if (left?.type !== "identifier") {
    rewriteUse(job, call, gives, tracked);
    return;
  }
  const name = job.evaluator.text(left);
  if (name === tracked.name) tracked.uses.refusal ??= `\`${name}\` is bound twice`;
  else rewriteName(job, { ...tracked, name, definition: left, handle: gives });
}

function awaitCall(job: Job, call: PyNode, uses: Uses): void {
  const start = startOf(job.evaluator.file.text, call);
  const isFollowed = needsParentheses(call);
  checkAwait(job, call, uses);
  uses.edits.push({ start, end: start, text: isFollowed ? "(await " : "await " });
  if (isFollowed) uses.edits.push(closing(call.end, ")"));
}

/** `with c.stream(…) as r:`; whether it is that. */
function enter(job: Job, use: PyNode, gives: Handle, tracked: Tracked): boolean {
  const statement = withOf(use);
  if (statement === undefined || childOfType(statement, "async") !== undefined) return false;
  if (withValues(statement).length !== 1) return false;
  tracked.uses.edits.push({ start: statement.start, end: statement.start, text: "async " });
  const alias = aliasesOf(statement)[0];
  if (alias?.type === "identifier")
    rewriteName(job, {
      ...tracked,
      name: job.evaluator.text(alias),
      definition: alias,
      region: statement,
      handle: gives,
    });
  return alias === undefined || alias.type === "identifier";
}

/** The `with` statement that enters exactly this expression. */
export function withOf(value: PyNode): PyNode | undefined {
  const item = value.parent?.type === "as_pattern" ? value.parent.parent : value.parent;
  let outer = item?.type === "with_item" ? item.parent : undefined;
  while (outer !== undefined && outer.type !== "with_statement") outer = outer.parent;
  return outer;
}

/** `for x in f`, `[x for x in f]`, `list(f)`; whether it is one of these. */
function iterate(job: Job, use: PyNode, { iterates, all }: Handle, uses: Uses): boolean {
  const { parent } = use;
  if (parent === undefined || iterates !== true) return false;
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
  if (!isListed || all === undefined) return false;
  checkAwait(job, use, uses);
  const [open, close] = use.type === "identifier" ? ["", ""] : ["(", ")"];
  uses.edits.push({ start: use.start, end: use.start, text: `await ${open}` }, closing(use.end, `${close}.${all}()`));
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
