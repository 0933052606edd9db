/** Carries out fixes: in memory first, over as many rounds as it takes, then on disk, each file in one step. */
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from "diff";
import type { Problem } from "../../core/facts";
import type { Edit } from "../../core/findings";
import type { Analyzer } from "../../workspace/types";
import { replaceFile } from "../../workspace/write";

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
  return { rewrites, problems };
}

/** The analyzer reads the files from disk again. */
export function release(analyzer: Analyzer, rewrites: readonly Rewrite[]): void {
  for (const { file } of rewrites) {
    analyzer.close(file);
    analyzer.changedOnDisk(file);
  }
}

/** Writes what it can; a file that can't be written is a problem and in no way changed. */
export function writeRewrites(rewrites: readonly Rewrite[]): {
  readonly written: readonly Rewrite[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const written = rewrites.filter(({ file, before, after }) => {
    const problem = replaceFile(file, before, after);
    if (problem !== undefined) problems.push(problem);
    return problem === undefined;
  });
  return { written, problems };
}

/** A patch that `git apply` and `patch -p1` take. `name` is the file's name in it, with `/`. */
export function unifiedDiff(name: string, { before, after }: Rewrite): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** `edits` of one file applied to its text, line breaks in the file's own style; overlapping edits are a caller's error. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const markLength = text.startsWith("\uFEFF") ? 1 : 0;
  // Sorting is stable: insertions at one place stay in the order they are listed.
  const ordered = [...edits].sort((left, right) => left.span.start - right.span.start);
  let result = "";
  let copied = 0;
  for (const edit of ordered) {
    // The byte order mark stays the first character.
    const start = Math.max(edit.span.start, markLength);
    result += text.slice(copied, start) + edit.text.replace(/\r?\n/g, lineBreak);
    copied = Math.max(edit.span.end, start);
  }
  return result + text.slice(copied);
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
