/**
 * `npm run showcase [-- --seconds N] [--picture FILE.svg]`: two small services under load, as they are and after the language
 * server's own fixes: how long a request that takes no time waits for those that block the event loop.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, ensureDependencies, root, run } from "../../scripts/ensure.mjs";

const list = process.argv.slice(2);
const seconds = Number(optionOf("--seconds") ?? 10);
if (!(seconds >= 1)) {
  console.error("--seconds takes a number of seconds, 1 or more.");
  process.exit(2);
}
await ensureDependencies();
await build();
const bench = join(root, "bench");
if (!existsSync(join(bench, "node_modules", "autocannon"))) {
  const status = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: bench });
  if (status !== 0) {
    console.error("The load generator could not be installed: npm ci in bench failed.");
    process.exit(1);
  }
}
const { SERVICES, start } = await import("./services.mjs");
const { fixAsInEditor } = await import("./editor.mjs");
const { load } = await import("./load.mjs");
const { picture, table } = await import("./report.mjs");

const rows = [];
for (const service of SERVICES) rows.push(await compare(service));
console.log(table(rows));
const file = optionOf("--picture");
if (file !== undefined) writeFileSync(file, picture(rows));

async function compare(service) {
  const folder = mkdtempSync(join(tmpdir(), "unblock-showcase-"));
  try {
    cpSync(join(root, "test-fixtures", "showcase", service.source), folder, { recursive: true });
    commit(folder);
    const before = await measure(service, folder);
    const files = service.files.map((name) => join(folder, name));
    const { done, stayed } = await fixAsInEditor(folder, files);
    const after = await measure(service, folder);
    return { name: service.name, quick: service.quick, before, after, done, stayed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The services tell the commit that is running: there has to be one. */
function commit(folder) {
  const identity = ["-c", "user.name=Showcase", "-c", "user.email=showcase@example.org", "-c", "commit.gpgsign=false"];
  for (const words of [
    ["init", "--quiet"],
    ["add", "."],
    [...identity, "commit", "--quiet", "--message", "Start"],
  ])
    execFileSync("git", words, { cwd: folder });
}

async function measure(service, folder) {
  const { address, stop } = await start(service, folder);
  try {
    // What is compiled or opened a first time isn't what is measured.
    for (const path of service.paths) await (await fetch(address + path)).arrayBuffer();
    return await load({ address, service, seconds });
  } finally {
    await stop();
  }
}

function optionOf(name) {
  const at = list.indexOf(name);
  return at < 0 ? undefined : list[at + 1];
}
