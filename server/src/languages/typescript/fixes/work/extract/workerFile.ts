/** The worker file: made, or one that is there with more in it. */
import { ts } from "ts-morph";
import { evaluatorOf } from "../../../session";
import type { ImportStyle } from "../../importSyntax";
import { insertionPoint } from "../../importSyntax";
import { FileNames } from "../../names";
import type { LocalEdit } from "../../plan";
import { allNodes } from "../find";
import { indentAt, type Layout } from "../layout";
import type { Refusable } from "./captures";
import type { Moved } from "./dependencies";

/** The function that a worker runs. */
export interface WorkerFunction {
  readonly name: string;
  /** With its parentheses, and types where there are any. */
  readonly parameters: string;
  readonly result: string;
  /** Statements, each with its own lines. */
  readonly body: readonly string[];
}

export interface WorkerContent {
  readonly imports: readonly string[];
  readonly moved: readonly Moved[];
  /** Names of what moved that others than the worker's function use. */
  readonly shared: ReadonlySet<string>;
  readonly function: WorkerFunction;
}

export function newWorkerText(content: WorkerContent, style: ImportStyle, layout: Layout): string {
  const { newline } = layout;
  const parts = [
    content.imports.join(newline),
    ...content.moved.map((moved) => movedText(moved, content, style)),
    functionText(content.function, style, layout),
  ];
  if (style.commonJs) {
    const names = [...content.shared, content.function.name];
    parts.push(`module.exports = { ${names.join(", ")} }${style.semicolon}`);
  }
  return parts.filter((part) => part !== "").join(newline + newline) + newline;
}

/** Edits that add to a worker file that is there. */
export function addedToWorker(
  file: string,
  text: string,
  content: WorkerContent,
  style: ImportStyle,
  layout: Layout,
): Refusable<{ readonly edits: readonly LocalEdit[] }> {
  const { tree, problems } = evaluatorOf(file, text).file;
  if (problems.length > 0) return { refusal: "its worker file has a syntax error" };
  const declared = new Set([...allNodes(tree)].filter(ts.isIdentifier).map((node) => node.text));
  const clash = content.moved.find(({ name }) => declared.has(name));
  if (clash !== undefined) return { refusal: `its worker file has a \`${clash.name}\` already` };
  const { newline } = layout;
  const missing = content.imports.filter((line) => !text.includes(line));
  const edits: LocalEdit[] = missing.length === 0 ? [] : [insertionPoint(tree, undefined, missing, style)];
  const parts = [
    ...content.moved.map((moved) => movedText(moved, content, style)),
    functionText(content.function, style, layout),
    ...(style.commonJs
      ? [...content.shared, content.function.name].map((name) => `module.exports.${name} = ${name}${style.semicolon}`)
      : []),
  ];
  const before = text.endsWith("\n") ? newline : newline + newline;
  edits.push({ start: text.length, end: text.length, text: before + parts.join(newline + newline) + newline });
  return { edits };
}

/** A name that the worker file doesn't have yet. */
export function freeIn(file: string, text: string | undefined, name: string): string {
  return text === undefined ? name : new FileNames(evaluatorOf(file, text)).freshName(name);
}

function movedText({ name, statement, exportKeyword }: Moved, { shared }: WorkerContent, style: ImportStyle): string {
  const source = statement.getSourceFile();
  const [start] = rangeWithComments(statement, source);
  const own = statement.getStart(source);
  const comments = source.text.slice(start, own);
  const from = exportKeyword === undefined ? own : afterSpace(source.text, exportKeyword.end);
  const isExported = shared.has(name) && !style.commonJs;
  return comments + (isExported ? "export " : "") + source.text.slice(from, statement.end);
}

function afterSpace(text: string, offset: number): number {
  return offset + (/^\s*/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** The statement with the comments right above it. */
export function rangeWithComments(statement: ts.Node, { text }: ts.SourceFile): readonly [number, number] {
  let start = statement.getStart();
  for (const comment of (ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []).toReversed()) {
    if (/\n\s*\n/.test(text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return [start, statement.end];
}

function functionText(
  { name, parameters, result, body }: WorkerFunction,
  style: ImportStyle,
  { newline, unit }: Layout,
): string {
  const head = `${style.commonJs ? "" : "export "}function ${name}${parameters}${result} {`;
  return [head, ...body.map((line) => unit + line), "}"].join(newline);
}

/** The node's text, its lines one level in from where the function stands. Lines of a text in backquotes stay. */
export function movedLines(node: ts.Node, { newline, unit }: Layout, prefix = "", suffix = ""): string {
  const source = node.getSourceFile();
  const { text } = source;
  const start = node.getStart(source);
  const base = indentAt(text, start);
  const literals = [node, ...allNodes(node)].filter(
    (one) => ts.isNoSubstitutionTemplateLiteral(one) || ts.isTemplateExpression(one),
  );
  let result = "";
  let at = start;
  for (let end = text.indexOf("\n", at); end !== -1 && end < node.end; end = text.indexOf("\n", at)) {
    result += text.slice(at, end).replace(/\r$/, "");
    at = end + 1;
    const isInText = literals.some((literal) => literal.getStart(source) < at && at <= literal.end);
    const isBlank = /^[ \t]*\r?\n/.test(text.slice(at));
    result += newline;
    if (isInText || isBlank) continue;
    if (text.startsWith(base, at)) at += base.length;
    result += unit;
  }
  return prefix + result + text.slice(at, node.end) + suffix;
}
