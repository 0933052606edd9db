/** What a marker may say of a finding. */
import { relative } from "node:path";
import type { Finding } from "../../src/core/findings";
import { slashed } from "./fixtures";

/**
 * The labels that say the same of a finding, from the one that says all to the one that says least: severity and chain may
 * be left out. A chain is told by what each call after the first calls, and the file where that call stands; then the
 * other APIs that it reaches; then in how many implementations it does:
 *
 *     blocking-chain node:fs.readFileSync warning via readJson (config.ts), fs.readFileSync (lib/json.ts); also node:fs.statSync
 *     blocking-chain node:fs.readFileSync hint via fs.readFileSync (disk.ts); in 1 of 2
 *
 * @param folder what the files' names are relative to.
 */
export function labelsOf(folder: string, finding: Finding): readonly string[] {
  const head = `${finding.code} ${finding.api}`.trimEnd();
  const withSeverity = `${head} ${finding.severity}`;
  const via = viaOf(folder, finding);
  return [withSeverity + via, head + via, withSeverity, head];
}

function viaOf(folder: string, { chain, alsoReaches, message }: Finding): string {
  const steps = chain.slice(1).map(({ file, name }) => `${name} (${slashed(relative(folder, file))})`);
  if (steps.length === 0) return "";
  const also = alsoReaches.length === 0 ? "" : `; also ${alsoReaches.join(", ")}`;
  const share = /\(in (\d+ of \d+) implementations\)/.exec(message)?.[1];
  return ` via ${steps.join(", ")}${also}${share === undefined ? "" : `; in ${share}`}`;
}
