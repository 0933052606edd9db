/** Statements that move one level deeper, line by line: lines that begin inside a string stay as they are. */
import type { Span } from "../../../../core/facts";
import type { PyEvaluator } from "../../evaluate";
import { descendants, type PyNode } from "../../tree";
import { indentOf } from "../block";
import { functionAround } from "../hazards";
import type { LocalEdit } from "../plan";

/** Whether nothing else stands on the lines of a statement, comments at their end apart. */
export function hasOwnLines({ file: { text } }: PyEvaluator, { start, end }: PyNode): boolean {
  const before = text.slice(lineStart(text, start), start);
  const [after = ""] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  return before.trim() === "" && /^\s*(#.*)?$/.test(after);
}

/** One level of indentation, as the function around a statement has it. */
export function unitAt({ file: { text } }: PyEvaluator, statement: PyNode): string {
  const home = functionAround(statement);
  const [outer, inner] = [home === undefined ? "" : indentOf(text, home.start), indentOf(text, statement.start)];
  const body = home?.children.find(({ field }) => field === "body")?.children[0];
  const first = body === undefined ? inner : indentOf(text, body.start);
  return first.length > outer.length && first.startsWith(outer) ? first.slice(outer.length) : "    ";
}

/** Deepens every line that begins after `start` and before `end`. */
export function deepened(evaluator: PyEvaluator, within: PyNode, span: Span): LocalEdit[] {
  const { text } = evaluator.file;
  const unit = unitAt(evaluator, within);
  const home = functionAround(within) ?? evaluator.file.root;
  const strings = [...descendants(home)].filter(({ type }) => type === "string");
  const edits: LocalEdit[] = [];
  for (const { 0: newline, index } of text.slice(span.start, span.end).matchAll(/\r\n|\n|\r/g)) {
    const at = span.start + index + newline.length;
    const isContent = at < span.end && /^[ \t]*[^\s]/.test(text.slice(at));
    if (isContent && !strings.some(({ start, end }) => start < at && at < end))
      edits.push({ start: at, end: at, text: unit });
  }
  return edits;
}

/** Takes a statement away with its line. */
export function withoutLine({ file: { text } }: PyEvaluator, { start, end }: Span): LocalEdit {
  const [rest = ""] = /^[^\r\n]*(\r\n|\n|\r)?/.exec(text.slice(end)) ?? [];
  return { start: lineStart(text, start), end: end + rest.length, text: "" };
}

export function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}
