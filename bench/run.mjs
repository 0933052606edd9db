/**
 * `npm run bench -- [--rounds N] CHECKOUT…`: this tool against its peers on checkouts that are there already.
 * Runs are interleaved, whole processes, without caches; figures are medians, and ratios of medians.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, ensureDependencies, run } from "../scripts/ensure.mjs";
import { measure, median } from "./measure.mjs";
import { OURS, peersFor } from "./peers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { rounds, checkouts } = argumentsOf(process.argv.slice(2));
if (checkouts.length === 0) {
  console.error("Name at least one checkout: npm run bench -- [--rounds N] CHECKOUT…");
  process.exit(2);
}
for (const checkout of checkouts) {
  if (!existsSync(checkout)) {
    console.error(`There is no ${checkout}.`);
    process.exit(2);
  }
}
await ensureDependencies();
await build();
if (!existsSync(join(here, "node_modules"))) {
  const status = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here });
  if (status !== 0) console.error("The peers could not be installed: measured without them.");
}
for (const checkout of checkouts) await bench(checkout);

async function bench(checkout) {
  const first = await measure(OURS.command("."), checkout);
  if (first.status > 1) throw new Error(`unblock ended with ${first.status} in ${checkout}: ${first.stderr}`);
  const { stats } = JSON.parse(first.stdout);
  const tools = [OURS, ...peersFor(languageOf(stats))];
  const runs = new Map(tools.map((tool) => [tool, []]));
  for (let round = 0; round < rounds; round++) {
    for (const tool of tools) runs.get(tool).push(await measure(tool.command("."), checkout));
  }
  console.log(`\n${checkout}: ${stats.parsed} of ${stats.files} files parsed, ${rounds} rounds`);
  console.log(row(["", "wall s", "CPU s", "peak MB", "wall ×", "CPU ×"]));
  const ours = figures(runs.get(OURS));
  for (const tool of tools) {
    const { wall, cpu, peak } = figures(runs.get(tool));
    const ratios = tool === OURS ? ["", ""] : [(wall / ours.wall).toFixed(2), (cpu / ours.cpu).toFixed(2)];
    console.log(row([tool.name, wall.toFixed(2), cpu.toFixed(2), peak.toFixed(0), ...ratios]));
  }
  const stages = Object.entries(stats.stages ?? {});
  if (stages.length > 0) console.log(`stages, ms: ${stages.map(([name, time]) => `${name} ${time}`).join(", ")}`);
}

function figures(list) {
  return {
    wall: median(list.map((r) => r.wall)),
    cpu: median(list.map((r) => r.cpu)),
    peak: Math.max(...list.map((r) => r.peak)),
  };
}

function row([name, ...cells]) {
  return name.padEnd(24) + cells.map((cell) => cell.padStart(9)).join("");
}

/** The language that most of a checkout's files are in. */
function languageOf({ languages = {} }) {
  const [first] = Object.entries(languages).sort(([, a], [, b]) => b - a);
  return first?.[0] ?? "typescript";
}

function argumentsOf(list) {
  const at = list.indexOf("--rounds");
  const given = at < 0 ? undefined : Number(list[at + 1]);
  if (given !== undefined && !(Number.isInteger(given) && given > 0)) {
    console.error("--rounds needs a number of at least 1.");
    process.exit(2);
  }
  const paths = at < 0 ? list : list.toSpliced(at, 2);
  return { rounds: given ?? 5, checkouts: paths.map((path) => resolve(path)) };
}
