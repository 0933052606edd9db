/** Runs Python programs as a person would, with the packages that the fixtures need. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { FIXTURES, MODULES } from "../support/fixtures";
import { header } from "../support/markers";
import { programEnvironment, type Run } from "../support/programs";

/** Longest time that one program may take, in milliseconds. */
const TIME_LIMIT = 30_000;

interface Setup {
  pythonVenv(): string;
}

let interpreter: Promise<string> | undefined;

/** Path of the interpreter; rejects when its packages can't be installed. */
export function pythonInterpreter(): Promise<string> {
  const script = pathToFileURL(join(MODULES, "..", "scripts", "python-venv.mjs")).href;
  interpreter ??= import(script).then((setup) => (setup as Setup).pythonVenv());
  return interpreter;
}

export interface PythonRun extends Run {
  /** Longest time in milliseconds in which the program's loop did nothing else; NaN where it isn't measured. */
  readonly stall: number;
  /** Longest time in milliseconds in which the loop's thread computed without another turn: what a busy machine gave to others isn't in it. */
  readonly busy: number;
}

/** asyncio of Python 3.11 says so where somebody else was the first to ask how a process ended, as anyio is at the end of its workers. */
const UNKNOWN_CHILD = /^Unknown child process pid \d+, will report returncode 255\n/gm;

/** Runs `main` (absolute path) in `folder`. */
export async function runPython(main: string, folder: string): Promise<PythonRun> {
  const heart = join(folder, "heart.txt");
  writeFileSync(heart, "");
  const env = { ...programEnvironment(), HEART: heart, PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: folder };
  const python = await pythonInterpreter();
  return new Promise((settle) => {
    execFile(python, ["-W", "ignore", main], { cwd: folder, timeout: TIME_LIMIT, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : (error.code ?? `killed by ${String(error.signal)}`);
      const [stall = NaN, busy = NaN] = readFileSync(heart, "utf8").split(" ").map(Number.parseFloat);
      settle({ exitCode, stdout, stderr: stderr.replaceAll(UNKNOWN_CHILD, ""), stall, busy });
    });
  });
}

/** Settings and manifest that a program's headers ask for: `# executor: trio`, `# declares: anyio, fastapi`, `# python: >=3.11`. */
export function writeProject(folder: string, text: string): void {
  const [executor, declares, python] = ["executor", "declares", "python"].map((name) => header(text, name));
  if (executor !== undefined) writeFileSync(join(folder, "unblock.json"), JSON.stringify({ python: { executor } }));
  const project = ["[project]", `name = "program"`];
  if (python !== undefined) project.push(`requires-python = "${python}"`);
  if (declares !== undefined) project.push(`dependencies = ${JSON.stringify(declares.split(", "))}`);
  if (project.length > 2) writeFileSync(join(folder, "pyproject.toml"), `${project.join("\n")}\n`);
}

export const PYTHON_FIXES = resolve(FIXTURES, "python/fixes");
