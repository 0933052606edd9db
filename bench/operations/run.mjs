/**
 * Measures what the cost model prices (server/catalogue/operations.json) on this machine's Node.js and CPython, writes it there,
 * and compares the model with the clock: programs whose loops are run, and estimated by the command line (`npm run build` first).
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const target = join(root, "server", "catalogue", "operations.json");

/** An estimate may be wrong by this factor: machines and versions differ by as much. */
const TOLERANCE = 3;

const LANGUAGES = {
  typescript: { command: process.execPath, operations: "node.mjs", programs: "programs.mjs" },
  python: { command: "python3", operations: "python.py", programs: "programs.py" },
};

function jsonOf(command, ...rest) {
  const { stdout, stderr, error } = spawnSync(command, rest, { encoding: "utf8", cwd: root });
  if (error !== undefined || stdout === "")
    throw new Error(`${command} ${rest.join(" ")}: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}

/** Two significant digits. */
function rounded(costs) {
  return Object.fromEntries(Object.entries(costs).map(([name, cost]) => [name, Number(cost.toPrecision(2))]));
}

function measure() {
  const measured = new Date().toISOString().slice(0, 10);
  const runtimes = {};
  const costs = {};
  for (const [language, { command, operations }] of Object.entries(LANGUAGES)) {
    const { version, costs: found } = jsonOf(command, join(here, operations));
    runtimes[language] = version;
    costs[language] = rounded(found);
  }
  console.table(costs);
  writeFileSync(target, `${JSON.stringify({ measured, runtimes, ...costs }, undefined, 2)}\n`);
}

/** Seconds that the command line estimates for each function of a program, by the function's name. */
function estimates(programs) {
  const cli = join(root, "server", "dist", "cli.js");
  const lines = readFileSync(join(here, programs), "utf8").split("\n");
  const estimated = new Map();
  const { findings } = jsonOf(
    process.execPath,
    cli,
    "check",
    "--format",
    "json",
    "--min-severity",
    "hint",
    join(here, programs),
  );
  for (const { line, message } of findings) {
    const [, amount, unit] = /≈ ([\d.]+) (m?s)/.exec(message) ?? [];
    const head = lines.slice(0, line).findLast((text) => /^(?:export )?async /.test(text)) ?? "";
    const [, name] = /(?:function|def) (\w+)/.exec(head) ?? [];
    if (amount !== undefined)
      estimated.set(name, (estimated.get(name) ?? 0) + Number(amount) / (unit === "ms" ? 1e3 : 1));
  }
  return estimated;
}

/** Prints estimate and measured time of each program. */
function compare() {
  const rows = {};
  for (const { command, programs } of Object.values(LANGUAGES)) {
    const estimated = estimates(programs);
    for (const [name, measured] of Object.entries(jsonOf(command, join(here, programs)))) {
      const estimate = estimated.get(name);
      const ratio = estimate === undefined ? NaN : estimate / measured;
      const isWithin = ratio <= TOLERANCE && ratio >= 1 / TOLERANCE;
      rows[`${programs} ${name}`] = { estimate, measured, ratio: Number(ratio.toFixed(2)), isWithin };
    }
  }
  console.table(rows);
  const wrong = Object.values(rows).filter(({ isWithin }) => !isWithin).length;
  console.log(`${wrong} of ${Object.keys(rows).length} estimates are wrong by more than a factor of ${TOLERANCE}.`);
}

if (!process.argv.includes("--compare")) measure();
compare();
