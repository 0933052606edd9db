/**
 * Makes the README's pictures in docs/images from the packed extension: editor.png from the showcase, python.png from a
 * file of Python, chain.png from a call that blocks two files further down:
 *   npm run package && npm --prefix e2e run screenshot
 */
import fs from "node:fs";
import path from "node:path";
import { launchBrowser } from "./lib/browser.mjs";
import { rootFolder, vsixFile, writeFiles } from "./lib/paths.mjs";
import { CHAIN, FETCH } from "./lib/samples.mjs";
import { startServer } from "./lib/server.mjs";
import { waitUntil } from "./lib/wait.mjs";
import { Workbench } from "./ui/workbench.mjs";

const images = path.join(rootFolder, "docs/images");

/**
 * Name of the picture → the folder, filled by `write`; its tabs from left to right, the last in view; and the finding whose
 * menu is open, as the Problems panel has it; with `steps`, what is below it there is shown in place of the menu.
 */
const pictures = {
  "editor.png": {
    name: "notebook",
    write: (folder) => fs.cpSync(path.join(rootFolder, "test-fixtures/showcase"), folder, { recursive: true }),
    files: ["lib/notes.mjs", "lib/version.mjs", "lib/config.mjs", "lib/accounts.mjs"],
    problem: "`crypto.pbkdf2Sync` blocks",
  },
  "python.png": {
    name: "pages",
    write: (folder) => writeFiles(folder, { "fetch.py": FETCH }),
    files: ["fetch.py"],
    problem: "`requests.get` blocks",
  },
  "chain.png": {
    name: "greetings",
    write: (folder) => writeFiles(folder, CHAIN.files),
    files: [CHAIN.server],
    problem: "`loadSettings` blocks",
    steps: true,
  },
};

/** Where the side bar ends, and where it is dragged to, so that messages fit; CSS pixels. */
const sideBar = { from: 350, to: 230 };

const settings = {
  "breadcrumbs.enabled": false,
  "editor.lightbulb.enabled": "off",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.scrollBeyondLastLine": false,
  "window.commandCenter": false,
  "window.title": "${activeEditorShort}${separator}${rootName}",
  "workbench.colorTheme": "Default Dark Modern",
};

fs.mkdirSync(images, { recursive: true });
const server = await startServer({ installed: vsixFile, settings });
const browser = await launchBrowser(server.folder);
try {
  for (const [file, picture] of Object.entries(pictures)) await take(path.join(images, file), picture);
} finally {
  await browser.close();
  await server.stop();
}

async function take(image, { name, write, files, problem, steps }) {
  const folder = path.join(server.folder, name);
  write(folder);
  const workbench = await Workbench.open({ server, browser }, folder, files[0]);
  await workbench.see(".editor-instance .squiggly-warning");
  await dragSideBar(workbench.page.mouse);
  for (const file of files.slice(1)) await workbench.openFile(file);
  const row = await workbench.showProblems(problem);
  await waitUntil("a problem in every file", async () => {
    const rows = await workbench.page.locator(".markers-panel-container .monaco-list-row").allInnerTexts();
    return files.every((file) => rows.some((text) => text.includes(path.basename(file))));
  });
  await row.dblclick();
  await workbench.see(".statusbar-item", "selected)");
  await workbench.waitForFocus();
  // A selection would add the refactorings of VS Code's own to the menu.
  await workbench.press("ArrowLeft");
  await workbench.page.mouse.move(640, 20);
  await workbench.page.locator(".editor-instance .rangeHighlight").waitFor({ state: "detached" });
  if (steps) await workbench.showSteps(problem);
  else await workbench.openQuickFixMenu();
  await workbench.page.screenshot({ path: image });
  console.log(`${path.relative(rootFolder, image)}: ${fs.statSync(image).size} bytes`);
  await workbench.close();
}

async function dragSideBar(mouse) {
  await mouse.move(sideBar.from, 600);
  await mouse.down();
  await mouse.move(sideBar.to, 600, { steps: 5 });
  await mouse.up();
}
