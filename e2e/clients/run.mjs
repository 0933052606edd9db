/**
 * Other editors on the packed extension's server, over stdio: each opens a file, sees the diagnostic, picks the first
 * code action, sees the buffer quiet, and saves. What it saved is compared here, to the letter.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { runCases } from "../lib/cases.mjs";
import { makeTemporaryFolder, removeFolder, vsixFile, writeFiles } from "../lib/paths.mjs";
import { CHAIN, FETCH, FETCH_FIXED, FETCH_TITLE, PACKAGE, SERVICE, SERVICE_FIXED } from "../lib/samples.mjs";
import { installExtension } from "../lib/server.mjs";

const LIMIT_MILLISECONDS = 45_000;
const script = (name) => path.join(import.meta.dirname, name);

const JAVASCRIPT = { file: "service.js", text: SERVICE, fixed: SERVICE_FIXED, title: "fs.promises.readFile" };
const PYTHON = { file: "fetch.py", text: FETCH, fixed: FETCH_FIXED, title: FETCH_TITLE };

const NEOVIM = ["nvim", "--headless", "-u", "NONE", "-c", `luafile ${script("neovim.lua")}`];

/** A chain over three files: what is told of it in an editor that gets diagnostics pushed or pulls them. */
const NEOVIM_CHAIN = ["nvim", "--headless", "-u", "NONE", "-c", `luafile ${script("neovimChain.lua")}`];
const CHAINED = {
  file: CHAIN.server,
  text: CHAIN.files[CHAIN.server],
  fixed: CHAIN.files[CHAIN.server],
  more: CHAIN.files,
};

/** Case name → command line and what it works on. `script` gives ALE the terminal that it needs for its question. */
const CLIENTS = {
  Neovim: [NEOVIM, JAVASCRIPT],
  "Neovim, Python": [NEOVIM, PYTHON],
  "Neovim, a chain": [NEOVIM_CHAIN, CHAINED],
  "Emacs with eglot": [["emacs", "-q", "--batch", "-f", "package-initialize", "-l", script("eglot.el")], JAVASCRIPT],
  "Vim with ALE": [["script", "-qec", `vim -N -u NONE -i NONE -S ${script("ale.vim")}`, "/dev/null"], JAVASCRIPT],
};

const folder = makeTemporaryFolder();
const extension = installExtension(vsixFile, path.join(folder, "extensions"), folder);
const server = path.join(extension, "server/dist/main.js");

/** Runs `command` in `workspace`; gives its exit code and all that it printed. */
async function runClient([program, ...args], { file, title }, workspace) {
  const log = path.join(workspace, "client.log");
  const environment = {
    ...{ UNBLOCK_SERVER: server, UNBLOCK_FILE: path.join(workspace, file), UNBLOCK_LOG: log },
    ...{ UNBLOCK_FIX: title ?? "", HOME: workspace, TERM: "xterm", COLUMNS: "200", LINES: "50" },
  };
  const options = { cwd: workspace, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] };
  const child = spawn(program, args, { ...options, detached: true });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => printed.push(String(data)));
  const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), LIMIT_MILLISECONDS);
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  clearTimeout(timer);
  return { code, text: fs.existsSync(log) ? fs.readFileSync(log, "utf8") : printed.join("") };
}

const cases = Object.entries(CLIENTS).map(([name, [command, sample]], index) => [
  name,
  async () => {
    const workspace = path.join(folder, `workspace${index}`);
    writeFiles(workspace, { "package.json": PACKAGE, [sample.file]: sample.text, ...sample.more });
    const { code, text } = await runClient(command, sample, workspace);
    console.log(text.trim().replace(/^/gm, "      "));
    assert.equal(code, 0);
    assert.match(text, /^client: done/m);
    assert.equal(fs.readFileSync(path.join(workspace, sample.file), "utf8"), sample.fixed);
  },
]);

try {
  process.exitCode = (await runCases(Object.fromEntries(cases))) === 0 ? 0 : 1;
} finally {
  removeFolder(folder);
}
