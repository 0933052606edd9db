/** The files that were parsed last, with their values: facts, fixes and suppressions of one text share one tree. */
import { Evaluator } from "./evaluate";
import { parseFile } from "./parse";

/** As many as an editor looks at in turn; their trees take a few hundred kilobytes each. */
const MOST = 4;

/**
 * The one that was used last at the end. A cache of a pure function: nothing else sees it. Not a Map: V8 chains each table that a Map outgrows to the
 * next one, so that one old table would keep every tree that came later until the next full collection.
 */
let latest: readonly Evaluator[] = [];

/** The evaluator of `text`; made anew, on what is left of the file's earlier tree, unless the text is the same. */
export function evaluatorOf(file: string, text: string): Evaluator {
  const known = latestOf(file);
  // Should parsing fail, the earlier tree isn't one any more.
  const others = latest.filter((other) => other !== known);
  latest = others;
  const evaluator = known?.file.text === text ? known : new Evaluator(parseFile(file, text, known?.file));
  latest = [...others, evaluator].slice(-MOST);
  return evaluator;
}

/** The evaluator of the text that a file had last, while there is one. */
export function latestOf(file: string): Evaluator | undefined {
  return latest.find((evaluator) => evaluator.file.file === file);
}
