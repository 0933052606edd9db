/** Last lines of the text report: how many, what can be done, what was left out. */
import type { Finding, FixKind } from "../../../core/findings";
import type { Skipped } from "../../../workspace/types";
import { printable } from "../style";
import type { ReportInput } from "./types";

/** What `--fix` carries out; the others are for a reader to choose. */
const IS_REWRITE = {
  "await-twin": true,
  "make-async": true,
  yield: true,
  extract: true,
  "suppress-line": false,
  "suppress-file": false,
  "remove-suppression": false,
} as const satisfies Record<FixKind, boolean>;

/** Reasons in the words of the report; those without words are no news to anybody. */
const REASONS: Readonly<Partial<Record<Skipped["reason"], string>>> = {
  ignored: "by .gitignore",
  excluded: "by configuration",
  dependencies: "as dependencies",
  minified: "as bundles",
};

/** So many paths are named for each reason; the others are counted. */
const NAMED_PATHS = 3;

export function summary(input: ReportInput): readonly string[] {
  const { findings, hidden, fixed, paint, stats } = input;
  const files = new Set(findings.map(({ file }) => file)).size;
  const lines: string[] = [];
  if (fixed !== undefined) {
    lines.push(paint("green", `Rewrote ${count(fixed.calls, "call")} in ${count(fixed.files, "file")}.`));
  }
  lines.push(verdict(input, files));
  lines.push(...fixable(findings));
  if (hidden.length > 0) lines.push(lowerOnes(hidden));
  lines.push(
    paint("dim", `Checked ${count(stats.files, "file")} (${stats.parsed} parsed) in ${duration(stats.milliseconds)}.`),
  );
  const leftOut = skippedWords(input);
  if (leftOut !== "") lines.push(paint("dim", leftOut));
  return lines;
}

/** The one line that everybody reads; it must not sound clean where nothing was looked at. */
function verdict({ findings, fixed, paint, stats }: ReportInput, files: number): string {
  if (findings.length > 0) return paint("bold", `${count(findings.length, "finding")} in ${count(files, "file")}.`);
  if (stats.files === 0) return paint("yellow", "Nothing was checked.");
  return paint("green", fixed === undefined ? "No findings." : "No findings are left.");
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function fixable(findings: readonly Finding[]): readonly string[] {
  const rewrites = findings
    .map(({ fixes: [first] }) => first)
    .filter((fix) => fix !== undefined && IS_REWRITE[fix.kind]);
  const safe = rewrites.filter((fix) => fix?.safe === true).length;
  const unsafe = rewrites.length - safe;
  const lines = safe === 0 ? [] : [`${safe} can be fixed: unblock check --fix`];
  if (unsafe > 0) {
    lines.push(`${unsafe}${safe > 0 ? " more" : ""} can be fixed and then want a look: unblock check --unsafe-fixes`);
  }
  return lines;
}

function lowerOnes(hidden: readonly Finding[]): string {
  const least = hidden.some(({ severity }) => severity === "hint") ? "hint" : "information";
  return `${count(hidden.length, "finding")} of lower severity not shown: --min-severity ${least}`;
}

function skippedWords({ skipped, sources }: ReportInput): string {
  const parts = Object.entries(REASONS).flatMap(([reason, words]) => {
    const paths = skipped.filter((item) => item.reason === reason).map(({ path }) => printable(sources.name(path)));
    if (paths.length === 0) return [];
    const more = paths.length - NAMED_PATHS;
    const names = paths.slice(0, NAMED_PATHS).join(", ") + (more > 0 ? ` and ${more} more` : "");
    return [`${paths.length} ${words} (${names})`];
  });
  return parts.length === 0 ? "" : `Left out: ${parts.join("; ")}.`;
}
