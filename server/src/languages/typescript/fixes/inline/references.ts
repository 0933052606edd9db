/**
 * References that an array's method runs → functions that call them, before anything is planned:
 * `paths.filter(fs.existsSync)` is `paths.filter((path) => fs.existsSync(path))` where the API looks at one argument alone.
 */
import { ts } from "ts-morph";
import type { Span } from "../../../../core/facts";
import type { Edit } from "../../../../core/findings";
import type { InlineReference } from "../../callbacks";
import { Evaluator } from "../../evaluate";
import { parseFile } from "../../parse";
import { resolveName } from "../../scopes";
import { mentionsName } from "./callback";

/** A text with references expanded, and the way there and back. */
export interface Expansion {
  readonly evaluator: Evaluator;
  /** Where a span of the old text is in the new one; that of a reference is its call. */
  spanOf(span: Span): Span;
  /** Edits of the new text, sorted, as edits of the old one. A reference that none of them touches stays what it is. */
  editsOf(edits: readonly Edit[]): readonly Edit[];
}

/** Something that the new text has and the old one doesn't; `at`: where, in the old one. */
interface Insertion {
  readonly at: number;
  readonly start: number;
  readonly text: string;
}

/** Undefined where there is nothing to expand. */
export function expandReferences(evaluator: Evaluator, references: readonly InlineReference[]): Expansion | undefined {
  if (references.length === 0) return undefined;
  const { text, file, tree } = evaluator.file;
  const insertions: Insertion[] = [];
  let added = 0;
  let at = 0;
  let expanded = "";
  const insert = (offset: number, inserted: string): void => {
    insertions.push({ at: offset, start: offset + added, text: inserted });
    added += inserted.length;
    expanded += text.slice(at, offset) + inserted;
    at = offset;
  };
  for (const reference of [...references].sort((a, b) => a.node.pos - b.node.pos)) {
    const name = elementName(reference);
    insert(reference.node.getStart(tree), `(${name}) => `);
    insert(reference.node.end, `(${name})`);
  }
  const whole = expanded + text.slice(at);
  const shift = (offset: number, isEnd: boolean): number =>
    insertions.reduce((sum, one) => {
      const isHead = insertions.indexOf(one) % 2 === 0;
      const isBefore = one.at < offset || (one.at === offset && isHead !== isEnd);
      return isBefore ? sum + one.text.length : sum;
    }, offset);
  return {
    evaluator: new Evaluator(parseFile(file, whole)),
    spanOf: ({ start, end }) => ({ start: shift(start, false), end: shift(end, true) }),
    editsOf: (edits) => composed(whole, insertions, edits),
  };
}

/** `path` for `paths`, where that is free: nothing that is read around it may be shadowed. */
function elementName({ call, callee }: InlineReference): string {
  const array = callee.expression;
  const plural = ts.isIdentifier(array) ? array.text : ts.isPropertyAccessExpression(array) ? array.name.text : "";
  const isFree = (name: string): boolean => resolveName(name, call) === undefined && !mentionsName(call, name);
  const candidates = [singular(plural), "item", "element"].filter((name) => name !== undefined);
  let name = candidates.find(isFree);
  for (let count = 2; name === undefined; count++) {
    const next = `item${String(count)}`;
    if (isFree(next)) name = next;
  }
  return name;
}

function singular(plural: string): string | undefined {
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, "y");
  if (/(s|x|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  const name = /^[\w$]{2,}[^suiaS]s$/.test(plural) ? plural.slice(0, -1) : undefined;
  return name === undefined || RESERVED.test(name) ? undefined : name;
}

const RESERVED =
  /^(break|case|class|const|default|delete|else|enum|export|false|import|in|interface|let|new|null|package|private|public|return|static|super|switch|this|throw|true|try|var|while|with|yield)$/;

/** One after the other as one step: edits of what insertions have made, with those insertions that they touch. */
function composed(text: string, insertions: readonly Insertion[], edits: readonly Edit[]): readonly Edit[] {
  const isTouched = (start: number, end: number): boolean =>
    edits.some(({ span }) => span.start <= end && start <= span.end);
  const kept = insertions.filter((_, index) => {
    const head = insertions[index - (index % 2)];
    const tail = insertions[index - (index % 2) + 1];
    return head !== undefined && tail !== undefined && isTouched(head.start, tail.start + tail.text.length);
  });
  const old = (offset: number): number =>
    insertions.reduce((at, { start, text: { length } }) => at - Math.min(Math.max(offset - start, 0), length), offset);
  const pieces = [
    ...edits,
    ...kept.map(({ start, text: inserted }) => ({ span: { start, end: start + inserted.length }, text: undefined })),
  ].sort((a, b) => a.span.start - b.span.start);
  const file = edits[0]?.file ?? "";
  const result: Edit[] = [];
  for (let index = 0; index < pieces.length;) {
    const start = pieces[index]?.span.start ?? 0;
    let end = start;
    let at = start;
    let written = "";
    for (let piece = pieces[index]; piece !== undefined && piece.span.start <= end; piece = pieces[++index]) {
      end = Math.max(end, piece.span.end);
      if (piece.text === undefined) continue;
      written += text.slice(at, piece.span.start) + piece.text;
      at = piece.span.end;
    }
    result.push({ file, span: { start: old(start), end: old(end) }, text: written + text.slice(at, end) });
  }
  return result;
}
