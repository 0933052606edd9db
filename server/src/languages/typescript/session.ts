/** The latest file that was parsed, with its values: facts, fixes and suppressions of one text share one tree. */
import { Evaluator } from "./evaluate";
import { parseFile } from "./parse";

let latest: Evaluator | undefined;

/** The evaluator of `text`; made anew unless it is that of the call before. A cache of a pure function: nothing else sees it. */
export function evaluatorOf(file: string, text: string): Evaluator {
  if (latest?.file.file !== file || latest.file.text !== text) latest = new Evaluator(parseFile(file, text));
  return latest;
}
