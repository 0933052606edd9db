/** Runs the command line in this process, on real files, with its output kept. */
import { run } from "../../src/adapters/cli/run";
import type { Finding } from "../../src/core/findings";
import { createAnalyzer } from "../../src/workspace/analyzer";
import { createConfigResolver } from "../../src/workspace/configs";
import { createHost } from "../../src/workspace/host";
import type { Analyzer, Stats } from "../../src/workspace/types";
import { languages } from "../support/languages";

export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly isTerminal?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Instead of the real one. */
  readonly analyzer?: Analyzer;
}

export function runIn(folder: string, argv: readonly string[], options: RunOptions = {}): RunResult {
  const host = createHost();
  let stdout = "";
  let stderr = "";
  const isTTY = options.isTerminal ?? false;
  const status = run(argv, {
    cwd: folder,
    env: options.env ?? {},
    stdout: { isTTY, write: (text) => (stdout += text) },
    stderr: { isTTY: false, write: (text) => (stderr += text) },
    version: "1.2.3",
    host,
    createAnalyzer: (root, override) => {
      if (options.analyzer !== undefined) return options.analyzer;
      const configs = createConfigResolver({ host, root, ...(override === undefined ? {} : { override }) });
      return createAnalyzer({ root, host, languages, configs });
    },
  });
  return { status, stdout, stderr };
}

/** A file with one blocking call, at 3:10 (`fs.readFileSync`). */
export const BLOCKING = `const fs = require("node:fs");
async function load() {
  return fs.readFileSync("data.json");
}
module.exports = load;
`;

export const CLEAN = `const answer = 42;\nmodule.exports = answer;\n`;

/** An analyzer whose reports are given, for what the real one never does. */
export function fakeAnalyzer(overrides: Partial<Analyzer>): Analyzer {
  const stats = statsOf(1, 1, 1);
  return {
    checkPaths: () => ({ files: [], problems: [], skipped: [], stats }),
    read: () => ({ text: "" }),
    waysIn: () => {
      throw new Error("not asked for");
    },
    report: (file) => ({ file, text: "", findings: [], problems: [] }),
    open: () => undefined,
    close: () => undefined,
    changedOnDisk: () => undefined,
    fixAll: () => [],
    chainFixes: () => ({ fixes: [], refused: [] }),
    refactorings: () => undefined,
    ...overrides,
  };
}

/** A finding over `span` of `file`, with nothing special about it. */
export function finding(file: string, start: number, end: number, overrides: Partial<Finding> = {}): Finding {
  const span = { start, end };
  return {
    code: "blocking-call",
    file,
    span,
    callSpan: span,
    api: "node:fs.readFileSync",
    category: "file system",
    cost: "milliseconds",
    severity: "warning",
    message: "It blocks.",
    chain: [{ file, span, name: "fs.readFileSync" }],
    alsoReaches: [],
    fixes: [],
    ...overrides,
  };
}

/** Statistics of a run, as far as a report tells them. */
export function statsOf(files: number, parsed: number, milliseconds: number): Stats {
  const stages = { discover: 0, index: 0, reach: 0, facts: 0, findings: milliseconds };
  const dependencies = { packages: 0, files: 0, characters: 0, bundles: 0, cut: 0 };
  return { files, parsed, milliseconds, dependencies, languages: { typescript: files }, stages };
}
