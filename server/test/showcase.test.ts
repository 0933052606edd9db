import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { analyse, findingsOf, problemsOf, rewriteOf } from "./support/analysis";
import { fixEverything } from "./support/executed";
import { copyFixture, FIXTURES, filesUnder, inTemporaryFolder, slashed } from "./support/fixtures";
import { run } from "./support/programs";
import { answersOf, type Answer } from "./support/service";

const PATHS = [
  ...[
    "/",
    "/notes/welcome",
    "/notes/shopping",
    "/notes/event-loop",
    "/notes/nothing",
    "/style.css",
    "/archive.gz",
    "/version",
    "/forecast",
  ],
  ...[
    "/search?for=wait",
    "/login?name=ada&password=lovelace",
    "/login?name=ada&password=wrong",
    "/login?name=bob",
    "/constructor",
  ],
];

test("the showcase has its blocking calls and computations, and nothing is said of its asynchronous code", () => {
  const report = analyse(join(FIXTURES, "showcase"));
  assert.deepEqual(problemsOf(report), []);
  const rows = findingsOf(report).map(({ report: { file }, finding }) => {
    const fix = rewriteOf(finding);
    const kind = fix === undefined ? "none" : fix.safe ? "safe" : "unsafe";
    return `${slashed(relative(join(FIXTURES, "showcase"), file))} ${finding.api} ${finding.severity} ${kind}`;
  });
  assert.deepEqual(rows, [
    "backup.ts node:fs.cpSync warning safe",
    "fastapi/service.py requests.get warning safe",
    "fastapi/service.py builtins.open warning safe",
    "fastapi/service.py io.TextIOWrapper#read warning safe",
    "fastapi/service.py hashlib.pbkdf2_hmac warning safe",
    "fastapi/service.py heavy-loop warning unsafe",
    "fastapi/service.py subprocess.run warning none",
    "lib/accounts.mjs node:crypto.pbkdf2Sync warning safe",
    "lib/archive.mjs node:zlib.gzipSync warning safe",
    "lib/config.mjs node:fs.readFileSync warning safe",
    "lib/forecast.mjs heavy-loop warning unsafe",
    "lib/log.mjs node:fs.appendFileSync warning safe",
    "lib/notes.mjs node:fs.statSync warning safe",
    "lib/notes.mjs node:fs.existsSync warning safe",
    "lib/pages.mjs node:fs.readFileSync warning safe",
    "lib/version.mjs node:child_process.execSync warning unsafe",
  ]);
});

test("the fixed showcase serves the same bytes", { timeout: 60_000 }, async () => {
  await inTemporaryFolder(async (folder) => {
    copyFixture(join(FIXTURES, "showcase"), folder);
    // The other service needs Python's packages; `npm run showcase` runs it.
    rmSync(join(folder, "fastapi"), { recursive: true });
    await commitAll(folder);
    const before = await visit(folder);
    assert.deepEqual(
      before.answers.map(({ status }) => status),
      [200, 200, 200, 200, 404, 200, 200, 200, 200, 200, 200, 403, 403, 404],
    );
    assert.equal(fixEverything(folder), 10);
    assert.deepEqual(await visit(folder), before);
    assert.deepEqual(
      findingsOf(analyse(folder)).map(({ finding }) => finding.api),
      [],
    );
  });
});

interface Visit {
  readonly answers: readonly Answer[];
  readonly log: string;
  readonly backup: readonly string[];
}

/** Everything that can be seen of the service: its answers, its log, what its backup copies. */
async function visit(folder: string): Promise<Visit> {
  const answers = await answersOf(join(folder, "server.mjs"), folder, PATHS);
  const log = readFileSync(join(folder, "requests.log"), "utf8");
  const { exitCode, stdout, stderr } = await run(join(folder, "backup.ts"), folder);
  const copies = filesUnder(join(folder, "backup")).map((file) => relative(folder, file) + readFileSync(file, "utf8"));
  rmSync(join(folder, "requests.log"));
  rmSync(join(folder, "backup"), { recursive: true });
  return { answers, log, backup: [String(exitCode), stdout, stderr, ...copies] };
}

/** `/version` tells a commit: there has to be one. */
async function commitAll(folder: string): Promise<void> {
  const identity = ["-c", "user.name=Fixture", "-c", "user.email=fixture@example.org", "-c", "commit.gpgsign=false"];
  for (const words of [
    ["init", "--quiet"],
    ["add", "."],
    [...identity, "commit", "--quiet", "--message", "Start"],
  ]) {
    await promisify(execFile)("git", words, { cwd: folder });
  }
}
