/** Makes what the package ships: the client, the server, the command line, and the compiler that the last two share. */
import { chmod, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { notices } from "./scripts/notices.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** ts-morph holds a whole TypeScript compiler; it is bundled once, and both programs require it from beside them. */
const sharedCompiler = {
  name: "shared-compiler",
  setup(bundle) {
    bundle.onResolve({ filter: /^ts-morph$/ }, () => ({ path: "./ts-morph.js", external: true }));
  },
};

const bundles = [
  { entryPoints: ["client/src/extension.ts"], outfile: "client/dist/extension.js", external: ["vscode"] },
  { entryPoints: ["ts-morph"], outfile: "server/dist/ts-morph.js" },
  { entryPoints: ["server/src/main.ts"], outfile: "server/dist/main.js", plugins: [sharedCompiler] },
  {
    entryPoints: ["server/src/cli.ts"],
    outfile: "server/dist/cli.js",
    plugins: [sharedCompiler],
    banner: { js: "#!/usr/bin/env node" },
  },
];

const results = await Promise.allSettled(
  bundles.map((bundle) =>
    build({
      absWorkingDir: root,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      // jsonc-parser's CommonJS build requires its parts in a way that no bundler sees; its module build doesn't.
      mainFields: ["module", "main"],
      minify: true,
      // They stand, whole, in the notices.
      legalComments: "none",
      logLevel: "warning",
      metafile: true,
      ...bundle,
    }),
  ),
);
// esbuild has said what is wrong.
if (results.some(({ status }) => status === "rejected")) process.exit(1);
const inputs = results.flatMap(({ value }) => Object.keys(value.metafile.inputs));
await writeFile(join(root, "server/dist/NOTICES.txt"), await notices(root, inputs));
await chmod(join(root, "server/dist/cli.js"), 0o755);
