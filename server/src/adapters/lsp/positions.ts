/** The only place that converts between offsets and positions; both count UTF-16 code units. */
import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../core/facts";

/** Offsets beyond the text become its end. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Positions beyond the text become its end, or the end of their line. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Range of the word, string or sign at `offset`, for problems that are known by their start only. */
export function rangeOfToken(document: TextDocument, offset: number): Range {
  const text = document.getText();
  const start = Math.max(0, Math.min(offset, text.length));
  const token = /^(?:"(?:[^"\\\r\n]|\\.)*"|[\w.-]+|\S)/.exec(text.slice(start, start + 200))?.[0] ?? "";
  return toRange(document, { start, end: start + token.length });
}

/** Whether two ranges share a position; ranges that only touch do. */
export function rangesTouch(a: Range, b: Range): boolean {
  return isBeforeOrAt(a.start, b.end) && isBeforeOrAt(b.start, a.end);
}

function isBeforeOrAt(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
