/** The engine as the adapters build it, over one folder. */
import type { FileReport, Finding, Fix } from "../../src/core/findings";
import { languages } from "./languages";
import { createAnalyzer } from "../../src/workspace/analyzer";
import { createConfigResolver } from "../../src/workspace/configs";
import { createHost } from "../../src/workspace/host";
import type { Analyzer, WorkspaceReport } from "../../src/workspace/types";

export function analyzerOf(root: string): Analyzer {
  const host = createHost();
  return createAnalyzer({ root, host, languages, configs: createConfigResolver({ root, host }) });
}

/** Everything under `root`; a problem of any kind is a failure unless `problems` says otherwise. */
export function analyse(root: string): WorkspaceReport {
  return analyzerOf(root).checkPaths([root]);
}

/** Messages of every problem of a report. */
export function problemsOf(report: WorkspaceReport): readonly string[] {
  const all = [...report.problems, ...report.files.flatMap((file) => file.problems)];
  return all.map((problem) => `${problem.file}: ${problem.kind}: ${problem.message}`);
}

export function findingsOf(
  report: WorkspaceReport,
): readonly { readonly report: FileReport; readonly finding: Finding }[] {
  return report.files.flatMap((file) => file.findings.map((finding) => ({ report: file, finding })));
}

/** The rewrite that a finding offers first; suppressions are no rewrites. */
export function rewriteOf(finding: Finding): Fix | undefined {
  const first = finding.fixes[0];
  return first?.kind === "await-twin" || first?.kind === "yield" ? first : undefined;
}
