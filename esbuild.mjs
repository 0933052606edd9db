/** Makes what the package ships: the client, the server, the command line, and the libraries that the last two share. */
import { chmod, copyFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { notices } from "./scripts/notices.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/**
 * ts-morph holds a whole TypeScript compiler, and scslre all of Unicode: they are bundled once, and both programs require them
 * from beside them, when they need them.
 */
const shared = {
  name: "shared",
  setup(bundle) {
    bundle.onResolve({ filter: /^(ts-morph|scslre)$/ }, ({ path }) => ({ path: `./${path}.js`, external: true }));
  },
};

/** The Python parser: WebAssembly, which both programs load from beside them. */
const parsers = [
  "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "node_modules/tree-sitter-python/tree-sitter-python.wasm",
];
/** The module build asks where it is by `import.meta`, which a CommonJS bundle hasn't. */
const alias = { "web-tree-sitter": createRequire(import.meta.url).resolve("web-tree-sitter") };

const bundles = [
  { entryPoints: ["client/src/extension.ts"], outfile: "client/dist/extension.js", external: ["vscode"] },
  { entryPoints: ["ts-morph"], outfile: "server/dist/ts-morph.js" },
  { entryPoints: ["scslre"], outfile: "server/dist/scslre.js" },
  { entryPoints: ["server/src/main.ts"], outfile: "server/dist/main.js", plugins: [shared] },
  {
    entryPoints: ["server/src/cli.ts"],
    outfile: "server/dist/cli.js",
    plugins: [shared],
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
      alias,
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
const dist = join(root, "server/dist");
await Promise.all(parsers.map((file) => copyFile(join(root, file), join(dist, basename(file)))));
await writeFile(join(dist, "NOTICES.txt"), await notices(root, [...inputs, ...parsers]));
await chmod(join(dist, "cli.js"), 0o755);
