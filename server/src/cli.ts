/** The command line: wiring only. */
import { version } from "../../package.json";
import { run } from "./adapters/cli/run";
import { typescript } from "./languages/typescript/index";
import { createAnalyzer } from "./workspace/analyzer";
import { createConfigResolver } from "./workspace/configs";
import { createHost } from "./workspace/host";

const host = createHost();

// A reader that has seen enough (`| head`) closes the pipe: no error, and nothing more to write.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit: what was written to a pipe must still arrive.
process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  version,
  host,
  createAnalyzer: (root, override) => {
    const configs = createConfigResolver({ host, root, ...(override === undefined ? {} : { override }) });
    return createAnalyzer({ root, host, languages: [typescript], configs });
  },
});
