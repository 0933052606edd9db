/** Functions of libraries that keep the result of the function they are given. */
import { pathText, type Value } from "./values";

/** By path; for arguments, but who has a cache means to call it again and again. */
const MEMOISERS: ReadonlySet<string> = new Set([
  ...["lodash", "lodash-es", "underscore"].flatMap((library) => [`${library}.memoize`, `${library}.once`]),
  ...["lodash/memoize", "lodash/once", "lodash.memoize", "lodash.once"],
  ...["ramda.once"],
  ...["fast-memoize", "mem", "memoize", "memoize-one", "memoizee", "micro-memoize", "moize", "once", "onetime"],
]);

/** Whether a call of it gives back a function that runs what it is given the first time alone. */
export function keepsResult(callee: Value): boolean {
  const path = pathText(callee);
  return path !== undefined && MEMOISERS.has(path);
}
