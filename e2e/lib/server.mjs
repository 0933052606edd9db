/** VS Code's own server (npm's code-server holds it), with the packed extension installed, on a free port of this machine. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { node24, removeFolder, vscodeServer, makeTemporaryFolder, writeFiles } from "./paths.mjs";
import { pause, waitUntil } from "./wait.mjs";

// Interrupting the tests ends them the usual way, so that what waits for `exit` is done.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Settings that keep VS Code from asking, updating, or doing anything that isn't under test. */
const QUIET_SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.accessibilitySupport": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "npm.fetchOnlinePackageInfo": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** The environment without what an outer VS Code or npm put there, and with folders of its own. */
function cleanEnvironment(folder) {
  const own = { EXTENSIONS_GALLERY: "{}", HOME: path.join(folder, "home"), TMPDIR: path.join(folder, "t") };
  for (const made of [own.HOME, own.TMPDIR]) fs.mkdirSync(made, { recursive: true });
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|XDG_|NODE_OPTIONS)/.test(name));
  return { ...Object.fromEntries(inherited), ...own };
}

async function freePort() {
  const probe = net.createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(true) ?? socket.destroy());
    socket.on("error", () => resolve(false));
  });
}

/** Ends the process group that `child` leads, by force if asking isn't enough. Nothing of it is left afterwards. */
async function endGroup(child) {
  for (const [signal, patience] of [
    ["SIGTERM", 5000],
    ["SIGKILL", 5000],
  ]) {
    for (let waited = 0; waited < patience; waited += 100) {
      try {
        process.kill(-child.pid, waited === 0 ? signal : 0);
      } catch {
        return;
      }
      await pause(100);
    }
  }
  throw new Error(`process group ${child.pid} is still there`);
}

/**
 * Installs `vsix` into `extensionsFolder` as a person's `code --install-extension` does.
 * Gives the folder it was unpacked to; throws with VS Code's own words when it refuses.
 */
export function installExtension(vsix, extensionsFolder, folder) {
  const args = [vscodeServer, "--install-extension", vsix, "--extensions-dir", extensionsFolder];
  const options = ["--server-data-dir", path.join(folder, "data"), "--accept-server-license-terms"];
  const result = spawnSync(node24, [...args, ...options], { env: cleanEnvironment(folder), encoding: "utf8" });
  const unpacked = fs.readdirSync(extensionsFolder).find((name) => name.startsWith("unblock."));
  if (result.status !== 0 || !unpacked) throw new Error(`VSIX not installed: ${result.stdout}${result.stderr}`);
  return path.join(extensionsFolder, unpacked);
}

/**
 * Starts the server. `installed`: VSIX that is active in its windows. `settings`: user settings beside the quiet ones.
 * `smokeTestDriver`: without it VS Code ignores `extensionTestsPath`, in silence.
 * Gives `{folder, urlOf(workspaceFolder, payload), remoteUri(path), log(), stop()}`; `folder` is temporary and ends with `stop`.
 */
export async function startServer({ installed, settings = {}, smokeTestDriver = false }) {
  const folder = makeTemporaryFolder();
  const data = path.join(folder, "data");
  const extensions = path.join(folder, "extensions");
  const logFile = path.join(folder, "server.log");
  const port = await freePort();
  writeFiles(folder, { "data/User/settings.json": JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2) });
  fs.mkdirSync(extensions);
  if (installed) installExtension(installed, extensions, folder);

  const log = fs.openSync(logFile, "w");
  const server = spawn(
    node24,
    [
      ...[vscodeServer, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
      ...["--server-data-dir", data, "--user-data-dir", data, "--extensions-dir", extensions],
      ...(smokeTestDriver ? ["--enable-smoke-test-driver"] : []),
    ],
    { env: cleanEnvironment(folder), stdio: ["ignore", log, log], detached: true },
  );
  fs.closeSync(log);
  const endAtOnce = () => void (server.exitCode ?? process.kill(-server.pid, "SIGKILL"));
  process.once("exit", endAtOnce);
  const readLog = () => fs.readFileSync(logFile, "utf8");
  await waitUntil("the server", () => accepts(port), { timeout: 30_000, state: readLog });

  const authority = `127.0.0.1:${port}`;
  const remoteUri = (file) => `vscode-remote://${authority}${file}`;
  return {
    folder,
    remoteUri,
    urlOf(workspaceFolder, payload) {
      const query = new URLSearchParams({ folder: workspaceFolder, payload: JSON.stringify(payload) });
      return `http://${authority}/?${query}`;
    },
    log: readLog,
    async stop() {
      await endGroup(server);
      process.off("exit", endAtOnce);
      removeFolder(folder);
    },
  };
}
