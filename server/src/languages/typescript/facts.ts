/** Source text → `FileFacts`. */
import type { FileFacts } from "../../core/facts";
import { Kept } from "../../core/kept";
import type { FactsOptions } from "../language";
import { factsAfterEdit, prepareEdit, type Made } from "./edit";
import type { Evaluator } from "./evaluate";
import { collectExports, exportReferences } from "./exports";
import { assemble, extractWalked } from "./extracted";
import { References } from "./references";
import { evaluatorOf, latestOf } from "./session";
import { walkFile } from "./walk";
import { collectWorkers } from "./workers";

/** The facts that were made of a text, in their parts. */
const made = new Kept<Evaluator, Made>();

/** The names that the facts of a text have. */
export function referencesOf(file: string, text: string): References {
  return madeOf(file, text).references;
}

/** Facts of one file, as `Language.facts` gives them. Never throws on bad input: a file with syntax errors gives what could be read, and a problem. */
export function extractFacts(file: string, text: string, options?: FactsOptions): FileFacts {
  // Nobody edits packages: nothing is kept for them.
  const isKept = options?.chosen !== false;
  const { references, extracted } = isKept ? madeOf(file, text) : makeFacts(evaluatorOf(file, text), options);
  return assemble(references.evaluator, extracted);
}

function madeOf(file: string, text: string): Made {
  const latest = latestOf(file);
  const before = latest && made.get(latest);
  if (before !== undefined && latest?.file.text === text) return before;
  // Looked at first: parsing again moves what the earlier tree has.
  const edit = before && prepareEdit(before, text);
  const evaluator = evaluatorOf(file, text);
  const facts = (edit && factsAfterEdit(edit, evaluator)) ?? makeFacts(evaluator);
  made.set(evaluator, facts);
  return facts;
}

function makeFacts(evaluator: Evaluator, options?: FactsOptions): Made {
  const references = new References(evaluator);
  const walked = extractWalked(references, walkFile(references, options), options);
  const exports = collectExports(evaluator);
  const extracted = {
    ...walked,
    exports: exportReferences(exports, references),
    starExports: exports.stars,
    workers: collectWorkers(evaluator),
    abstractFunctions: references.abstractFunctions,
    described: references.described,
  };
  return { references, extracted };
}
