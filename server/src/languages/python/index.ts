/** Python 3. */
import type { Language } from "../language";
import { PyEvaluator } from "./evaluate";
import { factsOf } from "./facts";
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
  const evaluatorOf = (file: string, text: string): PyEvaluator => {
    if (latest?.file.file !== file || latest.file.text !== text) latest = new PyEvaluator(parse(file, text));
    return latest;
  };
  return {
    id: "python",
    extensions: [".py"],
    facts: (file, text, options) => factsOf(evaluatorOf(file, text), options),
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
