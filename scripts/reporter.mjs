/** Reporter for node:test: one line per file, each failure in full, and `N passed, N failed` as the last line. */
import { relative } from "node:path";
import { inspect } from "node:util";

export default async function* reporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const files = new Map();
  /** Names of the tests around the current one, outermost first, by file. */
  const around = new Map();
  for await (const { type, data } of events) {
    const file = data.file === undefined ? "" : relative(process.cwd(), data.file);
    if (type === "test:start") {
      around.set(file, [...(around.get(file) ?? []).slice(0, data.nesting), data.name]);
    } else if (type === "test:stderr" || type === "test:stdout") {
      yield data.message;
    } else if (type === "test:pass" || type === "test:fail") {
      const outcome = outcomeOf(type, data);
      if (outcome === undefined) continue;
      counts[outcome] += 1;
      const ofFile = files.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
      ofFile[outcome] += 1;
      files.set(file, ofFile);
      if (outcome === "failed") yield failure(file, around.get(file) ?? [], data);
    }
  }
  for (const [file, { passed, failed, skipped }] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    yield `${failed > 0 ? "✖" : "✔"} ${file}: ${passed} passed, ${failed} failed${skippedOf(skipped)}\n`;
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed\n`;
}

/** Suites are counted by their tests; a suite that failed by itself is a failure of its own. */
function outcomeOf(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return "skipped";
  const isSuite = data.details.type === "suite";
  if (type === "test:pass") return isSuite ? undefined : "passed";
  // What its tests say is said already.
  return data.details.error?.failureType === "subtestsFailed" ? undefined : "failed";
}

function failure(file, around, data) {
  const names = around.at(data.nesting) === data.name ? around.slice(0, data.nesting + 1) : [data.name];
  const error = data.details.error?.cause ?? data.details.error;
  const text = error instanceof Error || typeof error !== "string" ? inspect(error, { depth: 4 }) : error;
  const readable = text
    .replace(/^ +at .*node:internal.*(\n|$)/gm, "")
    .trimEnd()
    .replace(/^/gm, "    ");
  return `\n✖ ${names.join(" › ")}\n  ${file}\n${readable}\n\n`;
}

const skippedOf = (skipped) => (skipped > 0 ? `, ${skipped} skipped` : "");
