/** What must be there before anything runs: the dependencies and the bundles. Needs Node alone. */
import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program in the project's folder (or `options.cwd`) with this terminal; gives its exit code, 1 when it could not run or was killed. */
export function run(command, commandArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Runs the last step of a script whose success the rest depends on; ends the process when it fails. */
async function must(what, exitCode) {
  if (exitCode === 0) return;
  console.error(`${what} failed.`);
  process.exit(1);
}

/** Installs what package-lock.json names when node_modules is missing or older than it. */
export async function ensureDependencies() {
  const [installed, wanted] = await Promise.all([
    modified(join(root, "node_modules", ".package-lock.json")),
    modified(join(root, "package-lock.json")),
  ]);
  if (installed >= wanted) return;
  console.error("Installing dependencies …");
  const quietly = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  // Installation reports on stdout; that belongs to the program that asked.
  const options = { stdio: ["ignore", 2, 2], shell: process.platform === "win32" };
  await must("npm ci", await run("npm", quietly, options));
}

/** Makes the bundles in client/dist and server/dist. */
export async function build() {
  await must("Build", await run(process.execPath, ["esbuild.mjs"]));
}

/** Time of the last change in milliseconds; 0 for what isn't there. */
async function modified(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureDependencies();
