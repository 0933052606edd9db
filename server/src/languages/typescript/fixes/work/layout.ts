/** How lines are indented around a place. */
import { ts } from "ts-morph";

export interface Layout {
  readonly newline: string;
  /** One level. */
  readonly unit: string;
}

/** The file's own way: what its first indented line starts with. Continuations of comments don't count. */
export function layoutOf({ text }: ts.SourceFile): Layout {
  const [, unit = "  "] = /\n(\t|  +)(?![\s*])/.exec(text) ?? [];
  return { newline: text.includes("\r\n") ? "\r\n" : "\n", unit };
}

/** White space that the line of `offset` starts with. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

/** Whether nothing but white space is before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

/** Whether a statement can be put before `node`: it stands in a list of them. */
export function isInList(node: ts.Statement): boolean {
  const { parent } = node;
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
}
