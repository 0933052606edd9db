/** The files that were parsed last, with their values: facts, fixes and suppressions of one text share one tree. */
import { Evaluator } from "./evaluate";
import { parseFile } from "./parse";

/** As many as an editor looks at in turn; their trees take a few hundred kilobytes each. */
const MOST = 4;

/**
 * The files that were asked for more than once, the one that was used last at the end. A cache of a pure function: nothing else sees it. Not a Map: V8 chains
 * each table that a Map outgrows to the next one, so that one old table would keep every tree that came later until the next full collection.
 */
let latest: readonly Evaluator[] = [];

/**
 * The file that came last, as long as nobody has asked for it again. A run over a whole project asks for most files once: trees that stayed would
 * be copied by each young-generation collection, and be old before they are dropped (measured: a tenth of the time and a quarter of the memory).
 */
let newest: Evaluator | undefined;

/** The evaluator of `text`; made anew, on what is left of the file's earlier tree, unless the text is the same. */
export function evaluatorOf(file: string, text: string): Evaluator {
  const known = latestOf(file);
  // Should parsing fail, the earlier tree isn't one any more.
  const others = latest.filter((other) => other !== known);
  latest = others;
  if (known === undefined || known === newest) newest = undefined;
  const evaluator = known?.file.text === text ? known : new Evaluator(parseFile(file, text, known?.file));
  if (known === undefined) newest = evaluator;
  else latest = [...others, evaluator].slice(-MOST);
  return evaluator;
}

/** The evaluator of the text that a file had last, while there is one. */
export function latestOf(file: string): Evaluator | undefined {
  const isOfFile = (evaluator: Evaluator): boolean => evaluator.file.file === file;
  return newest !== undefined && isOfFile(newest) ? newest : latest.find(isOfFile);
}
