/**
 * A virtual environment with the packages that Python fixtures need, made once per list of packages and interpreter:
 * `pythonVenv()` gives the path of its interpreter. It is kept outside of the fixtures, in node_modules/.cache/python.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const requirements = join(root, "test-fixtures", "python", "requirements.txt");

/** Longest time that making it may take, in milliseconds. */
const TIME_LIMIT = 300_000;

/** Throws with the installer's own words when Python or a package can't be had. */
export function pythonVenv() {
  const python = process.platform === "win32" ? "python" : "python3";
  const version = execFileSync(python, ["-c", "import sys; print(sys.executable, sys.version)"], { encoding: "utf8" });
  const key = createHash("sha256").update(version).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const cache = join(root, "node_modules", ".cache", "python");
  const folder = join(cache, key);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    // Made aside and then moved, so that there is never half of one. Two at a time end with the same.
    const aside = `${folder}.${process.pid}`;
    const options = {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: TIME_LIMIT,
      env: { ...process.env, PIP_RETRIES: "0" },
    };
    try {
      execFileSync(python, ["-m", "venv", "--without-pip", aside], options);
      const pip = ["-m", "pip", "--python", interpreterOf(aside), "--disable-pip-version-check", "install", "--quiet"];
      execFileSync(python, [...pip, "--requirement", requirements], options);
      if (!existsSync(folder)) renameSync(aside, folder);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  return interpreterOf(folder);
}

function interpreterOf(folder) {
  return process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pythonVenv());
