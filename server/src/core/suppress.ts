/** Suppression comments, the same in every language: `unblock-ignore-line`, `-next-line`, `-file`. */
import type { Directive } from "./facts";

const DIRECTIVE = /unblock-ignore-(line|next-line|file)(?![\w-])([^\r\n]*)/g;

/**
 * All directives of a text. `[codes]` after the word limit what is silenced: finding codes or API names, separated by
 * spaces or commas, with or without brackets; what follows `--` is a reason for the reader. A comment without them silences everything.
 * @param isComment tells whether the text at an offset (UTF-16) is in a comment.
 */
export function parseDirectives(text: string, isComment: (offset: number) => boolean): readonly Directive[] {
  const directives: Directive[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    if (!isComment(match.index)) continue;
    const [words = ""] = (match[2] ?? "").split(/\*\/|-->|--/);
    const kind = match[1] as Directive["kind"];
    const line = lineAt(text, match.index) + (kind === "next-line" ? 1 : 0);
    const targets = words.split(/[\s,[\]]+/).filter((word) => word !== "");
    const head = `unblock-ignore-${kind}`.length;
    directives.push({ kind, targets, span: { start: match.index, end: match.index + head }, line });
  }
  return directives;
}

/** Whether a directive silences a finding with this code and API that starts on this line (zero-based). */
export function silences(directive: Directive, finding: { code: string; api: string; line: number }): boolean {
  if (directive.kind !== "file" && directive.line !== finding.line) return false;
  if (directive.targets.length === 0) return true;
  return directive.targets.some(
    (target) => target === finding.code || target === finding.api || `node:${target}` === finding.api,
  );
}

/** Zero-based line of an offset; lines end at \n, \r\n or \r, as editors count them. */
export function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let index = 0; index < offset; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) line++;
  }
  return line;
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}
