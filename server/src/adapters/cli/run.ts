/** One run of the command line: words in, output and an exit status out. */
import * as path from "node:path";
import type { Problem } from "../../core/facts";
import { type Finding, type Severity, SEVERITIES } from "../../core/findings";
import type { Analyzer, Host, WorkspaceReport } from "../../workspace/types";
import { type CheckOptions, parseArguments, type WaysInOptions } from "./args";
import { computeRewrites, release, type Rewrites, unifiedDiff, writeRewrites } from "./fix";
import { HELP } from "./help";
import { createProgress } from "./progress";
import { REPORTERS } from "./report/index";
import { problemLines } from "./report/problems";
import { count } from "./report/summary";
import type { ReportInput } from "./report/types";
import { Sources } from "./sources";
import { createPainter, wantsColour } from "./style";
import { waysIn } from "./waysIn";

export const EXIT = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What a run needs of the process around it. */
export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly version: string;
  readonly host: Host;
  /** `config`: absolute path of the configuration file that holds for everything, where one was asked for. */
  createAnalyzer(root: string, config: string | undefined): Analyzer;
}

/** Never throws: an error inside is told on stderr and in the status. */
export function run(argv: readonly string[], surroundings: Surroundings): ExitStatus {
  const { stdout, stderr, version } = surroundings;
  try {
    const parsed = parseArguments(argv);
    switch (parsed.kind) {
      case "help":
        stdout.write(HELP);
        return EXIT.clean;
      case "version":
        stdout.write(`${version}\n`);
        return EXIT.clean;
      case "usage":
        return usageError(parsed.message, stderr);
      case "check":
        return check(parsed.options, surroundings);
      case "ways-in":
        return showWaysIn(parsed.options, surroundings);
    }
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(
      `unblock: an error inside unblock ${version}, nothing more was done. Please report it with this:\n${details}\n`,
    );
    return EXIT.internal;
  }
}

function usageError(message: string, stderr: Output): ExitStatus {
  stderr.write(`unblock: ${message}\nSee unblock --help.\n`);
  return EXIT.usage;
}

/** An answer is no finding: the status is 0, whatever it says. */
function showWaysIn(options: WaysInOptions, surroundings: Surroundings): ExitStatus {
  const { cwd, env, host, stdout, stderr } = surroundings;
  const config = configOf(options, surroundings);
  if (config === "missing") return missingConfig(options, stderr);
  const analyzer = surroundings.createAnalyzer(cwd, config?.file);
  const useColour = wantsColour(options.color, env, stdout.isTTY === true);
  const answer = waysIn(options, { cwd, host, analyzer, useColour }, createProgress(stderr));
  if ("usage" in answer) return usageError(answer.usage, stderr);
  stdout.write(answer.output);
  return EXIT.clean;
}

/** The configuration file that was asked for. */
function configOf(
  { config }: { readonly config?: string },
  { cwd, host }: Surroundings,
): { readonly file: string } | "missing" | undefined {
  if (config === undefined) return undefined;
  const file = path.resolve(cwd, config);
  return host.isFile(file) ? { file } : "missing";
}

function missingConfig({ config }: { readonly config?: string }, stderr: Output): ExitStatus {
  return usageError(`there is no configuration file ${config ?? ""}.`, stderr);
}

function check(options: CheckOptions, surroundings: Surroundings): ExitStatus {
  const { cwd, stdout, stderr } = surroundings;
  const config = configOf(options, surroundings);
  if (config === "missing") return missingConfig(options, stderr);
  const paths = options.paths.map((named) => path.resolve(cwd, named));
  const analyzer = surroundings.createAnalyzer(cwd, config?.file);
  let report = checkPaths(analyzer, paths, stderr);
  let fixProblems: readonly Problem[] = [];
  let fixed: ReportInput["fixed"];
  if (options.fix || options.diff) {
    const files = report.files.filter(({ findings }) => findings.length > 0).map(({ file }) => file);
    const outcome = computeRewrites(analyzer, files, {
      unsafe: options.unsafeFixes,
      minSeverity: options.minSeverity,
    });
    if (options.diff) return showDiff(outcome, report, paths, options, surroundings);
    const { written, problems } = writeRewrites(outcome);
    release(analyzer, outcome.rewrites);
    fixed = { calls: written.reduce((sum, { calls }) => sum + calls, 0), files: written.length };
    fixProblems = [...outcome.problems, ...problems];
    if (options.format !== "text") {
      stderr.write(`Rewrote ${count(fixed.calls, "call")} in ${count(fixed.files, "file")}.\n`);
    }
    report = checkPaths(analyzer, paths, stderr);
  }
  const input = reportInput(report, fixProblems, fixed, options, surroundings);
  stdout.write(REPORTERS[options.format](input));
  if (report.stats.files === 0) stderr.write(`unblock: there is nothing to check under ${options.paths.join(" ")}.\n`);
  return statusOf(input, fixProblems, paths);
}

/** The patch goes to stdout alone, so that it can be piped; the status tells of the files as they are. */
function showDiff(
  { rewrites, problems }: Rewrites,
  report: WorkspaceReport,
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
): ExitStatus {
  const input = reportInput(report, problems, undefined, options, surroundings);
  const calls = rewrites.reduce((sum, rewrite) => sum + rewrite.calls, 0);
  surroundings.stdout.write(rewrites.map((rewrite) => unifiedDiff(input.sources.name(rewrite.file), rewrite)).join(""));
  surroundings.stderr.write(`${count(calls, "call")} in ${count(rewrites.length, "file")} would be rewritten.\n`);
  const lines = problemLines({ ...input, paint: createPainter(false) });
  surroundings.stderr.write(lines.map((line) => `${line}\n`).join(""));
  return statusOf(input, problems, paths);
}

function checkPaths(analyzer: Analyzer, paths: readonly string[], stderr: Output): WorkspaceReport {
  const progress = createProgress(stderr);
  try {
    return analyzer.checkPaths(paths, { progress: (done, total) => progress.update(done, total) });
  } finally {
    progress.end();
  }
}

function reportInput(
  report: WorkspaceReport,
  fixProblems: readonly Problem[],
  fixed: ReportInput["fixed"],
  options: CheckOptions,
  { cwd, env, host, stdout, version }: Surroundings,
): ReportInput {
  const sources = new Sources(cwd, report.files, host);
  const findings = report.files
    .flatMap((file) => file.findings)
    .sort((left, right) => sources.compare(left.file, right.file) || left.span.start - right.span.start);
  const isShown = (finding: Finding) => rank(finding.severity) >= rank(options.minSeverity);
  return {
    findings: findings.filter(isShown),
    hidden: findings.filter((finding) => !isShown(finding)),
    problems: [...report.problems, ...report.files.flatMap((file) => file.problems), ...fixProblems].sort(
      (left, right) => sources.compare(left.file, right.file),
    ),
    skipped: report.skipped,
    stats: report.stats,
    sources,
    ...(fixed === undefined ? {} : { fixed }),
    paint: createPainter(wantsColour(options.color, env, stdout.isTTY === true)),
    quiet: options.quiet,
    version,
    repository: env.GITHUB_WORKSPACE ?? cwd,
  };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** The gravest of what happened. A path that was asked for by name and isn't there is wrong usage. */
function statusOf(
  { findings, problems }: ReportInput,
  fixProblems: readonly Problem[],
  paths: readonly string[],
): ExitStatus {
  if (problems.some(({ kind }) => kind === "internal")) return EXIT.internal;
  const isUsage = ({ kind, file }: Problem) => kind === "config" || (kind === "unreadable" && paths.includes(file));
  if (problems.some(isUsage) || fixProblems.length > 0) return EXIT.usage;
  return findings.length > 0 ? EXIT.findings : EXIT.clean;
}
