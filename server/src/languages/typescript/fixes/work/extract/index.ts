/**
 * Something that computes goes to a worker file, as a named function that a pool of piscina runs. Never as text: a function that is
 * made of text has neither imports nor the names around it.
 */
import { ts } from "ts-morph";
import type { Edit } from "../../../../../core/findings";
import type { ExtractionSite, ExtractOutcome, FixTarget, ProjectContext } from "../../../../language";
import { evaluatorOf } from "../../../session";
import { suspensionHazard } from "../../hazards";
import { insertionPoint, styleOf, type ImportStyle } from "../../importSyntax";
import { findCalls, workbench } from "../../index";
import { toEdits } from "../../merge";
import type { LocalEdit, Plan, Workbench } from "../../plan";
import { awaitRefusal, leadingSemicolon, needsParentheses } from "../../site";
import { findWork } from "../find";
import { layoutOf } from "../layout";
import { surroundingsOf, type Capture, type Refusable, type Surroundings } from "./captures";
import { clonableDeclaration } from "./clonable";
import { dependenciesOf, type Dependencies } from "./dependencies";
import { functionName } from "./naming";
import { newPool, ownPool, type Pool } from "./pool";
import { typeImportsOf, typeTextOf, type TypeImport } from "./types";
import { formRefusal, unitOf, type Unit } from "./unit";
import { addedToWorker, freeIn, movedLines, newWorkerText, rangeWithComments, type WorkerContent } from "./workerFile";
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
  const around = surroundingsOf(evaluator, unit.node);
  if ("refusal" in around) return around;
  const needed = dependenciesOf(bench, around.moduleNames);
  if ("refusal" in needed) return needed;
  const sent = sentOf(around, needed);
  if ("refusal" in sent) return sent;
  const own = siteOf(bench, site);
  if (own.loader === "tsx" && own.modules === "commonjs" && own.runs === "source" && isTypeScript(bench))
    return { refusal: "tsx loads no TypeScript into the workers of a CommonJS program" };
  const job: Extraction = { bench, unit, around, needed, captures: sent.captures, site: own, project };
  return outcomeOf(job);
}

interface Extraction {
  readonly bench: Workbench;
  readonly unit: Unit;
  readonly around: Surroundings;
  readonly needed: Dependencies;
  /** Those of functions, then those of the module. */
  readonly captures: readonly Capture[];
  readonly site: ExtractionSite;
  readonly project: ProjectContext;
}

/** What the syntax says is surer than what a manifest does, but in TypeScript it says nothing. */
function siteOf(bench: Workbench, site: ExtractionSite): ExtractionSite {
  if (!isTypeScript(bench))
    return { modules: styleOf(bench).commonJs ? "commonjs" : "esm", runs: "source", textOf: site.textOf };
  // While developing, a CommonJS program that tsx runs finds no worker; what is built does.
  return site.modules === "commonjs" && site.runs === "both" ? { ...site, runs: "built" } : site;
}

function isTypeScript({ file }: Workbench): boolean {
  return /\.([cm]?ts|tsx)$/i.test(file.file);
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
    imports: workerImports(job.needed.imports, types.imports, specifierOf(bench.file.file, site), style),
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
  const cautions = cautionsOf(job);
  if (unit.kind === "expression" && hazard !== undefined && "caution" in hazard) cautions.push(hazard.caution);
  return {
    what: whatOf(unit),
    edits: [
      ...mainEdits(job, pool, name, shared, types.texts),
      ...workerEdits.map(({ start, end, text }) => ({ file: pool.file, span: { start, end }, text })),
    ],
    creates: before === undefined ? [pool.file] : [],
    cautions,
    ...(pool.isNew ? { needs: PISCINA } : {}),
  };
}

function whatOf({ node }: Unit): string {
  const inner = ts.isExpressionStatement(node) ? node.expression : node;
  if (ts.isCallExpression(inner)) {
    const { expression } = inner;
    return `\`${ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()}\``;
  }
  return ts.isStatement(inner) ? "this loop" : "this expression";
}

function cautionsOf({ captures, around, needed, site }: Extraction): string[] {
  const cautions = ["other code runs while it waits"];
  const unknown = captures.filter(({ clonable }) => clonable === "unknown").map(({ name }) => `\`${name}\``);
  if (unknown.length > 0) cautions.push(`${unknown.join(", ")} must be plain data`);
  if (around.givenTo.length > 0) cautions.push(`\`${around.givenTo.join("`, `")}\` must not change what it is given`);
  const modules = [...new Set(needed.imports.map(({ specifier }) => specifier).filter((one) => one.startsWith(".")))];
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

/** How a file is named in an import of another one in its folder. */
function specifierOf(file: string, { runs }: ExtractionSite): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return `./${name.slice(0, dot)}${runs === "source" ? name.slice(dot) : name.slice(dot).replace("ts", "js").replace(/x$/, "")}`;
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

function releasedBy({ node }: Unit, { moved }: Dependencies): ReadonlySet<ts.Node> {
  const released = new Set<ts.Node>();
  const visit = (one: ts.Node): void => {
    released.add(one);
    ts.forEachChild(one, visit);
  };
  for (const one of [node, ...moved.map(({ statement }) => statement)]) visit(one);
  return released;
}

interface Types {
  /** By name of what is sent or comes back; empty in JavaScript. */
  readonly texts: ReadonlyMap<string, string>;
  readonly imports: readonly TypeImport[];
}

function typesOf({ bench, unit, needed, captures }: Extraction): Refusable<Types> {
  if (!isTypeScript(bench)) return { texts: new Map(), imports: [] };
  const texts = new Map<string, string>();
  for (const { name, declaration } of captures) {
    const text = typeTextOf(declaration);
    if (text === undefined) return { refusal: `the type of \`${name}\` isn't written: annotate it` };
    texts.set(name, text);
  }
  const annotations = captures.flatMap(({ declaration }) => {
    const { type } = declaration as ts.VariableDeclaration;
    return type === undefined ? [] : [type];
  });
  const found = typeImportsOf([unit.node, ...needed.moved.map(({ statement }) => statement), ...annotations]);
  return "refusal" in found ? found : { texts, imports: found.imports };
}

function workerFunction(
  { bench, unit, captures }: Extraction,
  name: string,
  types: Types["texts"],
): WorkerContent["function"] {
  const { semicolon } = styleOf(bench);
  const layout = layoutOf(bench.file.tree);
  const given = captures.filter(({ isRead }) => isRead).map((one) => one.name);
  const results = captures.filter(({ isWritten }) => isWritten).map((one) => one.name);
  const isTyped = isTypeScript(bench);
  const typed = (names: readonly string[]): string =>
    names.map((one) => `${one}: ${types.get(one) ?? "unknown"}`).join("; ");
  const parameters = given.length === 0 ? "()" : `({ ${given.join(", ")} }${isTyped ? `: { ${typed(given)} }` : ""})`;
  if (unit.kind === "expression")
    return { name, parameters, result: "", body: [movedLines(unit.node, layout, "return ", semicolon)] };
  const [only, ...others] = results;
  const value = others.length === 0 ? only : `{ ${results.join(", ")} }`;
  const type = others.length === 0 ? types.get(only ?? "") : `{ ${typed(results)} }`;
  const unset = captures.filter(({ isRead }) => !isRead).map((one) => one.name);
  return {
    name,
    parameters,
    result: isTyped && type !== undefined && value !== undefined ? `: ${type}` : "",
    body: [
      ...unset.map((one) => `let ${one}${isTyped ? `!: ${types.get(one) ?? "unknown"}` : ""}${semicolon}`),
      movedLines(unit.node, layout),
      ...(value === undefined ? [] : [`return ${value}${semicolon}`]),
    ],
  };
}

/** Edits of the file itself: the call of the pool, the pool, imports, what moved away. */
function mainEdits(
  job: Extraction,
  pool: Pool,
  name: string,
  shared: ReadonlySet<string>,
  types: Types["texts"],
): readonly Edit[] {
  const { bench, unit, needed, captures, site } = job;
  const { tree, text, file } = bench.file;
  const style = styleOf(bench);
  const specifier = specifierOf(pool.file, site);
  const call = callText(job, pool.name, name, style);
  const start = unit.node.getStart(tree);
  const edits: LocalEdit[] = [
    {
      start,
      end: unit.node.end,
      text: unit.kind === "statement" ? statementText(job, call, types, style) : expressionText(job, call, name),
    },
  ];
  for (const { becomesVariable: list } of captures)
    if (list !== undefined)
      edits.push({ start: list.getStart(tree), end: list.getStart(tree) + "const".length, text: "let" });
  for (const moved of needed.moved) {
    const [from, end] = rangeWithComments(moved.statement, tree);
    const rest = /^[ \t]*(?:\r\n|\n|\r)?(?:[ \t]*(?:\r\n|\n|\r))?/.exec(text.slice(end))?.[0] ?? "";
    const isExported = moved.exportKeyword !== undefined;
    edits.push({
      start: from,
      end: isExported ? end : end + rest.length,
      text: isExported ? `export { ${moved.name} }${style.semicolon}` : "",
    });
  }
  const needs = [...pool.needs, ...[...shared].map((one) => ({ module: specifier, name: one, local: one }))];
  const released = [...releasedBy(unit, needed)].filter((one): one is ts.Identifier => ts.isIdentifier(one));
  const plan: Plan = { callee: name, cautions: [], edits, needs, released };
  const type =
    call !== "" && needsReturnType(job)
      ? [`import type { ${name} } from ${style.quote}${specifier}${style.quote}${style.semicolon}`]
      : [];
  const top = type.length === 0 ? [] : [insertionPoint(tree, undefined, type, style)];
  return withTop(toEdits(bench, [plan]), [...top, ...pool.edits], file, style.newline);
}

/** What stands behind the imports goes there, also where the last of them goes away. */
function withTop(edits: readonly Edit[], top: readonly LocalEdit[], file: string, newline: string): readonly Edit[] {
  const all = [...edits];
  for (const { start, text } of top) {
    const covering = edits.find(({ span }) => span.start < start && start <= span.end && span.end > span.start);
    const at = covering === undefined ? start : covering.span.end;
    const isLine = covering?.text === "";
    const moved = isLine ? text.replace(/^\r?\n/, "") + newline : text;
    all.push({ file, span: { start: at, end: at }, text: moved });
  }
  return all.sort((a, b) => a.span.start - b.span.start);
}

function callText({ captures }: Extraction, pool: string, name: string, { quote }: ImportStyle): string {
  const given = captures.filter(({ isRead }) => isRead).map((one) => one.name);
  const task = given.length === 0 ? "undefined" : `{ ${given.join(", ")} }`;
  return `await ${pool}.run(${task}, { name: ${quote}${name}${quote} })`;
}

function statementText(
  { bench, unit, captures }: Extraction,
  call: string,
  types: Types["texts"],
  { semicolon }: ImportStyle,
): string {
  const results = captures.filter(({ isWritten }) => isWritten).map((one) => one.name);
  const [only, ...others] = results;
  if (only === undefined) return call + semicolon;
  const isTyped = isTypeScript(bench);
  if (others.length === 0)
    return `${only} = ${isTyped ? `(${call}) as ${types.get(only) ?? "unknown"}` : call}${semicolon}`;
  const type = results.map((one) => `${one}: ${types.get(one) ?? "unknown"}`).join("; ");
  const before = startsUnended(unit.node as ts.Statement, bench.file.tree) ? ";" : "";
  return `${before}({ ${results.join(", ")} } = ${isTyped ? `(${call}) as { ${type} }` : call})${semicolon}`;
}

/** Whether what stands before ends without a semicolon, so that a parenthesis would go on with it. */
function startsUnended(statement: ts.Statement, tree: ts.SourceFile): boolean {
  const { parent } = statement;
  if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isCaseOrDefaultClause(parent)) return false;
  const previous = parent.statements[parent.statements.indexOf(statement) - 1];
  return previous !== undefined && !/[;}]$/.test(tree.text.slice(previous.pos, previous.end));
}

function expressionText(job: Extraction, call: string, name: string): string {
  const { bench, unit } = job;
  const node = unit.node as ts.Expression;
  const { tree } = bench.file;
  if (needsReturnType(job)) {
    const { parent } = node;
    const isFree =
      ts.isVariableDeclaration(parent) ||
      ts.isReturnStatement(parent) ||
      (ts.isCallExpression(parent) && parent.expression !== node);
    const cast = `(${call}) as ReturnType<typeof ${name}>`;
    return isFree ? cast : `${leadingSemicolon(node, tree)}(${cast})`;
  }
  return needsParentheses(node as never) ? `${leadingSemicolon(node, tree)}(${call})` : call;
}

/** In TypeScript a pool gives `any`: what is annotated needs no more, the rest is what the function gives. */
function needsReturnType({ bench, unit }: Extraction): boolean {
  if (unit.kind === "statement" || !isTypeScript(bench)) return false;
  const { parent } = unit.node;
  return !(ts.isVariableDeclaration(parent) && parent.type !== undefined);
}
