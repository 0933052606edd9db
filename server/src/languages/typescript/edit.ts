/**
 * Facts after an edit inside one function: that function is looked at again, everything else has the facts of before,
 * moved. The answer is that of a file looked at as a whole; where that isn't sure, there is none.
 */
import { type ts } from "ts-morph";
import { changeBetween, type Change } from "../../core/change";
import type { CallFacts, FunctionFacts, Span } from "../../core/facts";
import { editedFunction, isSameOutside, type EditedFunction } from "./editedFunction";
import type { Evaluator } from "./evaluate";
import { extractWalked, type Extracted } from "./extracted";
import { isNumbered, type KnownKeys } from "./functions";
import type { Followed, FollowedCall } from "./loops/operations";
import { References, type Described, type KnownNames } from "./references";
import { isDeclaredIn } from "./scopes";
import { walkFunction } from "./walk";
import { collectWorkers } from "./workers";

/** What was made of one text. */
export interface Made {
  readonly references: References;
  readonly extracted: Extracted;
}

/** What has to be known of the text before the edit. */
export interface PreparedEdit {
  readonly change: Change;
  readonly function: EditedFunction;
  /** Its facts. */
  readonly facts: FunctionFacts;
  /** What a call of it gives, as JSON. */
  readonly returns: string;
  readonly isModule: boolean;
  readonly extracted: Extracted;
}

/** To be asked while the tree of the earlier text is one; undefined where the file has to be looked at as a whole. */
export function prepareEdit({ references, extracted }: Made, text: string): PreparedEdit | undefined {
  const { file } = references.evaluator;
  const change = changeBetween(file.text, text);
  const function_ = editedFunction(file.tree, { start: change.start, end: change.oldEnd });
  const facts = function_ && extracted.functions.find(({ span }) => isSameSpan(span, function_.span));
  if (
    function_ === undefined ||
    facts?.parent !== "" ||
    facts.makes !== undefined ||
    isComputedWith(extracted, function_.span)
  )
    return undefined;
  const returns = JSON.stringify(references.returnsOf(function_.node));
  return { change, function: function_, facts, returns, isModule: isModule(file.tree), extracted };
}

/** The facts of the text after the edit. */
export function factsAfterEdit(edit: PreparedEdit, evaluator: Evaluator): Made | undefined {
  const { change, facts } = edit;
  const { tree } = evaluator.file;
  const after = editedFunction(tree, { start: change.start, end: change.newEnd });
  if (after === undefined || !isSameOutside(edit.function, after, change)) return undefined;
  if (isModule(tree) !== edit.isModule) return undefined;
  const outside = outsideOf(edit);
  const references = new References(evaluator, knownNames(outside, evaluator, after));
  const { functions, calls, followed } = extractWalked(references, walkFunction(references, after.node, facts.key));
  const extracted: Extracted = {
    functions: [...outside.functions.before, ...functions, ...outside.functions.after],
    abstractFunctions: [...outside.abstractFunctions, ...references.abstractFunctions],
    described: [...outside.described, ...references.described],
    calls: calls.map((group, index) => [
      ...(outside.calls[index]?.before ?? []),
      ...group,
      ...(outside.calls[index]?.after ?? []),
    ]),
    followed: together(outside.followed, followed),
    exports: edit.extracted.exports,
    starExports: edit.extracted.starExports,
    workers: collectWorkers(evaluator),
  };
  if (JSON.stringify(references.returnsOf(after.node)) !== edit.returns) return undefined;
  if (isComputedWith(extracted, after.span)) return undefined;
  return isSure(extracted, references, after, facts.key) ? { references, extracted } : undefined;
}

/** What is outside may be followed from inside again. */
function together(outside: readonly FollowedCall[], { calls, isCircular }: Followed): Followed {
  const byPlace = new Map([...outside, ...calls].map((call) => [`${placeOf(call.span)} ${placeOf(call.body)}`, call]));
  return { calls: [...byPlace.values()], isCircular };
}

function isModule(tree: ts.SourceFile): boolean {
  const { externalModuleIndicator: esm, commonJsModuleIndicator: commonJs } = tree as ts.SourceFile & {
    readonly externalModuleIndicator?: unknown;
    readonly commonJsModuleIndicator?: unknown;
  };
  return esm !== undefined || commonJs !== undefined;
}

interface Parted<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** The facts of what is outside of the edited function, where they are now. */
interface Outside {
  readonly functions: Parted<FunctionFacts>;
  readonly abstractFunctions: readonly FunctionFacts[];
  readonly described: readonly Described[];
  readonly calls: readonly Parted<CallFacts>[];
  readonly followed: readonly FollowedCall[];
}

function outsideOf({ change, function: { span: inside, pivot }, extracted }: PreparedEdit): Outside {
  const delta = change.newEnd - change.oldEnd;
  const move = (offset: number): number => (offset > pivot ? offset + delta : offset);
  const moveSpan = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
  const moved = <T extends { readonly span: Span }>(part: T): T =>
    part.span.end > pivot ? { ...part, span: moveSpan(part.span) } : part;
  const movedCall = (call: CallFacts): CallFacts =>
    call.span.end > pivot ? { ...call, span: moveSpan(call.span), nameSpan: moveSpan(call.nameSpan) } : call;
  const isOutside = ({ span }: { readonly span: Span }): boolean => span.start < inside.start || span.end > inside.end;
  const part = <T extends { readonly span: Span }>(all: readonly T[], moveOne: (one: T) => T): Parted<T> => {
    const parts: { before: T[]; after: T[] } = { before: [], after: [] };
    for (const one of all) {
      if (isOutside(one)) (one.span.start >= inside.end ? parts.after : parts.before).push(moveOne(one));
    }
    return parts;
  };
  return {
    functions: part(extracted.functions, moved),
    abstractFunctions: extracted.abstractFunctions.filter(isOutside).map(moved),
    described: extracted.described.filter(isOutside).map(moved),
    calls: extracted.calls.map((group) => part(group, movedCall)),
    followed: extracted.followed.calls.filter(isOutside).map((call) => ({ ...moved(call), body: moveSpan(call.body) })),
  };
}

/** Names of what is outside of the function, by where it is. */
function knownNames(outside: Outside, evaluator: Evaluator, after: EditedFunction): KnownNames {
  const { functions, abstractFunctions, described } = outside;
  const facts = new Map(described.map((one) => [one.key, one.facts]));
  return {
    functions: keysByPlace([...functions.before, ...functions.after, ...abstractFunctions], evaluator, after),
    classes: keysByPlace(described, evaluator, after),
    described: (key) => facts.get(key),
  };
}

function keysByPlace(
  parts: readonly { readonly key: string; readonly span: Span }[],
  { file: { tree } }: Evaluator,
  { node: inside }: EditedFunction,
): KnownKeys {
  const named = parts.filter(({ key }) => key !== "");
  const keys = new Map(named.map(({ key, span }) => [placeOf(span), key]));
  return {
    keys: keys.values(),
    keyOf(node) {
      const isInside = inside.pos <= node.pos && node.end <= inside.end;
      return isInside ? undefined : keys.get(placeOf({ start: node.getStart(tree), end: node.end }));
    },
  };
}

function placeOf({ start, end }: Span): string {
  return `${String(start)}:${String(end)}`;
}

/** Whether nothing hangs on what the file was asked for first: names that are numbered, values that go round in a circle. */
function isSure(extracted: Extracted, references: References, after: EditedFunction, key: string): boolean {
  const { evaluator } = references;
  const isInside = ({ pos, end }: ts.Node): boolean => after.node.pos <= pos && end <= after.node.end;
  const areOwn =
    references.cycles.size === 0 &&
    [...evaluator.cycles].every((met) => ("pos" in met ? isInside(met) : isDeclaredIn(met, after.node)));
  const isUnique = [...extracted.described, ...extracted.abstractFunctions].every((part) => !isNumbered(part.key));
  // Paths of what is inside begin with its own; those of members of a class outside may do so too.
  const isApart = extracted.functions.every(
    (part) => !part.key.startsWith(`${key}.`) || isWithin(part.span, after.span),
  );
  return areOwn && isUnique && isApart;
}

/** Whether the cost of something outside has what the function costs in it, or may have by where one began to count. */
function isComputedWith({ calls, followed }: Extracted, inside: Span): boolean {
  const isAround = ({ span, form }: CallFacts): boolean =>
    form === "work" && isWithin(inside, span) && !isWithin(span, inside);
  const isFollowed = followed.calls.some(({ span, body }) => isWithin(body, inside) && !isWithin(span, inside));
  return followed.isCircular || isFollowed || calls.some((group) => group.some(isAround));
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
