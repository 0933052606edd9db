/** `--format text`: for people. Findings by file, then what wasn't analysed, then the sums. */
import type { Problem } from "../../../core/facts";
import type { Finding } from "../../../core/findings";
import { printable, SEVERITY_PAINT } from "../style";
import { excerpt } from "./excerpt";
import { summary } from "./summary";
import type { Reporter, ReportInput } from "./types";

export const reportText: Reporter = (input) => {
  const blocks = [...fileBlocks(input), ...problemBlock(input), ...(input.quiet ? [] : [summary(input)])];
  return blocks.map((lines) => lines.map((line) => `${line}\n`).join("")).join("\n");
};

function fileBlocks(input: ReportInput): readonly (readonly string[])[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of input.findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  return [...byFile].map(([file, findings]) => {
    const heading = input.paint("bold", printable(input.sources.name(file)));
    return [heading, ...findings.flatMap((finding) => findingLines(finding, widthOfPlaces(findings, input), input))];
  });
}

function findingLines(finding: Finding, placeWidth: number, input: ReportInput): readonly string[] {
  const { paint, sources } = input;
  const { start, end } = sources.range(finding.file, finding.span);
  const severity = paint(SEVERITY_PAINT[finding.severity], finding.severity.padEnd(7));
  const place = placeOf(finding, input).padStart(placeWidth);
  const first = `  ${place}  ${severity}  ${printable(finding.message)}  ${paint("dim", finding.code)}`;
  if (input.quiet) return [first];
  const lines = excerpt(sources.linesOf(finding.file).lineText(start.line), start, end);
  if (lines === undefined) return [first];
  const margin = " ".repeat(placeWidth + 4);
  return [first, margin + lines[0], margin + paint(SEVERITY_PAINT[finding.severity], lines[1])];
}

function placeOf({ file, span }: Finding, { sources }: ReportInput): string {
  const { line, column } = sources.linesOf(file).position(span.start);
  return `${line}:${column}`;
}

function widthOfPlaces(findings: readonly Finding[], input: ReportInput): number {
  return Math.max(...findings.map((finding) => placeOf(finding, input).length));
}

/** What wasn't analysed, or not as it should be; links that lead in a circle belong here, though nothing is lost. */
function problemBlock(input: ReportInput): readonly (readonly string[])[] {
  const cycles = input.skipped
    .filter(({ reason }) => reason === "link-cycle")
    .map(({ path }) => problemLine(input, path, "Not followed: this link leads back to itself."));
  const lines = [...input.problems.map((problem) => describeProblem(input, problem)), ...cycles];
  return lines.length === 0 ? [] : [lines];
}

function describeProblem(input: ReportInput, { file, kind, message, offset }: Problem): string {
  if (kind !== "syntax") return problemLine(input, file, message, offset, kind === "config" || kind === "internal");
  // The parser's own words are about one character; the reader wants to know what it means for the file.
  const consequence = "Analysed as far as it can be read; nothing in it is rewritten.";
  return problemLine(input, file, `Syntax error: ${message} ${consequence}`, offset);
}

function problemLine({ sources, paint }: ReportInput, file: string, message: string, offset?: number, isError = false) {
  const position = offset === undefined ? undefined : sources.linesOf(file).position(offset);
  const place = position === undefined ? "" : `:${position.line}:${position.column}`;
  const word = isError ? paint("red", "error") : paint("yellow", "note");
  return `${word}: ${printable(`${sources.name(file)}${place}: ${message}`)}`;
}
