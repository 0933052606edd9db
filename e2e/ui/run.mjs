/** Runs the UI cases: the packed extension, installed in VS Code, in a browser. Pictures go to e2e/out. */
import fs from "node:fs";
import path from "node:path";
import { launchBrowser } from "../lib/browser.mjs";
import { runCases } from "../lib/cases.mjs";
import { outFolder, vsixFile, writeFiles } from "../lib/paths.mjs";
import { PACKAGE } from "../lib/samples.mjs";
import { startServer } from "../lib/server.mjs";
import { cases } from "./cases.mjs";
import { Workbench } from "./workbench.mjs";

fs.mkdirSync(outFolder, { recursive: true });
const server = await startServer({ installed: vsixFile });
const browser = await launchBrowser(server.folder);

const runs = Object.entries(cases).map(([name, { file, text, more = {}, run }], index) => [
  `ui: ${name}`,
  async () => {
    const folder = path.join(server.folder, `project${index}`);
    writeFiles(folder, { "package.json": PACKAGE, [file]: text, ...more });
    const workbench = await Workbench.open({ server, browser }, folder, file);
    try {
      await run(workbench);
    } catch (error) {
      await workbench.picture(`failed-${index}`);
      throw error;
    } finally {
      await workbench.close();
    }
  },
]);

try {
  process.exitCode = (await runCases(Object.fromEntries(runs))) === 0 ? 0 : 1;
  if (process.exitCode !== 0) fs.writeFileSync(path.join(outFolder, "ui.log"), server.log());
} finally {
  await browser.close();
  await server.stop();
}
