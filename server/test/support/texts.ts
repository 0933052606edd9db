/** What is said of a text that exists in an editor only. */
import { join } from "node:path";
import { tmpdir } from "node:os";
import { analyzerOf } from "./analysis";

export interface TextRows {
  /** `line:column text`, one-based, in UTF-16 units, for each finding. */
  readonly findings: readonly string[];
  /** `kind line:column`, or `kind` alone where a problem has no place. */
  readonly problems: readonly string[];
}

export function rowsOfText(name: string, text: string): TextRows {
  const folder = join(tmpdir(), "unblock-no-such-folder");
  const analyzer = analyzerOf(folder);
  const file = join(folder, name);
  analyzer.open(file, text);
  const { findings, problems } = analyzer.report(file);
  return {
    findings: findings.map(({ span }) => `${place(text, span.start)} ${text.slice(span.start, span.end)}`),
    problems: problems.map(({ kind, offset }) => (offset === undefined ? kind : `${kind} ${place(text, offset)}`)),
  };
}

/** Lines end as editors end them. A byte order mark counts as a column of the first line. */
function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
