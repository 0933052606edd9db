/** `--format github`: workflow commands that GitHub Actions shows beside the lines of a pull request. */
import * as path from "node:path";
import type { ProblemKind } from "../../../core/facts";
import type { Severity } from "../../../core/findings";
import { withSlashes } from "../../../workspace/paths";
import type { Reporter } from "./types";

type Command = "error" | "warning" | "notice";

const COMMAND_OF_SEVERITY = {
  hint: "notice",
  information: "notice",
  warning: "warning",
  error: "error",
} as const satisfies Record<Severity, Command>;

const COMMAND_OF_PROBLEM = {
  config: "error",
  internal: "error",
  syntax: "notice",
  unreadable: "notice",
  binary: "notice",
  "too-large": "notice",
  minified: "notice",
  "link-cycle": "notice",
  budget: "notice",
} as const satisfies Record<ProblemKind, Command>;

export const reportGithub: Reporter = ({ findings, problems, sources, repository }) => {
  const nameOf = (file: string) => withSlashes(path.relative(repository, file));
  const lines = findings.map(({ file, span, severity, code, message, chain: [, ...further] }) => {
    const { start, end } = sources.range(file, span);
    const steps = further.map((step) => {
      const { line, column } = sources.linesOf(step.file).position(step.span.start);
      return `${nameOf(step.file)}:${line}:${column}  ${step.name}`;
    });
    return command(COMMAND_OF_SEVERITY[severity], [message, ...steps].join("\n"), {
      file: nameOf(file),
      line: start.line,
      col: start.column,
      endLine: end.line,
      endColumn: end.column,
      title: `unblock ${code}`,
    });
  });
  const notes = problems.map(({ file, kind, message, offset }) => {
    const place = offset === undefined ? undefined : sources.linesOf(file).position(offset);
    const at = place === undefined ? {} : { line: place.line, col: place.column };
    return command(COMMAND_OF_PROBLEM[kind], message, { file: nameOf(file), ...at, title: `unblock ${kind}` });
  });
  return [...lines, ...notes].map((line) => `${line}\n`).join("");
};

function command(name: Command, message: string, properties: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

/** As the runner undoes it (actions/toolkit, command.ts). */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
