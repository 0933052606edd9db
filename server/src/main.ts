/** Starts the language server: wiring only. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { startServer } from "./adapters/lsp/server";
import { typescript } from "./languages/typescript/index";
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

const givenArguments = process.argv.slice(2);
if (givenArguments.includes("--version")) {
  process.stdout.write(`${version}\n`);
} else if (givenArguments.some((argument) => TRANSPORT.test(argument))) {
  const host = createHost();
  const languages = [typescript];
  startServer(createConnection(ProposedFeatures.all), {
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
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
