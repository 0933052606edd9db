/** The file that something moves away from: the call in its place, the pool, imports. */
import { ts } from "ts-morph";
import type { Edit } from "../../../../../core/findings";
import { insertionPoint, styleOf, type ImportStyle } from "../../importSyntax";
import { toEdits } from "../../merge";
import type { LocalEdit, Plan } from "../../plan";
import { leadingSemicolon, needsParentheses } from "../../site";
import { isTypeScript, needsReturnType, releasedBy, specifierOf, type Extraction, type Types } from "./extraction";
import type { Pool } from "./pool";
import { rangeWithComments } from "./workerFile";

/** Edits of the file itself: the call of the pool, the pool, imports, what moved away. */
export function mainEdits(
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
