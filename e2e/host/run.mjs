/**
 * Runs the cases of this folder inside VS Code's own extension host, with the whole `vscode` API, against the packed
 * extension. It does what @vscode/test-electron does, with the server instead of the desktop program.
 */
import fs from "node:fs";
import path from "node:path";
import { launchBrowser } from "../lib/browser.mjs";
import { e2eFolder, makeTemporaryFolder, outFolder, removeFolder, vsixFile, writeFiles } from "../lib/paths.mjs";
import { PACKAGE } from "../lib/samples.mjs";
import { installExtension, startServer } from "../lib/server.mjs";

const LIMIT_MILLISECONDS = 180_000;
/** Lines of the cases start with this; all others are VS Code's own. */
const MARK = "[case] ";

const folder = makeTemporaryFolder();
const workspace = path.join(folder, "workspace");
writeFiles(workspace, { "package.json": PACKAGE });
const extension = installExtension(vsixFile, path.join(folder, "extensions"), folder);
const server = await startServer({ smokeTestDriver: true });
const browser = await launchBrowser(server.folder);
try {
  process.exitCode = (await runInside()) === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
  removeFolder(folder);
}

/** Opens a window whose extension host runs `inside.mjs`; gives its exit code. */
async function runInside() {
  const page = browser.pages()[0] ?? (await browser.newPage());
  const chatter = [];
  let tellExit;
  const exited = new Promise((resolve) => (tellExit = resolve));
  // These two names are what VS Code's own browser tests use.
  await page.exposeFunction("codeAutomationExit", (code) => tellExit(code));
  await page.exposeFunction("codeAutomationLog", (_type, words) => {
    const line = words.map(String).join(" ");
    if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
    else chatter.push(line);
  });
  await page.goto(
    server.urlOf(workspace, [
      ["extensionDevelopmentPath", server.remoteUri(extension)],
      ["extensionTestsPath", server.remoteUri(path.join(e2eFolder, "host/inside.mjs"))],
      ["skipWelcome", "true"],
    ]),
  );
  const limit = setTimeout(tellExit, LIMIT_MILLISECONDS, "none in time");
  const code = await exited;
  clearTimeout(limit);
  if (code !== 0) {
    fs.mkdirSync(outFolder, { recursive: true });
    fs.writeFileSync(path.join(outFolder, "host.log"), [...chatter, server.log()].join("\n"));
    await page.screenshot({ path: path.join(outFolder, "host.png") });
    console.log(`exit code of the extension host: ${code}; see ${outFolder}/host.log and host.png`);
  }
  return code;
}
