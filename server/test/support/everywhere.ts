/** Laws that hold for every fix of every finding, tried on whole fixtures. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { FileReport, Finding, Fix } from "../../src/core/findings";
import type { Analyzer } from "../../src/workspace/types";
import { analyzerOf, rewriteOf } from "./analysis";
import { applyEdits, copyFixture, FIXTURES, inTemporaryFolder } from "./fixtures";

/** One file of a fixture, what is found in it, and what would be found after an edit. */
interface Subject {
  readonly name: string;
  readonly report: FileReport;
  readonly after: (fix: Pick<Fix, "edits">) => { readonly text: string; readonly report: FileReport };
}

async function forEachFile(fixture: string, check: (subject: Subject, analyzer: Analyzer) => void): Promise<void> {
  await inTemporaryFolder((folder) => {
    copyFixture(resolve(FIXTURES, fixture), folder);
    const analyzer = analyzerOf(folder);
    for (const report of analyzer.checkPaths([folder]).files) {
      const original = readFileSync(report.file, "utf8");
      const after: Subject["after"] = ({ edits }) => {
        const text = applyEdits(original, edits, report.file);
        analyzer.open(report.file, text);
        const changed = analyzer.report(report.file);
        analyzer.close(report.file);
        return { text, report: changed };
      };
      check({ name: relative(folder, report.file), report, after }, analyzer);
    }
  });
}

const apis = (findings: readonly Finding[]): readonly string[] => findings.map(({ api, code }) => api || code).sort();

/** A rewrite alone takes away its own finding and no other, and leaves a text that parses. */
export async function checkRewritesAlone(fixture: string): Promise<number> {
  let count = 0;
  await forEachFile(fixture, ({ name, report, after }) => {
    for (const finding of report.findings) {
      const fix = rewriteOf(finding);
      if (fix === undefined) continue;
      count++;
      const changed = after(fix);
      const others = report.findings.filter((other) => other !== finding);
      const where = `${name}: ${fix.title}\n${changed.text}`;
      assert.deepEqual(changed.report.problems, [], where);
      assert.deepEqual(apis(changed.report.findings), apis(others), where);
    }
  });
  return count;
}

/** Everything done together leaves what had no fix; the safe ones alone leave what isn't safe. Unused directives go. */
export async function checkRewritesTogether(fixture: string): Promise<void> {
  await forEachFile(fixture, ({ name, report, after }, analyzer) => {
    for (const unsafe of [false, true]) {
      const changed = after({ edits: analyzer.fixAll(report.file, { unsafe }) });
      const left = report.findings.filter(({ fixes: [first] }) => {
        const isDone = first !== undefined && /^(?:await-twin|yield|remove-suppression)$/.test(first.kind);
        return !isDone || (!unsafe && !first.safe);
      });
      const where = `${name}, unsafe ${String(unsafe)}\n${changed.text}`;
      assert.deepEqual(changed.report.problems, [], where);
      assert.deepEqual(apis(changed.report.findings), apis(left), where);
    }
  });
}

/** Ignoring a line silences what is on it and nothing else; ignoring a file silences it; no directive is unused. */
export async function checkSuppressions(fixture: string): Promise<void> {
  await forEachFile(fixture, ({ name, report, after }) => {
    for (const finding of report.findings) {
      for (const fix of finding.fixes.filter(({ kind }) => kind !== "await-twin" && kind !== "yield")) {
        const changed = after(fix);
        const isGone = (other: Finding): boolean =>
          other === finding ||
          (fix.kind === "suppress-file" && other.code === finding.code) ||
          (finding.code === "blocking-call" && isSilenced(fix, finding, other, report.text));
        const others = report.findings.filter((other) => !isGone(other));
        const where = `${name}: ${fix.title}\n${changed.text}`;
        assert.deepEqual(changed.report.problems, [], where);
        assert.deepEqual(apis(changed.report.findings), apis(others), where);
      }
    }
  });
}

function isSilenced(fix: Fix, finding: Finding, other: Finding, text: string): boolean {
  // A chain ends where its last call is silenced.
  const leaf = other.chain.at(-1);
  if (other.code === "unused-suppression" || leaf?.file !== finding.file) return false;
  return fix.kind === "suppress-file" || lineOf(text, finding) === lineOf(text, leaf);
}

function lineOf(text: string, { span }: Pick<Finding, "span">): number {
  return text.slice(0, span.start).split("\n").length;
}
