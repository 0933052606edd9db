/** `--format text`: for people. Findings by file, then what wasn't analysed, then the sums. */
import type { Finding } from "../../../core/findings";
import { printable, SEVERITY_PAINT } from "../style";
import { excerpt } from "./excerpt";
import { problemLines } from "./problems";
import { summary } from "./summary";
import type { Reporter, ReportInput } from "./types";

export const reportText: Reporter = (input) => {
  const blocks = [...fileBlocks(input), problemLines(input), input.quiet ? [] : summary(input)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n");
};

function fileBlocks(input: ReportInput): readonly (readonly string[])[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of input.findings) {
    const known = byFile.get(finding.file);
    if (known === undefined) byFile.set(finding.file, [finding]);
    else known.push(finding);
  }
  return [...byFile].map(([file, findings]) => {
    const heading = input.paint("bold", printable(input.sources.name(file)));
    const placeWidth = findings.reduce((width, finding) => Math.max(width, placeOf(finding, input).length), 0);
    return [heading, ...findings.flatMap((finding) => findingLines(finding, placeWidth, input))];
  });
}

function findingLines(finding: Finding, placeWidth: number, input: ReportInput): readonly string[] {
  const { paint, sources } = input;
  const { start, end } = sources.range(finding.file, finding.span);
  const severity = paint(SEVERITY_PAINT[finding.severity], finding.severity.padEnd(7));
  const place = placeOf(finding, input).padStart(placeWidth);
  const first = `  ${place}  ${severity}  ${printable(finding.message)}  ${paint("dim", finding.code)}`;
  if (input.quiet) return [first];
  const margin = " ".repeat(placeWidth + 4);
  const lines = excerpt(sources.linesOf(finding.file).lineText(start.line), start, end);
  const shown = lines === undefined ? [] : [lines[0], paint(SEVERITY_PAINT[finding.severity], lines[1])];
  return [first, ...[...shown, ...chainLines(finding, input)].map((line) => margin + line)];
}

/** The calls below the one that is reported, down to what blocks: where each is, in a form that terminals link. */
function chainLines({ chain: [, ...further] }: Finding, { paint, sources }: ReportInput): readonly string[] {
  const places = further.map(({ file, span }) => {
    const { line, column } = sources.linesOf(file).position(span.start);
    return `${printable(sources.name(file))}:${line}:${column}`;
  });
  const width = places.reduce((most, place) => Math.max(most, place.length), 0);
  return further.map(({ name }, index) => `  ${paint("dim", (places[index] ?? "").padEnd(width))}  ${printable(name)}`);
}

function placeOf({ file, span }: Finding, { sources }: ReportInput): string {
  const { line, column } = sources.linesOf(file).position(span.start);
  return `${line}:${column}`;
}
