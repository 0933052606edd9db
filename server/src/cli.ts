/** The command line: wiring only. */
import * as path from "node:path";
import { version } from "../../package.json";
import { run } from "./adapters/cli/run";
import { loadLanguages } from "./languages/load";
import { createAnalyzer } from "./workspace/analyzer";
import { createConfigResolver } from "./workspace/configs";
import { createHost } from "./workspace/host";

async function main(): Promise<void> {
  const host = createHost();
  // Beside the bundle; for the sources, where the build puts them.
  const languages = await loadLanguages(path.join(__dirname, "../dist"), (file) => host.isFile(file));
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
      return createAnalyzer({ root, host, languages, configs });
    },
  });
}

// A reader that has seen enough (`| head`) closes the pipe: no error, and nothing more to write.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
void main();
