/** Makes the bundles that the package ships: the client, the server, the command line, and the compiler that the last two share. */
import { chmod } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));

/** ts-morph holds a whole TypeScript compiler; it is bundled once and required by both programs from beside them. */
const sharedCompiler = {
  name: "shared-compiler",
  setup(bundle) {
    bundle.onResolve({ filter: /^ts-morph$/ }, () => ({ path: "./ts-morph.js", external: true }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

try {
  await Promise.all([
    build({
      ...common,
      entryPoints: ["client/src/extension.ts"],
      outfile: "client/dist/extension.js",
      external: ["vscode"],
    }),
    build({ ...common, entryPoints: ["ts-morph"], outfile: "server/dist/ts-morph.js" }),
    build({
      ...common,
      entryPoints: ["server/src/main.ts"],
      outfile: "server/dist/main.js",
      plugins: [sharedCompiler],
    }),
    build({
      ...common,
      entryPoints: ["server/src/cli.ts"],
      outfile: "server/dist/cli.js",
      banner: { js: "#!/usr/bin/env node" },
      plugins: [sharedCompiler],
    }),
  ]);
} catch {
  // esbuild has said what is wrong.
  process.exit(1);
}
await chmod(join(root, "server/dist/cli.js"), 0o755);
