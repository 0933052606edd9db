/** `npm test [-- WORD…]`: installs what is missing, builds, and runs every test file (whose path holds one of the words). */
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, ensureDependencies, root, run } from "./ensure.mjs";

/** For one file, and for each test in it: a test that hangs must not hang everything. */
const TIME_LIMIT_MILLISECONDS = 600_000;

await ensureDependencies();
await build();
const words = process.argv.slice(2);
const files = (await testFiles(join(root, "server", "test")))
  .map((file) => relative(root, file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.log("No test files.\n0 passed, 1 failed");
  process.exit(1);
}
process.exitCode = await run(process.execPath, [
  ...["--import", "tsx", "--test", "--test-concurrency=2", `--test-timeout=${TIME_LIMIT_MILLISECONDS}`],
  ...["--test-reporter=./scripts/reporter.mjs", "--test-reporter-destination=stdout"],
  ...files,
]);

/** Paths of all `*.test.ts` below a folder; programs under test are not tests. */
async function testFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["node_modules", "fixtures"].includes(entry.name) ? [] : testFiles(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}
