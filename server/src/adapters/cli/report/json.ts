/** `--format json`: everything a program may want to know, in one object. */
import type { Edit, Finding, Fix } from "../../../core/findings";
import type { Sources } from "../sources";
import type { Reporter } from "./types";

/** Changes when a key goes or changes its meaning; more keys may come without. */
const JSON_VERSION = 1;

export const reportJson: Reporter = ({ findings, problems, stats, sources }) => {
  const output = {
    version: JSON_VERSION,
    findings: findings.map((finding) => findingOf(finding, sources)),
    problems: problems.map(({ file, kind, message, offset }) => ({
      file: sources.name(file),
      kind,
      message,
      ...(offset === undefined ? {} : sources.linesOf(file).position(offset)),
    })),
    stats,
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
};

function findingOf(finding: Finding, sources: Sources) {
  const { code, api, category, cost, severity, message } = finding;
  return {
    ...placeOf(finding, sources),
    code,
    api,
    category,
    cost,
    severity,
    message,
    chain: finding.chain.map((step) => {
      const { file, line, column } = placeOf(step, sources);
      return { file, line, column, name: step.name };
    }),
    alsoReaches: finding.alsoReaches,
    fixes: finding.fixes.map((fix) => fixOf(fix, sources)),
  };
}

function fixOf({ kind, title, safe, edits }: Fix, sources: Sources) {
  return { kind, title, safe, edits: edits.map((edit) => ({ ...placeOf(edit, sources), text: edit.text })) };
}

function placeOf({ file, span }: Pick<Edit, "file" | "span">, sources: Sources) {
  const { start, end } = sources.range(file, span);
  return { file: sources.name(file), line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
