/** Source text → `FileFacts`. */
import type { FileFacts } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import { collectCalls } from "./calls";
import { isInComment } from "./comments";
import { collectExports, exportReferences } from "./exports";
import { evaluatorOf } from "./session";
import { toReference } from "./values";
import { collectWorkers } from "./workers";

/** Facts of one file. Never throws on bad input: a file with syntax errors gives what could be read, and a problem. */
export function extractFacts(file: string, text: string): FileFacts {
  const evaluator = evaluatorOf(file, text);
  const { functions, calls, keys } = collectCalls(evaluator);
  const exports = collectExports(evaluator);
  const workers = collectWorkers(evaluator);
  return {
    file,
    functions,
    classes: [],
    calls,
    exports: exportReferences(evaluator, exports, (value) => toReference(value, (node) => keys.keyOf(node))),
    starExports: exports.stars,
    workers: workers.started,
    isWorker: workers.isWorker,
    directives: parseDirectives(text, (offset) => isInComment(evaluator.file.tree, offset)),
    problems: evaluator.file.problems,
  };
}
