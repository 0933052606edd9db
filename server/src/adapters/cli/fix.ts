/** Carries out fixes: in memory first, over as many rounds as it takes, then on disk, each file in one step. */
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from "diff";
import type { Problem } from "../../core/facts";
import type { Analyzer } from "../../workspace/types";
import { replaceFile } from "../../workspace/write";
import { applyEdits } from "./applyEdits";
import { computeChainRewrites } from "./chainRewrites";

/** A rewrite may make way for another one; rewrites that make way for each other must end all the same. */
const MOST_ROUNDS = 10;

type FixAllOptions = Parameters<Analyzer["fixAll"]>[1];

export interface Rewrite {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** Findings that are gone. */
  readonly calls: number;
}

export interface Rewrites {
  readonly rewrites: readonly Rewrite[];
  /** Files that belong together: all of a list are written, or none. */
  readonly groups: readonly (readonly string[])[];
  /** Files that were left as they are, and why. */
  readonly problems: readonly Problem[];
}

/**
 * What fixing `files` gives; nothing is written. The analyzer holds the new texts as open documents until `release`.
 * A rewrite after which a file no longer parses is dropped and told.
 */
export function computeRewrites(analyzer: Analyzer, files: readonly string[], options: FixAllOptions): Rewrites {
  const rewrites: Rewrite[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const { text: before, findings, problems: problemsBefore } = analyzer.report(file);
    const after = fixedText(analyzer, file, before, options);
    if (after === before) continue;
    const report = analyzer.report(file);
    if (report.problems.length > problemsBefore.length) {
      analyzer.close(file);
      problems.push({
        file,
        kind: "internal",
        message: "Not rewritten: the rewritten file would not parse. Please report this.",
      });
    } else {
      rewrites.push({ file, before, after, calls: Math.max(0, findings.length - report.findings.length) });
    }
  }
  if (!options.unsafe) return { rewrites, groups: [], problems };
  const chains = computeChainRewrites(analyzer, files, rewrites, options.minSeverity ?? "hint");
  return { ...chains, problems: [...problems, ...chains.problems] };
}

/** The analyzer reads the files from disk again. */
export function release(analyzer: Analyzer, rewrites: readonly Rewrite[]): void {
  for (const { file } of rewrites) {
    analyzer.close(file);
    analyzer.changedOnDisk(file);
  }
}

/**
 * Writes what it can; a file that can't be written is a problem and in no way changed, and neither are those that belong
 * together with it.
 */
export function writeRewrites({ rewrites, groups }: Pick<Rewrites, "rewrites" | "groups">): {
  readonly written: readonly Rewrite[];
  readonly problems: readonly Problem[];
} {
  const grouped = new Set(groups.flat());
  const sets = [
    ...rewrites.filter(({ file }) => !grouped.has(file)).map((rewrite) => [rewrite]),
    ...groups.map((group) => rewrites.filter(({ file }) => group.includes(file))),
  ];
  const problems: Problem[] = [];
  const written = new Set<Rewrite>();
  for (const set of sets) {
    const done: Rewrite[] = [];
    let problem: Problem | undefined;
    for (const rewrite of set) {
      problem = replaceFile(rewrite.file, rewrite.before, rewrite.after);
      if (problem !== undefined) break;
      done.push(rewrite);
    }
    if (problem === undefined) for (const rewrite of done) written.add(rewrite);
    else {
      problems.push(problem);
      for (const { file, before, after } of done) {
        const failure = replaceFile(file, after, before);
        if (failure !== undefined) problems.push(failure);
      }
    }
  }
  return { written: rewrites.filter((rewrite) => written.has(rewrite)), problems };
}

/** A patch that `git apply` and `patch -p1` take. `name` is the file's name in it, with `/`. */
export function unifiedDiff(name: string, { before, after }: Rewrite): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function fixedText(analyzer: Analyzer, file: string, before: string, options: FixAllOptions): string {
  let text = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = analyzer.fixAll(file, options);
    const next = applyEdits(text, edits);
    if (next === text) break;
    text = next;
    analyzer.open(file, text);
  }
  return text;
}
