/** Runs named cases one after the other and counts them. */

/**
 * Runs each of `cases` (name → async function); a case that throws has failed, and so has a run of no case at all.
 * The environment's `UNBLOCK_CASES` is a regular expression that names must match.
 * `after(name, failed)` puts things back, and may look around after a failure; `print` takes lines.
 * Gives the number of failures, after printing a line for each case and `N passed, N failed`.
 */
export async function runCases(cases, { print = console.log, after = async () => {} } = {}) {
  let passed = 0;
  let failed = 0;
  const wanted = new RegExp(process.env["UNBLOCK_CASES"] ?? "", "i");
  for (const [name, run] of Object.entries(cases)) {
    if (!wanted.test(name)) continue;
    const start = Date.now();
    const error = await run().then(
      () => undefined,
      (thrown) => thrown ?? new Error("thrown: nothing"),
    );
    const time = `${Date.now() - start} ms`;
    if (error === undefined) {
      passed += 1;
      print(`ok    ${name} (${time})`);
    } else {
      failed += 1;
      print(`FAIL  ${name} (${time})\n${indent(error.stack ?? String(error))}`);
    }
    await after(name, error !== undefined);
  }
  if (passed + failed === 0) failed = 1;
  print(`${passed} passed, ${failed} failed`);
  return failed;
}

function indent(text) {
  return text.replace(/^/gm, "      ");
}
