/** Python 3. */
import type { Language } from "../language";
import { PyEvaluator } from "./evaluate";
import { factsOf } from "./facts";
import type { PyParser } from "./tree";

/** The language on a loaded parser; facts, fixes and suppressions of one text share one tree. */
export function createPython(parse: PyParser): Language {
  let latest: PyEvaluator | undefined;
  const evaluatorOf = (file: string, text: string): PyEvaluator => {
    if (latest?.file.file !== file || latest.file.text !== text) latest = new PyEvaluator(parse(file, text));
    return latest;
  };
  return {
    id: "python",
    extensions: [".py"],
    facts: (file, text) => factsOf(evaluatorOf(file, text)),
    fixes: (_file, _text, targets) => targets.map(() => ({ fixes: [] })),
    fixAll: () => [],
    suppressions: () => [],
    removeComment: () => [],
  };
}
