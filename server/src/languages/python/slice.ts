/**
 * The part of a module that has to be parsed again after an edit: the statements that it touches, up to where the next
 * one begins. A parser that comes there without an error reads everything behind as it did before. tree-sitter itself
 * reads all that follows an edit again, as the tokens there begin with white space that it takes for changed.
 */
import type { Change } from "../../core/change";
import { indentationAt, type PyFile, type PyNode } from "./tree";

/** A part of the text after the edit. */
export interface Slice {
  /** Offset at which it begins: the beginning of a line. */
  readonly start: number;
  /** What is to be parsed: the part, and behind it the beginning of the next statement. */
  readonly text: string;
  /** Where the next statement begins in `text`; undefined where there is none. */
  readonly next: number | undefined;
  /** The statements before and after the ones that the part has, none of them moved. */
  readonly before: readonly PyNode[];
  readonly after: readonly PyNode[];
}

/** What stands in for the next statement, where that may be long: something with the same first token. */
const STAND_INS: Readonly<Record<string, string>> = {
  class_definition: "class x: pass\n",
  decorated_definition: "@x\ndef x(): pass\n",
};

/** Of the file before the edit; undefined where all of the text has to be parsed. */
export function sliceAround(
  { root, faulty, errorAt, text: textBefore }: PyFile,
  change: Change,
  text: string,
): Slice | undefined {
  const { children } = root;
  const delta = change.newEnd - change.oldEnd;
  // What the parser made of an error is looked at again as a whole: the edit may have mended it.
  const isOdd = (node: PyNode): boolean => errorAt !== undefined && (faulty.has(node) || isIndented(node, textBefore));
  let first = children.findIndex((node) => node.end >= change.start || isOdd(node));
  if (first < 0) first = children.length;
  // What is on the same line, or goes on behind a backslash, belongs to it.
  let start = startOf(children, first, change.start, text);
  while (first > 0 && !endsBefore(children[first - 1], start, text)) start = startOf(children, --first, start, text);
  const lastOdd = children.findLastIndex(isOdd);
  const isNext = ({ type, start: at }: PyNode, index: number): boolean =>
    index > lastOdd && index >= first && type !== "comment" && at > change.oldEnd;
  let last = children.findIndex(isNext);
  if (last < 0) last = children.length;
  const next = children[last];
  const end = next === undefined ? text.length : next.start + delta;
  if (next !== undefined && !/(?:^|[^\\\r])(?:\r\n|\n|\r)$/.test(text.slice(Math.max(start, end - 3), end)))
    return undefined;
  const [before, after] = [children.slice(0, first), children.slice(last)];
  const standIn = next === undefined ? "" : standInFor(next, text, delta);
  return { start, text: text.slice(start, end) + standIn, next: next && end - start, before, after };
}

/** The statements of a slice that was parsed without an error; undefined where they may not stand between its neighbours. */
export function statementsOf(
  { children }: PyNode,
  { start, text, next, before }: Slice,
): readonly PyNode[] | undefined {
  const [first] = children;
  if (next !== undefined && children.at(-1)?.start !== next) return undefined;
  // The end of what is before it is told by what comes next: a comment that is indented may belong to it.
  const beginning = text.slice(0, children.find(({ type }) => type !== "comment")?.start);
  if (beginning.includes("\\") || (start > 0 && beginning.startsWith("\uFEFF"))) return undefined;
  if (before.length > 0 && first?.type === "comment" && !isAtLineStart(text, first.start)) return undefined;
  return next === undefined ? children : children.slice(0, -1);
}

/** A statement of the module that doesn't begin its line. */
function isIndented({ type, start }: PyNode, text: string): boolean {
  return type !== "comment" && (indentationAt(text, start) ?? "") !== "";
}

function startOf(children: readonly PyNode[], first: number, latest: number, text: string): number {
  let start = Math.min(children[first]?.start ?? latest, latest);
  while (!isAtLineStart(text, start)) start--;
  return start;
}

function isAtLineStart(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text.charAt(offset - 1));
}

/** Whether a statement ends on a line before the one that begins at `start`. */
function endsBefore(statement: PyNode | undefined, start: number, text: string): boolean {
  return statement === undefined || (statement.end <= start && /^[^\\]*?[\r\n]/.test(text.slice(statement.end, start)));
}

function standInFor({ type, start, end, children }: PyNode, text: string, delta: number): string {
  if (type === "function_definition")
    return children[0]?.type === "async" ? "async def x(): pass\n" : "def x(): pass\n";
  return STAND_INS[type] ?? `${text.slice(start + delta, end + delta)}\n`;
}
