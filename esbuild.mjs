/** Makes what the package ships: the client, the server, the command line, and the libraries that the last two share. */
import { chmod, copyFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compilerBundle, compilerInput, sharedCompiler } from "./scripts/compiler.mjs";
import { notices } from "./scripts/notices.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** scslre holds all of Unicode, and few files need it: it is bundled once, and both programs load it from beside them. */
const sharedPatterns = {
  name: "shared-patterns",
  setup(bundle) {
    bundle.onResolve({ filter: /^scslre$/ }, () => ({ path: "./scslre.js", external: true }));
  },
};

/** The Python parser: WebAssembly, which both programs load from beside them. */
const parsers = [
  "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "node_modules/tree-sitter-python/tree-sitter-python.wasm",
];
/** The module build asks where it is by `import.meta`, which a CommonJS bundle hasn't. */
const program = {
  plugins: [sharedCompiler, sharedPatterns],
  alias: { "web-tree-sitter": createRequire(import.meta.url).resolve("web-tree-sitter") },
};

const bundles = [
  { entryPoints: ["client/src/extension.ts"], outfile: "client/dist/extension.js", external: ["vscode"] },
  compilerBundle,
  { entryPoints: ["scslre"], outfile: "server/dist/scslre.js" },
  { entryPoints: ["server/src/main.ts"], outfile: "server/dist/main.js", ...program },
  {
    entryPoints: ["server/src/cli.ts"],
    outfile: "server/dist/cli.js",
    ...program,
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
const dist = join(root, "server/dist");
await Promise.all(parsers.map((file) => copyFile(join(root, file), join(dist, basename(file)))));
await writeFile(join(dist, "NOTICES.txt"), await notices(root, [...inputs, ...parsers, compilerInput(root)]));
await chmod(join(dist, "cli.js"), 0o755);
