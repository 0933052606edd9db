/** Lines of the text report about what wasn't analysed, or not as it should be. */
import type { Problem } from "../../../core/facts";
import { printable } from "../style";
import type { ReportInput } from "./types";

/** More files with the same problem share one line. */
const OWN_LINES = 3;

/** Links that lead in a circle belong here too, though nothing is lost by them. */
export function problemLines(input: ReportInput): readonly string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of input.problems) {
    // What has a place in a file, or is an error, is told by itself.
    const isOwn = problem.offset !== undefined || isError(problem);
    const key = isOwn ? `${problem.file}:${String(problem.offset)}:${problem.message}` : problem.message;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const cycles = input.skipped
    .filter(({ reason }) => reason === "link-cycle")
    .map(({ path }) => line(input, `${input.sources.name(path)}: Not followed: this link leads back to itself.`));
  return [...[...groups.values()].flatMap((group) => groupLines(input, group)), ...cycles];
}

function groupLines(input: ReportInput, group: readonly Problem[]): readonly string[] {
  if (group.length <= OWN_LINES) return group.map((problem) => describe(input, problem));
  const names = group.map(({ file }) => input.sources.name(file));
  const [first] = group;
  const named = `${names.slice(0, OWN_LINES).join(", ")} and ${names.length - OWN_LINES} more`;
  return [line(input, `${named}: ${first?.message ?? ""}`)];
}

function describe(input: ReportInput, problem: Problem): string {
  const { file, kind, message, offset } = problem;
  const position = offset === undefined ? undefined : input.sources.linesOf(file).position(offset);
  const place = position === undefined ? "" : `:${position.line}:${position.column}`;
  // The parser's own words are about one character; the reader wants to know what it means for the file.
  const words =
    kind === "syntax"
      ? `Syntax error: ${message} Analysed as far as it can be read; nothing in it is rewritten.`
      : message;
  return line(input, `${input.sources.name(file)}${place}: ${words}`, isError(problem));
}

function line({ paint }: ReportInput, text: string, isGrave = false): string {
  return `${isGrave ? paint("red", "error") : paint("yellow", "note")}: ${printable(text)}`;
}

function isError({ kind }: Problem): boolean {
  return kind === "config" || kind === "internal";
}
