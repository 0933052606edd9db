/** Regular expressions that take exponentially long on some texts. */
import type * as scslre from "scslre";

/** A group that is repeated behind another repetition: without one nothing is exponential. */
const NESTED_QUANTIFIER = /[+*}].*\)(?:[+*]|\{\d+,)/;

/** By pattern, each analysed once. A cache of a pure function. */
const analysed = new Map<string, string | undefined>();

/**
 * The repetition that makes a regular expression exponential, as written; undefined where none does, or it is no valid
 * pattern of JavaScript.
 */
export function exponentialPart(source: string, flags: string): string | undefined {
  if (!NESTED_QUANTIFIER.test(source)) return undefined;
  const key = `${flags} ${source}`;
  if (!analysed.has(key)) analysed.set(key, analyse(source, flags));
  return analysed.get(key);
}

function analyse(source: string, flags: string): string | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most files have no such pattern, and it takes 50 ms to load
  const library = require("scslre") as typeof scslre;
  try {
    const reports = library.analyse({ source, flags }, { reportTypes: { Move: false } }).reports;
    for (const report of reports) {
      if (!report.exponential) continue;
      if (report.type === "Self") return report.parentQuant.raw;
      return repetitionAround(report.startQuant);
    }
    return undefined;
  } catch {
    // What a language's parser lets through isn't always a regular expression, or one of JavaScript's.
    return undefined;
  }
}

interface PatternNode {
  readonly type: string;
  readonly raw: string;
  readonly parent: PatternNode | null;
}

/** The outermost repetition around `node`, as written. */
function repetitionAround(node: PatternNode): string {
  let found = node.raw;
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (outer.type === "Quantifier") found = outer.raw;
  }
  return found;
}
