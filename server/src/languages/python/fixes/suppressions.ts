/** Suppression comments: where they can be put, and how they are taken away. */
import type { Span } from "../../../core/facts";
import type { Edit, FindingCode, Fix } from "../../../core/findings";
import { lineStart } from "../../../core/suppress";
import type { PyEvaluator } from "../evaluate";
import { descendants, type PyNode } from "../tree";

/** Silences a finding on its own line, where a comment can stand near it, and the whole file. */
export function suppressionFixes(evaluator: PyEvaluator, span: Span, code: FindingCode): readonly Fix[] {
  const line = lineEdit(evaluator, span, code);
  const fixes: Fix[] =
    line === undefined
      ? []
      : [{ kind: "suppress-line", title: `Ignore \`${code}\` on this line`, safe: false, edits: [line] }];
  fixes.push({
    kind: "suppress-file",
    title: `Ignore \`${code}\` in this file`,
    safe: false,
    edits: [fileEdit(evaluator, code)],
  });
  return fixes;
}

/** A comment of its own line above, or at the line's end where above is a string or a continued line. */
function lineEdit({ file: { file, text, root } }: PyEvaluator, span: Span, code: FindingCode): Edit | undefined {
  const start = lineStart(text, span.start);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const previous =
    start === 0 ? "" : text.slice(lineStart(text, start - 1 - (text.charAt(start - 2) === "\r" ? 1 : 0)), start);
  const [, head] =
    /^([ \t]*#[^\r\n]*unblock-ignore-next-line(?:(?!--)[^\r\n])*?)[ \t]*(?:--[^\r\n]*)?(?:\r\n|\n|\r)$/.exec(
      previous,
    ) ?? [];
  if (head !== undefined && !isInString(root, start)) {
    return insertion(file, start - previous.length + head.length, ` ${code}`);
  }
  if (!isInString(root, start) && !/\\(\r\n|\n|\r)$/.test(previous)) {
    const [indent = ""] = /^[ \t]*/.exec(text.slice(start).replace(/^\uFEFF/, "")) ?? [];
    const at = start === 0 && text.startsWith("\uFEFF") ? 1 : start;
    return insertion(file, at, `${indent}# unblock-ignore-next-line ${code}${newline}`);
  }
  const end = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0);
  const line = text.slice(start, end);
  if (isInString(root, end) || line.endsWith("\\")) return undefined;
  const trimmed = start + line.trimEnd().length;
  return insertion(file, trimmed, `  # unblock-ignore-line ${code}`);
}

/** After the lines that only count at the top: `#!` and the encoding. */
function fileEdit({ file: { file, text } }: PyEvaluator, code: FindingCode): Edit {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const [top = ""] =
    /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r))?(?:#[^\r\n]*coding[:=][^\r\n]*(?:\r\n|\n|\r))?/.exec(text) ?? [];
  return insertion(file, top.length, `# unblock-ignore-file ${code}${newline}`);
}

function insertion(file: string, offset: number, text: string): Edit {
  return { file, span: { start: offset, end: offset }, text };
}

/** Whether text put at `offset` would become part of a string. */
function isInString(root: PyNode, offset: number): boolean {
  let node: PyNode | undefined = root;
  while (node !== undefined && node.type !== "string") {
    node = node.children.find((child) => child.start < offset && offset < child.end);
  }
  return node !== undefined;
}

/** Removes the directive in the comment around `offset`; with its line, if nothing else is on it. */
export function removeComment({ file: { file, text, root } }: PyEvaluator, offset: number): readonly Edit[] {
  const comment = [...descendants(root)].find(
    (node) => node.type === "comment" && node.start <= offset && offset < node.end,
  );
  if (comment === undefined) return [];
  const open = Math.max(comment.start, text.lastIndexOf("#", offset));
  const start = lineStart(text, open);
  const before = text.slice(start, open);
  if (before.trim() === "" || before === "\uFEFF") {
    const [newline = ""] = /^(?:\r\n|\n|\r)?/.exec(text.slice(comment.end)) ?? [];
    return [{ file, span: { start: before === "\uFEFF" ? open : start, end: comment.end + newline.length }, text: "" }];
  }
  return [{ file, span: { start: start + before.trimEnd().length, end: comment.end }, text: "" }];
}
