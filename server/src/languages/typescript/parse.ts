/** Text → bound syntax tree. The compiler's parser is error-tolerant: there is always a tree. */
import { ts } from "ts-morph";
import { changeBetween } from "../../core/change";
import type { Problem } from "../../core/facts";
import { bind, bindAgain, boundOf } from "./bind";

export interface ParsedFile {
  readonly file: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly problems: readonly Problem[];
}

/**
 * Parses and binds `text`; the dialect follows the file's extension. Syntax errors become problems (the first one).
 * @param before the same file with an earlier text: what an edit left alone is taken from it, and it can't be used any more.
 */
export function parseFile(file: string, text: string, before?: ParsedFile): ParsedFile {
  const tree = before?.file === file ? parseAgain(before, text) : parseAnew(file, text);
  const first = (tree as SourceFileInternals).parseDiagnostics[0];
  const problems: Problem[] = [];
  if (first !== undefined) {
    const message = ts.flattenDiagnosticMessageText(first.messageText, " ");
    problems.push({ file, kind: "syntax", message, offset: first.start });
  }
  return { file, text, tree, problems };
}

function parseAnew(file: string, text: string): ts.SourceFile {
  const kind = scriptKind(file);
  // Types in comments mean something in JavaScript alone; what isn't read needn't be parsed (15 % of a parse).
  const jsDocParsingMode = kind === ts.ScriptKind.JSX ? ts.JSDocParsingMode.ParseAll : ts.JSDocParsingMode.ParseNone;
  const tree = ts.createSourceFile(
    file,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode },
    false,
    kind,
  );
  bind(tree);
  return tree;
}

function parseAgain({ tree: before, text: textBefore }: ParsedFile, text: string): ts.SourceFile {
  const bound = boundOf(before);
  const tree = ts.updateSourceFile(before, text, changeRange(textBefore, text));
  bindAgain(tree, bound);
  return tree;
}

function changeRange(before: string, after: string): ts.TextChangeRange {
  const { start, oldEnd, newEnd } = changeBetween(before, after);
  return { span: { start, length: oldEnd - start }, newLength: newEnd - start };
}

/** Internals of the compiler's syntax tree that its declarations leave out; ts-morph is pinned, scopes.test.ts holds them. */
interface SourceFileInternals extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
}

function scriptKind(file: string): ts.ScriptKind {
  // Flow and React code keeps JSX in plain .js, so every JavaScript file is read with it.
  if (/\.tsx$/i.test(file)) return ts.ScriptKind.TSX;
  if (/\.[cm]?ts$/i.test(file)) return ts.ScriptKind.TS;
  return ts.ScriptKind.JSX;
}
