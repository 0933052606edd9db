/** Suppression comments: where they can be put, and how they are taken away. */
import { ts } from "ts-morph";
import type { Span } from "../../../core/facts";
import type { Edit, FindingCode, Fix } from "../../../core/findings";
import { lineStart } from "../../../core/suppress";
import { nodeAt } from "../comments";
import { evaluatorOf } from "../session";

/** Silences a finding on its own line, and the whole file. */
export function suppressionFixes(file: string, text: string, span: Span, code: FindingCode): readonly Fix[] {
  const { tree } = evaluatorOf(file, text).file;
  return [
    {
      kind: "suppress-line",
      title: `Ignore \`${code}\` on this line`,
      safe: false,
      edits: [lineEdit(file, text, tree, span, code)],
    },
    {
      kind: "suppress-file",
      title: `Ignore \`${code}\` in this file`,
      safe: false,
      edits: [fileEdit(file, text, tree, code)],
    },
  ];
}

/** A comment of its own line above; inside a template or JSX, where a new line would be text, one before the call. */
function lineEdit(file: string, text: string, tree: ts.SourceFile, span: Span, code: FindingCode): Edit {
  const start = lineStart(text, span.start);
  if (isBetweenTokens(tree, start)) {
    const [indent = ""] = /^[ \t]*/.exec(text.slice(start)) ?? [];
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const at = start === 0 && text.startsWith("\uFEFF") ? 1 : start;
    return insertion(file, at, `${indent}// unblock-ignore-next-line ${code}${newline}`);
  }
  return insertion(file, span.start, `/* unblock-ignore-line ${code} */ `);
}

function fileEdit(file: string, text: string, tree: ts.SourceFile, code: FindingCode): Edit {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const [shebang] = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r)?)?/.exec(tree.text) ?? [""];
  return insertion(file, shebang.length, `// unblock-ignore-file ${code}${newline}`);
}

function insertion(file: string, offset: number, text: string): Edit {
  return { file, span: { start: offset, end: offset }, text };
}

/** False inside strings, templates and JSX text. */
function isBetweenTokens(tree: ts.SourceFile, offset: number): boolean {
  const node = nodeAt(tree, offset);
  if (ts.isJsxText(node) || ts.isJsxElement(node) || ts.isJsxFragment(node)) return false;
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return !isText || offset <= node.getStart(tree);
}

/** Removes the comment that holds `offset`; with its line, if nothing else is on it. */
export function removeComment(file: string, text: string, offset: number): readonly Edit[] {
  const start = lineStart(text, offset);
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  const inLine = offset - start;
  const open = Math.max(line.lastIndexOf("//", inLine), line.lastIndexOf("/*", inLine));
  if (open < 0) return [];
  const isBlock = line.startsWith("/*", open);
  const close = isBlock ? line.indexOf("*/", inLine) + 2 : line.length;
  // A comment over several lines holds more than the directive.
  if (close < 2) return [];
  const before = line.slice(0, open);
  const after = line.slice(close);
  if (before.trim() === "" && after.trim() === "") {
    const [newline = ""] = /^(?:\r\n|\n|\r)?/.exec(text.slice(start + line.length)) ?? [];
    return [{ file, span: { start, end: start + line.length + newline.length }, text: "" }];
  }
  const from = after.trim() === "" ? before.trimEnd().length : open;
  const to = after.trim() === "" ? line.length : close + (after.length - after.trimStart().length);
  return [{ file, span: { start: start + from, end: start + to }, text: "" }];
}
