/** The source line of a finding with `^^^^` below what it is about. */
import type { Position } from "../positions";
import { printable } from "../style";

/** Wider lines are cut around what is marked. */
const WIDEST = 160;
const BEFORE = 60;

/**
 * The line and its marks, or nothing for a blank line. Tabs before the marks are repeated, and characters that
 * terminals show over two cells get two blanks, so that the marks stand right.
 */
export function excerpt(text: string, start: Position, end: Position): readonly [string, string] | undefined {
  const indent = text.length - text.trimStart().length;
  const first = start.column - 1;
  const last = end.line === start.line ? end.column - 1 : text.length;
  if (text.trim() === "" || first < indent) return undefined;
  const from = first - indent > BEFORE && text.length - indent > WIDEST ? safeCut(text, first - BEFORE) : indent;
  const to =
    text.length - from > WIDEST ? safeCut(text, Math.max(from + WIDEST, Math.min(last, from + WIDEST))) : text.length;
  const head = from > indent ? "… " : "";
  const tail = to < text.length ? " …" : "";
  const marks = "^".repeat(Math.max(1, widthOf(text.slice(first, Math.min(last, to)))));
  const line = printable(`${head}${text.slice(from, to).trimEnd()}${tail}`);
  return [line, `${blank(head)}${blank(text.slice(from, first))}${marks}`];
}

/** Not between the halves of a surrogate pair. */
function safeCut(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function blank(text: string): string {
  return Array.from(text, (character) => (character === "\t" ? "\t" : " ".repeat(cellsOf(character)))).join("");
}

function widthOf(text: string): number {
  return Array.from(text, cellsOf).reduce((sum, cells) => sum + cells, 0);
}

/** Terminal cells of one code point: by its general category and the wide scripts (Unicode Standard Annex 11). */
function cellsOf(character: string): number {
  if (/^[\p{Mark}\p{Format}]$/u.test(character)) return 0;
  const isWide =
    /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]$/u;
  return isWide.test(character) ? 2 : 1;
}
