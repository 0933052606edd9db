/** `npm run package [-- --out FILE] [--no-build]`: makes the VSIX. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, ensureDependencies, root, run } from "./ensure.mjs";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "unblock.vsix") },
    "no-build": { type: "boolean", default: false },
  },
});
if (!values["no-build"]) {
  await ensureDependencies();
  await build();
}
process.exitCode = await run(process.execPath, [
  join(root, "node_modules", "@vscode", "vsce", "vsce"),
  "package",
  // Everything is in the bundles; and links in the README are relative to the project, wherever that is.
  ...["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"],
  ...["--out", values.out],
]);
