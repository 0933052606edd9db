/** Python source → `FileFacts`. */
import type { FileFacts, Problem, Reference } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import { collectCalls } from "./calls";
import type { PyEvaluator } from "./evaluate";
import { descendants } from "./tree";
import { toReference } from "./values";

/** Facts of one parsed file. Where the text isn't Python there is a problem, and what could be read. */
export function factsOf(evaluator: PyEvaluator): FileFacts {
  const { file, text, root, errorAt } = evaluator.file;
  const { functions, classes, calls } = collectCalls(evaluator);
  const exports: Record<string, Reference> = {};
  for (const name of evaluator.scopes.module.names.keys()) {
    exports[name] = toReference(evaluator.valueOfName(name, root));
  }
  const problems: Problem[] =
    errorAt === undefined ? [] : [{ file, kind: "syntax", message: "this is not Python 3.", offset: errorAt }];
  const comments = text.includes("unblock-ignore-")
    ? [...descendants(root)].filter(({ type }) => type === "comment")
    : [];
  return {
    file,
    functions,
    classes,
    calls,
    exports,
    starExports: evaluator.scopes.module.stars,
    workers: [],
    isWorker: false,
    directives: parseDirectives(text, (offset) => comments.some(({ start, end }) => start <= offset && offset < end)),
    problems,
  };
}
