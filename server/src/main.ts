/** Starts the language server: wiring only. */
import * as path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { startServer } from "./adapters/lsp/server";
import { loadLanguages } from "./languages/load";
import { createAnalyzer } from "./workspace/analyzer";
import { createConfigResolver } from "./workspace/configs";
import { createHost } from "./workspace/host";
import type { Host } from "./workspace/types";

const USAGE = "Usage: node main.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME | --version";
const TRANSPORT = /^--(?:stdio$|node-ipc$|socket\b|pipe\b)/;

/** A host that looks only at files it is asked for. */
function withoutDiscovery(host: Host): Host {
  return { ...host, discover: () => ({ files: [], skipped: [], problems: [] }) };
}

async function serve(): Promise<void> {
  // First of all: it watches for the client's end, and what the client sends until the parser is there waits.
  const connection = createConnection(ProposedFeatures.all);
  const host = createHost();
  // Beside the bundle; for the sources, where the build puts them.
  const languages = await loadLanguages(path.join(__dirname, "../dist"), (file) => host.isFile(file));
  startServer(connection, {
    version,
    extensions: languages.flatMap((language) => language.extensions),
    engine: {
      host,
      createConfigs: (root) => createConfigResolver({ root, host }),
      createAnalyzer(root, configs, isLoose) {
        return createAnalyzer({ root, host: isLoose ? withoutDiscovery(host) : host, languages, configs });
      },
    },
  });
}

const givenArguments = process.argv.slice(2);
if (givenArguments.includes("--version")) {
  process.stdout.write(`${version}\n`);
} else if (givenArguments.some((argument) => TRANSPORT.test(argument))) {
  void serve();
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
