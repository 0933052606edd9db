/** Source text → `FileFacts`. */
import type { FileFacts, FunctionFacts } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import type { FactsOptions } from "../language";
import { factsOfCall, spanOf } from "./calls";
import { isInComment } from "./comments";
import { collectExports, exportReferences } from "./exports";
import type { Evaluator } from "./evaluate";
import { colourOf } from "./functions";
import { argumentOf, functionGivenTo } from "./given";
import { collectParameterUses, type GivenFunctions } from "./parameters";
import { getterFacts, iterationFacts } from "./reads";
import { References } from "./references";
import { evaluatorOf } from "./session";
import { walkFile, type CallNode, type Placed, type WalkedFunction } from "./walk";
import { collectWorkers } from "./workers";
import { ts } from "ts-morph";

/** What was given names when the facts of a text were made. */
const named = new WeakMap<Evaluator, References>();

/** The names that the facts of a text have. */
export function referencesOf(file: string, text: string): References {
  const evaluator = evaluatorOf(file, text);
  if (!named.has(evaluator)) extractFacts(file, text);
  return named.get(evaluator) ?? new References(evaluator);
}

/**
 * Facts of one file. Never throws on bad input: a file with syntax errors gives what could be read, and a problem. Without
 * `chosen` calls are left out that run only where the caller, a setting or an error says so.
 */
export function extractFacts(file: string, text: string, { chosen = true }: FactsOptions = {}): FileFacts {
  const evaluator = evaluatorOf(file, text);
  const references = new References(evaluator);
  named.set(evaluator, references);
  const walked = walkFile(evaluator, references, !chosen);
  // A class that extends or implements something is one of those that may run in its place.
  for (const node of walked.classes) if (node.heritageClauses !== undefined) references.describe(node);
  const given = collectParameterUses(references, walked);
  const isRun = ({ place }: Placed<CallNode>): boolean => place.branch !== "chosen";
  const calls = [
    ...walked.calls.filter(isRun).flatMap((call) => factsOfCall(references, call)),
    ...getterFacts(references, walked),
    ...iterationFacts(references, walked),
  ];
  const exports = collectExports(evaluator);
  const exported = exportReferences(exports, references);
  const functions = walked.functions.map((function_) => functionFacts(references, function_, given));
  const workers = collectWorkers(evaluator);
  return {
    file,
    functions: [...functions, ...references.abstractFunctions],
    classes: references.classes,
    calls,
    exports: exported,
    starExports: exports.stars,
    workers: workers.started,
    isWorker: workers.isWorker,
    directives: parseDirectives(text, (offset) => isInComment(evaluator.file.tree, offset)),
    problems: evaluator.file.problems,
  };
}

function functionFacts(
  references: References,
  { key, node, parent, use }: WalkedFunction,
  given: ReadonlyMap<ts.Node, GivenFunctions>,
): FunctionFacts {
  const { tree } = references.evaluator.file;
  const { placement } = use;
  if (node === undefined)
    return { key, parent: undefined, colour: "sync", placement, span: { start: 0, end: tree.end } };
  const span = spanOf(node, tree);
  if (ts.isPropertyDeclaration(node)) return { key, parent: parent?.key, colour: "sync", placement, span };
  const facts: FunctionFacts = { key, parent: parent?.key, colour: colourOf(node), placement, span };
  if (argumentOf(node) !== undefined) {
    const target = placement === "own" ? functionGivenTo(references, node) : undefined;
    return target === undefined ? facts : { ...facts, givenTo: target };
  }
  const isGenerator = facts.colour === "generator" || facts.colour === "async-generator";
  const returns = isGenerator || ts.isConstructorDeclaration(node) ? undefined : references.returnsOf(node);
  return { ...facts, ...(returns?.kind === "path" ? { returns } : {}), ...given.get(node) };
}
