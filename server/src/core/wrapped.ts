/** Functions that were made around others: `once(load)`, `withRetry(() => …)`. */
import type { Reference } from "./facts";
import { functionOf, linkReference, type Declared, type LinkContext } from "./link";
import { guarded, type Pending } from "./pending";

/**
 * The function that runs when the result of a call is called: `reference` ends with the call, `wrapper` is its result.
 * Undefined where the called function doesn't say that its wrapper runs what it is given, or that isn't ours.
 */
export function innerOf(
  context: LinkContext,
  file: string,
  reference: Extract<Reference, { kind: "path" }>,
  wrapper: Declared,
  pending: Pending,
): Declared | undefined {
  const last = reference.steps.at(-1);
  if (last?.kind !== "call" || last.given === undefined) return undefined;
  const maker = linkReference(context, file, { ...reference, steps: reference.steps.slice(0, -1) }, pending);
  const wraps =
    maker?.kind === "function" && maker.file === wrapper.file ? functionOf(context, maker)?.wraps : undefined;
  // An asynchronous wrapper is a context of its own.
  const runsIt = wraps?.use === "inline" && wraps.wrapper === wrapper.key;
  if (!runsIt || functionOf(context, wrapper)?.colour !== "sync") return undefined;
  const given = last.given.find(({ argument }) => argument === wraps.parameter)?.function;
  if (given === undefined) return undefined;
  const key = `wrapped ${file}\0${JSON.stringify(given)}`;
  const inner = guarded(pending, key, () => linkReference(context, file, given, pending));
  return inner?.kind === "function" ? { file: inner.file, key: inner.key } : undefined;
}
