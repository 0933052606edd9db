/** Python source → `FileFacts`. */
import type { FileFacts, Problem, Reference } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import type { FactsOptions } from "../language";
import { collectCalls } from "./calls";
import type { PyEvaluator } from "./evaluate";
import { descendants, textOf } from "./tree";
import { toReference } from "./values";

/** What `__all__` lists, where that is written once and in literals. */
function namesForStar({ scopes, file }: PyEvaluator): readonly string[] | undefined {
  const [source, ...others] = scopes.module.names.get("__all__") ?? [];
  if (source?.kind !== "value" || others.length > 0 || /\b__all__\s*\./.test(file.text)) return undefined;
  const list = source.value;
  if (list === undefined || !/^(?:list|tuple)$/.test(list.type)) return undefined;
  const items = list.children.filter(({ type }) => type !== "comment");
  const names = items.map((item) => /^["'](\w+)["']$/.exec(textOf(item, file))?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Facts of one parsed file, as `Language.facts` gives them. Where the text isn't Python there is a problem, and what could be read. */
export function factsOf(evaluator: PyEvaluator, options?: FactsOptions): FileFacts {
  const { file, text, root, errorAt } = evaluator.file;
  const { functions, classes, calls } = collectCalls(evaluator, options);
  const exports: Record<string, Reference> = {};
  for (const name of evaluator.scopes.module.names.keys()) {
    exports[name] = toReference(evaluator.valueOfName(name, root));
  }
  const starNames = namesForStar(evaluator);
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
    // What is imported last is what a name stands for.
    starExports: evaluator.scopes.module.stars.toReversed(),
    ...(starNames === undefined ? {} : { starNames }),
    workers: [],
    isWorker: false,
    directives: parseDirectives(text, (offset) => comments.some(({ start, end }) => start <= offset && offset < end)),
    problems,
  };
}
