/** Python source → `FileFacts`. */
import type { FileFacts, FunctionFacts, Problem, Reference } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import type { FactsOptions } from "../language";
import { collectCalls, type Collected } from "./calls";
import type { PyEvaluator } from "./evaluate";
import { descendants, spanOf, textOf } from "./tree";
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

/** What was found in the statements of a file, and what they give to others. */
export interface Extracted {
  readonly collected: Collected;
  readonly exports: Readonly<Record<string, Reference>>;
  /** Some value goes round in a circle: what it is hangs on what was asked for first. */
  readonly hasCycles: boolean;
}

/** Of the whole file. */
export function extract(evaluator: PyEvaluator, options?: FactsOptions): Extracted {
  const { root } = evaluator.file;
  const collected = collectCalls(evaluator, root.children, options);
  const exports: Record<string, Reference> = {};
  for (const name of evaluator.scopes.module.names.keys()) {
    exports[name] = toReference(evaluator.valueOfName(name, root));
  }
  return { collected, exports, hasCycles: evaluator.cycles.size > 0 };
}

/** Facts of one parsed file. Where the text isn't Python there is a problem, and what could be read. */
export function factsOf(evaluator: PyEvaluator, { collected, exports }: Extracted): FileFacts {
  const { file, text, root, errorAt } = evaluator.file;
  const starNames = namesForStar(evaluator);
  const problems: Problem[] =
    errorAt === undefined ? [] : [{ file, kind: "syntax", message: "this is not Python 3.", offset: errorAt }];
  const comments = text.includes("unblock-ignore-")
    ? [...descendants(root)].filter(({ type }) => type === "comment")
    : [];
  const module: FunctionFacts = { key: "", parent: undefined, colour: "sync", placement: "own", span: spanOf(root) };
  return {
    file,
    functions: [module, ...collected.functions],
    classes: collected.classes.map(({ facts }) => facts),
    calls: [...collected.calls, ...collected.work],
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
