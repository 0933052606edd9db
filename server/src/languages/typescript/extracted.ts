/** What the walk found → facts, in parts that an edit can be made in. */
import { ts } from "ts-morph";
import type { CallFacts, FileFacts, FunctionFacts, Reference } from "../../core/facts";
import { parseDirectives } from "../../core/suppress";
import type { FactsOptions } from "../language";
import { factsOfCall, spanOf } from "./calls";
import { isInComment } from "./comments";
import type { Evaluator } from "./evaluate";
import { colourOf } from "./functions";
import { argumentOf, functionGivenTo } from "./given";
import { workFacts } from "./loops";
import type { Followed } from "./loops/operations";
import { awaitsOf } from "./loops/turns";
import { namedParts } from "./named";
import { collectParameterUses, type GivenFunctions } from "./parameters";
import { isConstructor } from "./prototypes";
import { consumed, getterFacts, iterationFacts } from "./reads";
import type { Described, References } from "./references";
import type { Placed, Walked, WalkedFunction } from "./walk";
import type { WorkerUse } from "./workers";

/** Facts of a file. Calls stand in groups, one after the other in `FileFacts`; each is in the order of the walk. */
export interface Extracted {
  readonly functions: readonly FunctionFacts[];
  readonly abstractFunctions: readonly FunctionFacts[];
  readonly described: readonly Described[];
  readonly calls: readonly (readonly CallFacts[])[];
  /** Functions that went into the cost of others. */
  readonly followed: Followed;
  readonly exports: Readonly<Record<string, Reference>>;
  readonly starExports: readonly string[];
  readonly workers: WorkerUse;
}

/** Facts of what was walked: of a file, or of one function with what stands in it. */
export function extractWalked(
  references: References,
  walked: Walked,
  { chosen = true }: FactsOptions = {},
): Pick<Extracted, "functions" | "calls" | "followed"> {
  // A class that extends or implements something is one of those that may run in its place.
  for (const node of walked.classes) if (node.heritageClauses !== undefined) references.describe(node);
  const given = collectParameterUses(references, walked);
  const run = chosen ? walked : withoutChosen(walked);
  // How much somebody else's loop goes through, its callers say too.
  const { work, followed } = chosen ? workFacts(references, walked) : NO_WORK;
  const calls = [
    run.calls.flatMap((call) => factsOfCall(references, call)),
    getterFacts(references, run),
    iterationFacts(references, run.iterated),
    iterationFacts(references, consumed(references, run)),
    work,
  ];
  const functions = walked.functions.map((function_) => functionFacts(references, function_, given));
  return { functions, calls, followed };
}

const NO_WORK: ReturnType<typeof workFacts> = { work: [], followed: { calls: [], isCircular: false } };

function withoutChosen(walked: Walked): Walked {
  const isRun = ({ place }: Placed<ts.Node>): boolean => place.chosen !== true;
  const { calls, reads, iterated } = walked;
  return { ...walked, calls: calls.filter(isRun), reads: reads.filter(isRun), iterated: iterated.filter(isRun) };
}

/** The facts, with those of directives and problems, which are found in the text as a whole. */
export function assemble({ file }: Evaluator, extracted: Extracted): FileFacts {
  const { exports, starExports, workers } = extracted;
  const { abstractFunctions, classes } = namedParts(extracted);
  return {
    file: file.file,
    functions: [...extracted.functions, ...abstractFunctions],
    classes,
    calls: extracted.calls.flat(),
    exports,
    starExports,
    workers: workers.started,
    isWorker: workers.isWorker,
    directives: parseDirectives(file.text, (offset) => isInComment(file.tree, offset)),
    problems: file.problems,
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
  const colour = colourOf(node);
  const awaits = colour === "async" && node.body !== undefined ? awaitsOf(references, node.body) : undefined;
  const common = { key, parent: parent?.key, colour, placement, span };
  const facts: FunctionFacts = awaits === undefined ? common : { ...common, awaits };
  if (argumentOf(node) !== undefined) {
    const target = placement === "own" ? functionGivenTo(references, node) : undefined;
    return target === undefined ? facts : { ...facts, givenTo: target };
  }
  const isGenerator = facts.colour === "generator" || facts.colour === "async-generator";
  const returns = isGenerator || ts.isConstructorDeclaration(node) ? undefined : references.returnsOf(node);
  return {
    ...facts,
    ...(returns?.kind === "path" ? { returns } : {}),
    ...(isToBeOverridden(node) ? { isAbstract: true } : {}),
    ...makesOf(references, node),
    ...given.get(node),
  };
}

function makesOf(references: References, node: ts.Node): Pick<FunctionFacts, "makes"> {
  const isClass = isConstructor(node) && references.evaluator.prototypeOf(node) !== undefined;
  const makes = isClass ? references.describe(node) : undefined;
  return makes === undefined ? {} : { makes };
}

/** A method that does nothing but say that another runs in its place. */
function isToBeOverridden(node: ts.Node): boolean {
  const [only, ...others] = ts.isMethodDeclaration(node) ? (node.body?.statements ?? []) : [];
  if (only === undefined || others.length > 0 || !ts.isThrowStatement(only) || !ts.isClassLike(node.parent))
    return false;
  return /not (yet )?implemented|unimplemented|must (be )?(implement|overrid)|abstract/i.test(
    only.expression.getText(),
  );
}
