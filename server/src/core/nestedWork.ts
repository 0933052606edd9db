/** What computes inside of something that computes: one of them is told. */
import type { BlockingCall } from "./blocking";
import { COSTS } from "./catalogue";
import type { CallFacts, FileFacts } from "./facts";
import { factsIndex } from "./factsIndex";
import { evidentSign } from "./work";

/**
 * Without the loops in loops that are told and no less costly, and without those that are told for want of a number alone where
 * something in them is told.
 */
export function onceEach(facts: FileFacts, found: readonly BlockingCall[]): BlockingCall[] {
  const work = found.filter(({ call }) => call.work !== undefined);
  if (work.length < 2) return [...found];
  return found.filter((one) => {
    if (one.call.work === undefined) return true;
    if (isUnknown(one)) return !work.some((other) => other !== one && isInside(facts, other.call, one.call));
    return !work.some((other) => covers(other, one) && isInside(facts, one.call, other.call));
  });
}

function covers(outer: BlockingCall, inner: BlockingCall): boolean {
  const isAsCostly = COSTS.indexOf(outer.api.entry.cost) >= COSTS.indexOf(inner.api.entry.cost);
  return outer !== inner && isAsCostly && !isUnknown(outer);
}

/** Nobody knows how often it goes around, and nothing in it says that it is heavy. */
function isUnknown({ api: { work } }: BlockingCall): boolean {
  return (
    work !== undefined &&
    evidentSign(work.facts) === undefined &&
    work.nanoseconds === undefined &&
    work.leaf === undefined
  );
}

/** It runs each time around: by the same function, or by a callback in it that runs inline. */
function isInside(facts: FileFacts, inner: CallFacts, outer: CallFacts): boolean {
  if (inner.span.start <= outer.span.start || inner.span.end > outer.span.end) return false;
  const { functions } = factsIndex(facts);
  let at = functions.get(inner.owner);
  while (at !== undefined && at.key !== outer.owner && at.placement === "inline") at = functions.get(at.parent ?? "");
  return at?.key === outer.owner;
}
