/**
 * Something that computes goes to a worker file, as a named function that a pool of piscina runs. Never as text: a function that is
 * made of text has neither imports nor the names around it.
 */
import { ts } from "ts-morph";
import type { ExtractionSite, ExtractOutcome, FixTarget, ProjectContext } from "../../../../language";
import { evaluatorOf } from "../../../session";
import { suspensionHazard } from "../../hazards";
import { styleOf, type ImportStyle } from "../../importSyntax";
import { findCalls, workbench } from "../../index";
import type { LocalEdit, Workbench } from "../../plan";
import { awaitRefusal } from "../../site";
import { findWork } from "../find";
import { layoutOf } from "../layout";
import { mainEdits } from "./callSite";
import { surroundingsOf, type Capture, type Refusable, type Surroundings } from "./captures";
import { clonableDeclaration } from "./clonable";
import { dependenciesOf, type Dependencies } from "./dependencies";
import { isTypeScript, releasedBy, specifierOf, type Extraction } from "./extraction";
import { functionName } from "./naming";
import { newPool, ownPool } from "./pool";
import { formRefusal, givesAsMuch, unitOf } from "./unit";
import { addedToWorker, freeIn, newWorkerText, type WorkerContent } from "./workerFile";
import { typesOf, workerFunction } from "./workerFunction";
import { workerImports } from "./workerImports";

/** Without dependencies of its own; runs from Node.js 20 on. A task goes there and back in 51 µs. */
const PISCINA = { name: "piscina", version: "5.3.2", nodeMajor: 20 };

export function extractWork(
  file: string,
  text: string,
  target: FixTarget,
  project: ProjectContext,
  site: ExtractionSite,
): ExtractOutcome {
  const evaluator = evaluatorOf(file, text);
  const bench = workbench(evaluator, project, [], []);
  const { tree } = evaluator.file;
  const node = target.work === undefined ? findCalls(tree, [target.span])[0] : findWork(tree, target.span);
  const unit = node === undefined ? undefined : unitOf(node);
  if (unit === undefined) return { refusal: "a function as a whole has no place to wait for it" };
  const refusal = awaitRefusal(evaluator, unit.node, bench) ?? formRefusal(evaluator, unit);
  if (refusal !== undefined) return { refusal };
  if (givesAsMuch(unit)) return { refusal: "what it gives is as large as the work: copying it back takes as long" };
  const around = surroundingsOf(evaluator, unit.node);
  if ("refusal" in around) return around;
  const needed = dependenciesOf(bench, around.moduleNames);
  if ("refusal" in needed) return needed;
  const sent = sentOf(around, needed);
  if ("refusal" in sent) return sent;
  const own = siteOf(bench, site);
  const name = target.work?.kind === "walk" ? `\`${target.work.name}\`` : whatOf(node ?? unit.node);
  if (own.loader === "tsx" && own.modules === "commonjs" && own.runs === "source" && isTypeScript(bench))
    return { refusal: "tsx loads no TypeScript into the workers of a CommonJS program" };
  const job: Extraction = { bench, unit, around, needed, captures: sent.captures, site: own, name };
  return outcomeOf(job);
}

/** What the syntax says is surer than what a manifest does, but in TypeScript it says nothing. */
function siteOf(bench: Workbench, site: ExtractionSite): ExtractionSite {
  if (!isTypeScript(bench))
    return { modules: styleOf(bench).commonJs ? "commonjs" : "esm", runs: "source", textOf: site.textOf };
  // While developing, a CommonJS program that tsx runs finds no worker; what is built does.
  return site.modules === "commonjs" && site.runs === "both" ? { ...site, runs: "built" } : site;
}

function sentOf(
  { captures }: Surroundings,
  { sent }: Dependencies,
): Refusable<{ readonly captures: readonly Capture[] }> {
  const all = [...captures];
  for (const { symbol, declaration } of sent) {
    const clonable = clonableDeclaration(declaration);
    if (typeof clonable === "object") return { refusal: `\`${symbol.name}\` ${clonable.refusal}` };
    all.push({ name: symbol.name, symbol, declaration, isRead: true, isWritten: false, clonable });
  }
  return { captures: all };
}

function outcomeOf(job: Extraction): ExtractOutcome {
  const { bench, unit, captures, site } = job;
  const results = captures.filter(({ isWritten }) => isWritten);
  if (unit.kind === "expression" && results.length > 0)
    return { refusal: `it changes \`${results[0]?.name ?? ""}\` and gives a value` };
  const hazard = unit.kind === "expression" ? suspensionHazard(bench, unit.node) : undefined;
  if (unit.kind === "expression" && hazard !== undefined && "refuse" in hazard) return { refusal: hazard.refuse };
  const types = typesOf(job);
  if ("refusal" in types) return types;
  const pool = ownPool(bench, site) ?? newPool(bench, unit.node, freeWorkerFile(bench, site), site);
  const before = site.textOf(pool.file);
  const there = specifierOf(pool.file, site);
  const imports = job.needed.imports.filter(({ specifier }) => specifier !== there);
  // What has moved there is there under its own name.
  const renamed = job.needed.imports.find((one) => one.specifier === there && one.members[0] !== one.name.text);
  if (renamed !== undefined) return { refusal: `\`${renamed.name.text}\` has another name in the worker file` };
  const name = freeIn(
    pool.file,
    before,
    functionName(
      unit,
      results.map((one) => one.name),
    ),
  );
  const shared = new Set(
    job.needed.moved.filter((moved) => isShared(job, moved.symbol, moved.exportKeyword)).map((one) => one.name),
  );
  const style = workerStyle(bench);
  const content: WorkerContent = {
    imports: workerImports(imports, types.imports, specifierOf(bench.file.file, site), style),
    moved: job.needed.moved,
    shared,
    function: workerFunction(job, name, types.texts),
  };
  const layout = layoutOf(bench.file.tree);
  const added = before === undefined ? undefined : addedToWorker(pool.file, before, content, style, layout);
  if (added !== undefined && "refusal" in added) return added;
  const workerEdits: readonly LocalEdit[] = added?.edits ?? [
    { start: 0, end: 0, text: newWorkerText(content, style, layout) },
  ];
  const cautions = cautionsOf(job, imports);
  if (unit.kind === "expression" && hazard !== undefined && "caution" in hazard) cautions.push(hazard.caution);
  return {
    what: job.name,
    edits: [
      ...mainEdits(job, pool, name, shared, types.texts),
      ...workerEdits.map(({ start, end, text }) => ({ file: pool.file, span: { start, end }, text })),
    ],
    creates: before === undefined ? [pool.file] : [],
    cautions,
    ...(pool.isNew ? { needs: PISCINA } : {}),
  };
}

function whatOf(node: ts.Node): string {
  const inner = ts.isExpressionStatement(node) ? node.expression : node;
  if (ts.isCallExpression(inner)) {
    const { expression } = inner;
    return `\`${ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()}\``;
  }
  return ts.isStatement(inner) ? "this loop" : "this expression";
}

function cautionsOf({ captures, around, needed, site }: Extraction, imports: Dependencies["imports"]): string[] {
  const cautions = ["other code runs while it waits"];
  const unknown = captures.filter(({ clonable }) => clonable === "unknown").map(({ name }) => `\`${name}\``);
  if (unknown.length > 0) cautions.push(`${unknown.join(", ")} must be plain data`);
  const functions = around.givenTo.filter(
    (name) => !needed.moved.some((moved) => moved.name === name && moved.leavesArguments),
  );
  if (functions.length > 0) cautions.push(`\`${functions.join("`, `")}\` must not change what it is given`);
  const modules = [...new Set(imports.map(({ specifier }) => specifier).filter((one) => one.startsWith(".")))];
  if (modules.length > 0)
    cautions.push(`\`${modules.join("`, `")}\` is loaded once more there, with a state of its own`);
  if (site.loader === "tsx" && site.modules === "commonjs" && site.runs === "built")
    cautions.push("tsx doesn't find it, only what is built does");
  if (around.globals.has("console")) cautions.push("what it prints may come later");
  return cautions;
}

/** Beside the file; one that is there and isn't the pool's stays as it is. */
function freeWorkerFile({ file: { file } }: Workbench, { textOf }: ExtractionSite): string {
  const dot = file.lastIndexOf(".");
  const end = file.slice(dot).replace(/x$/, "");
  let free = `${file.slice(0, dot)}.worker${end}`;
  for (let count = 2; textOf(free) !== undefined; count++) free = `${file.slice(0, dot)}${count}.worker${end}`;
  return free;
}

/** That of the file; TypeScript is written as modules whatever becomes of it. */
function workerStyle(bench: Workbench): ImportStyle {
  const style = styleOf(bench);
  return isTypeScript(bench) ? { ...style, commonJs: false } : style;
}

/** Whether something that moves is used where it was, too. */
function isShared({ bench, unit, needed }: Extraction, symbol: ts.Symbol, exportKeyword: ts.Node | undefined): boolean {
  return exportKeyword !== undefined || bench.names.isUsedBeside(symbol, releasedBy(unit, needed));
}
