/** Python 3. */
import { Kept } from "../../core/kept";
import type { Language } from "../language";
import { PyEvaluator } from "./evaluate";
import { extractAfterEdit, prepareEdit } from "./edit";
import { extract, factsOf, type Extracted } from "./facts";
import { makeAsync } from "./fixes/async";
import { declarationOf } from "./fixes/declaration";
import { fixAllEdits, fixesFor, nodeAt, refactoringsAt } from "./fixes/index";
import { removeComment, suppressionFixes } from "./fixes/suppressions";
import { threadUseOf } from "./fixes/threads";
import { mentionsOf } from "./mentions";
import type { PyParser } from "./tree";

/** The language on a loaded parser; facts, fixes and suppressions of one text share one tree. */
export function createPython(parse: PyParser): Language {
  let latest: PyEvaluator | undefined;
  /** The facts that were made of a text, in their parts. */
  const made = new Kept<PyEvaluator, Extracted>();
  const extractedOf = (file: string, text: string): { evaluator: PyEvaluator; extracted: Extracted } => {
    const before = latest?.file.file === file ? latest : undefined;
    const known = before && made.get(before);
    if (before !== undefined && known !== undefined && before.file.text === text)
      return { evaluator: before, extracted: known };
    // Looked at first: parsing again moves what the earlier tree has.
    const edit = before && known && prepareEdit(before, known, text);
    const evaluator = evaluatorOf(file, text);
    const extracted = (edit && extractAfterEdit(edit, evaluator)) ?? extract(evaluator);
    made.set(evaluator, extracted);
    return { evaluator, extracted };
  };
  const evaluatorOf = (file: string, text: string): PyEvaluator => {
    if (latest?.file.file !== file || latest.file.text !== text) latest = new PyEvaluator(parse(file, text));
    return latest;
  };
  return {
    id: "python",
    extensions: [".py"],
    facts: (file, text, options) => {
      if (options?.chosen !== false) {
        const { evaluator, extracted } = extractedOf(file, text);
        return factsOf(evaluator, extracted);
      }
      // Nobody edits packages: nothing is kept for them.
      const evaluator = evaluatorOf(file, text);
      return factsOf(evaluator, extract(evaluator, options));
    },
    fixes: (file, text, targets, project) => fixesFor(evaluatorOf(file, text), targets, project),
    fixAll: (file, text, targets, project, options) => fixAllEdits(evaluatorOf(file, text), targets, project, options),
    suppressions: (file, text, span, code) => suppressionFixes(evaluatorOf(file, text), span, code),
    removeComment: (file, text, offset) => removeComment(evaluatorOf(file, text), offset),
    threadUse: (file, text, span) => {
      const evaluator = evaluatorOf(file, text);
      const function_ = nodeAt(evaluator.file.root, span);
      return function_ === undefined ? undefined : threadUseOf(evaluator, function_);
    },
    mentions: (file, text) => mentionsOf(evaluatorOf(file, text)),
    declarationOf: (file, text, span) => {
      const evaluator = evaluatorOf(file, text);
      const function_ = nodeAt(evaluator.file.root, span);
      return function_ === undefined ? undefined : declarationOf(evaluator, function_);
    },
    makeAsync: (file, text, request, project) =>
      makeAsync(file, text, request, project, (changed) => evaluatorOf(file, changed)),
    refactorings: (file, text, span, project) => refactoringsAt(evaluatorOf(file, text), span, project),
  };
}
