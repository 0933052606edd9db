/** Fixes that change several files: one finding at a time, each as a whole or not at all, analysed again after each. */
import type { Problem } from "../../core/facts";
import { SEVERITIES, type Finding, type Fix, type Severity } from "../../core/findings";
import type { Analyzer } from "../../workspace/types";
import { applyEdits } from "./applyEdits";
import type { Rewrite, Rewrites } from "./fix";

/** A finding that its own fix leaves there must end all the same. */
const MOST_IN_FILE = 200;

/**
 * The `rewrites` with what making functions asynchronous adds; nothing is written. The analyzer holds the new texts as open
 * documents.
 */
export function computeChainRewrites(
  analyzer: Analyzer,
  files: readonly string[],
  rewrites: readonly Rewrite[],
  least: Severity,
): Rewrites {
  const changed = new Map(rewrites.map((rewrite) => [rewrite.file, rewrite]));
  const groups: string[][] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const tried = new Set<string>();
    for (let round = 0; round < MOST_IN_FILE; round++) {
      const next = nextFix(analyzer, file, least, tried);
      if (next === undefined) break;
      const before = textsOf(analyzer, next);
      const problem = applyAll(analyzer, next, before, file);
      if (problem !== undefined) {
        problems.push(problem);
        continue;
      }
      for (const [one, text] of before) {
        const known = changed.get(one);
        const calls = (known?.calls ?? 0) + (one === file ? 1 : 0);
        changed.set(one, { file: one, before: known?.before ?? text, after: analyzer.report(one).text, calls });
      }
      join(groups, [...before.keys()]);
    }
  }
  return { rewrites: [...changed.values()], groups, problems };
}

/** The fix of the first chain that wasn't tried yet. */
function nextFix(analyzer: Analyzer, file: string, least: Severity, tried: Set<string>): Fix | undefined {
  const { findings, text } = analyzer.report(file);
  for (const finding of findings) {
    const isMeant = finding.code === "blocking-chain" && rank(finding.severity) >= rank(least);
    const key = keyOf(finding, text);
    if (!isMeant || tried.has(key)) continue;
    tried.add(key);
    const fix = analyzer.chainFixes(file, finding.span.start).fixes.find(({ kind }) => kind === "make-async");
    if (fix !== undefined) return fix;
  }
  return undefined;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** What is called, and in which of the lines that say the same: edits above move it. */
function keyOf({ span, message }: Finding, text: string): string {
  const call = text.slice(span.start, span.end);
  return `${call} ${String(text.slice(0, span.start).split(call).length)} ${message}`;
}

function textsOf(analyzer: Analyzer, { edits }: Fix): ReadonlyMap<string, string> {
  return new Map([...new Set(edits.map(({ file }) => file))].map((file) => [file, analyzer.report(file).text]));
}

/** Applies the fix to all its files; where one of them no longer parses all are as they were. */
function applyAll(
  analyzer: Analyzer,
  { edits }: Fix,
  before: ReadonlyMap<string, string>,
  file: string,
): Problem | undefined {
  const problemsBefore = new Map([...before.keys()].map((one) => [one, analyzer.report(one).problems.length]));
  for (const [one, text] of before) {
    const own = edits.filter((edit) => edit.file === one);
    analyzer.open(one, applyEdits(text, own));
  }
  const isBroken = [...before.keys()].some(
    (one) => analyzer.report(one).problems.length > (problemsBefore.get(one) ?? 0),
  );
  if (!isBroken) return undefined;
  for (const [one, text] of before) analyzer.open(one, text);
  return {
    file,
    kind: "internal",
    message: "Not made async: a rewritten file would not parse. Please report this.",
  };
}

/** Files that are changed together stay together, with all that either is together with. */
function join(groups: string[][], files: readonly string[]): void {
  const met = groups.filter((group) => group.some((file) => files.includes(file)));
  const all = [...new Set([...met.flat(), ...files])];
  for (const group of met) groups.splice(groups.indexOf(group), 1);
  groups.push(all);
}
