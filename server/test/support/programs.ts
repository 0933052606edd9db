/** Runs fixture programs as a person would: in a process of their own, in a folder of their own. */
import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";

/** What a person sees of a run. */
export interface Run {
  readonly exitCode: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longest time that one program may take, in milliseconds: a rewrite must not make one wait forever. */
const TIME_LIMIT = 30_000;

const TYPESCRIPT_LOADER = pathToFileURL(require.resolve("tsx")).href;

/** Runs `main` (absolute path) with Node.js in `folder`; TypeScript through the tsx loader. */
export function run(main: string, folder: string): Promise<Run> {
  const loader = /\.[cm]?tsx?$/.test(main) ? ["--import", TYPESCRIPT_LOADER] : [];
  const options = { cwd: folder, timeout: TIME_LIMIT, env: programEnvironment() };
  return new Promise((settle) => {
    execFile(process.execPath, [...loader, main], options, (error, stdout, stderr) => {
      settle({ exitCode: error === null ? 0 : (error.code ?? `killed by ${String(error.signal)}`), stdout, stderr });
    });
  });
}

/** Without what the test runner sets: a program run by it must not report to it. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, NO_COLOR: "1" };
  for (const name of ["NODE_TEST_CONTEXT", "NODE_OPTIONS", "FORCE_COLOR"]) Reflect.deleteProperty(environment, name);
  return environment;
}
