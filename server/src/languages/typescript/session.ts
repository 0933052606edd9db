/** The files that were parsed last, with their values: facts, fixes and suppressions of one text share one tree. */
import { Evaluator } from "./evaluate";
import { parseFile } from "./parse";

/** As many as an editor looks at in turn; their trees take a few hundred kilobytes each. */
const MOST = 4;

/** By file, the one that was used last at the end. A cache of a pure function: nothing else sees it. */
const latest = new Map<string, Evaluator>();

/** The evaluator of `text`; made anew, on what is left of the file's earlier tree, unless the text is the same. */
export function evaluatorOf(file: string, text: string): Evaluator {
  const known = latest.get(file);
  // Should parsing fail, the earlier tree isn't one any more.
  latest.delete(file);
  const evaluator = known?.file.text === text ? known : new Evaluator(parseFile(file, text, known?.file));
  latest.set(file, evaluator);
  for (const oldest of latest.keys()) {
    if (latest.size <= MOST) break;
    latest.delete(oldest);
  }
  return evaluator;
}

/** The evaluator of the text that a file had last, while there is one. */
export function latestOf(file: string): Evaluator | undefined {
  return latest.get(file);
}
