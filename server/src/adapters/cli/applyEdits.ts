/** Edits → text. */
import type { Edit } from "../../core/findings";

/** `edits` of one file applied to its text, line breaks in the file's own style; overlapping edits are a caller's error. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const markLength = text.startsWith("\uFEFF") ? 1 : 0;
  // Sorting is stable: insertions at one place stay in the order they are listed.
  const ordered = [...edits].sort((left, right) => left.span.start - right.span.start);
  let result = "";
  let copied = 0;
  for (const edit of ordered) {
    // The byte order mark stays the first character.
    const start = Math.max(edit.span.start, markLength);
    result += text.slice(copied, start) + edit.text.replace(/\r?\n/g, lineBreak);
    copied = Math.max(edit.span.end, start);
  }
  return result + text.slice(copied);
}
