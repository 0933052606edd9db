/** `paths` of a tsconfig.json. */
import * as path from "node:path";
import { textsOf } from "./manifests";

/** `prefix*suffix` → targets, absolute, in which the first `*` is what stood for the star; exact without `suffix`. */
export interface Pattern {
  readonly prefix: string;
  readonly suffix?: string;
  readonly targets: readonly string[];
}

/** Patterns in the order in which they are tried: exact ones, then by the length of what stands before the star. */
export function patternsOf(paths: Readonly<Record<string, unknown>>, base: string): readonly Pattern[] {
  const patterns = Object.entries(paths).map(([pattern, value]): Pattern => {
    const [prefix = "", suffix] = pattern.split("*", 2);
    const targets = textsOf(value).map((target) => path.resolve(base, target));
    return { prefix, ...(suffix === undefined ? {} : { suffix }), targets };
  });
  const rank = ({ prefix, suffix }: Pattern): number => (suffix === undefined ? Infinity : prefix.length);
  return patterns.sort((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
}

/** Where the best pattern for `specifier` leads; empty when none matches. */
export function matchPatterns(patterns: readonly Pattern[], specifier: string): readonly string[] {
  for (const { prefix, suffix, targets } of patterns) {
    if (suffix === undefined) {
      if (specifier === prefix) return targets;
    } else if (
      specifier.length >= prefix.length + suffix.length &&
      specifier.startsWith(prefix) &&
      specifier.endsWith(suffix)
    ) {
      const star = specifier.slice(prefix.length, specifier.length - suffix.length);
      return targets.map((target) => target.replace("*", () => star));
    }
  }
  return [];
}
