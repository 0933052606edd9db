/** What a person does with Unblock in VS Code, with mouse and keyboard. Each case has a window and a folder of its own. */
import assert from "node:assert/strict";
import { isSoonVisible } from "../lib/browser.mjs";
import {
  CHAIN,
  FETCH,
  FETCH_FIXED,
  FETCH_TITLE,
  FORECAST,
  FORECAST_MOVED,
  FORECAST_TITLES,
  PACKAGE,
  REPORT,
  REPORT_FIXED,
  SERVICE,
  SERVICE_FIXED,
  TITLES,
} from "../lib/samples.mjs";
import { waitUntil } from "../lib/wait.mjs";

const MESSAGE = "`fs.readFileSync` blocks the event loop for milliseconds: await `fs.promises.readFile` instead.";

/** The status bar's item that sums up all language statuses, when its text for screen readers holds these words. */
const languageStatus = (words) => `.statusbar-item[id="status.languageStatus"][aria-label*="${words}"]`;

/** Case name → the file that it opens, its text, `more` files, and what is done. */
export const cases = {
  "problem, menu, fix, save": {
    file: "service.js",
    text: SERVICE,
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      const row = await workbench.showProblems(MESSAGE);
      assert.match(await row.innerText(), /unblock\s*\(?blocking-call\)?[\s\S]*Ln 4, Col 16/);
      await row.dblclick();
      await workbench.see(".statusbar-item", "(15 selected)");
      const titles = await workbench.openQuickFixMenu();
      assert.deepEqual(titles.slice(0, 3), Object.values(TITLES), titles.join("\n"));
      await workbench.picture("menu");
      await workbench.pickFocused(TITLES.await);
      await workbench.waitForText(SERVICE_FIXED);
      await workbench.waitForSquiggles(0);
      await workbench.see(".markers-panel-container", "No problems have been detected");
      await workbench.save("service.js", SERVICE_FIXED);
    },
  },

  "Python: problem, menu, fix, save": {
    file: "fetch.py",
    text: FETCH,
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      const row = await workbench.showProblems("`requests.get` blocks the event loop");
      assert.match(await row.innerText(), /unblock\s*\(?blocking-call\)?[\s\S]*Ln 7, Col 12/);
      await row.dblclick();
      await workbench.see(".statusbar-item", "(12 selected)");
      const titles = await workbench.openQuickFixMenu();
      assert.equal(titles[0], FETCH_TITLE, titles.join("\n"));
      await workbench.picture("python");
      await workbench.pickFocused(FETCH_TITLE);
      await workbench.waitForText(FETCH_FIXED);
      await workbench.waitForSquiggles(0);
      await workbench.save("fetch.py", FETCH_FIXED);
    },
  },

  "fix all through the command palette, undo, redo, save": {
    file: "report.js",
    text: REPORT,
    async run(workbench) {
      await workbench.waitForSquiggles(3);
      await workbench.page.click(".editor-instance .view-lines");
      await workbench.runCommand("Unblock: Fix All Safe Problems in File");
      await workbench.waitForText(REPORT_FIXED);
      await workbench.waitForSquiggles(0);
      await workbench.waitForFocus();
      await workbench.press("Control+KeyZ");
      await workbench.waitForText(REPORT);
      await workbench.waitForSquiggles(3);
      await workbench.press("Control+KeyY");
      await workbench.waitForText(REPORT_FIXED);
      await workbench.save("report.js", REPORT_FIXED);
    },
  },

  "hover tells what blocks and what to do": {
    file: "service.js",
    text: SERVICE,
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      const name = workbench.element(".editor-instance .view-line span", /^readFileSync$/);
      const hover = workbench.element(".monaco-hover:not(.hidden)", /Fix: Await fs\.promises\.readFile/);
      // The mouse must move for a hover to come; one that was asked for too early may hold only a part: once more then.
      await waitUntil("the hover", async () => {
        await workbench.page.mouse.move(700, 400);
        await name.hover();
        return await isSoonVisible(hover);
      });
      const text = (await hover.innerText()).replaceAll("\u00a0", " ");
      assert.ok(text.includes(MESSAGE), text);
      assert.match(text, /unblock\s*\(?blocking-call\)?/);
      assert.match(text, /node:fs\.readFileSync blocks the event loop: file system, for milliseconds/);
      await workbench.picture("hover");
    },
  },

  "a chain: a click on a step opens the helper, all ways in, and an edit there, not saved, clears the finding": {
    file: CHAIN.server,
    text: CHAIN.files[CHAIN.server],
    more: CHAIN.files,
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      await workbench.showProblems("`loadSettings` blocks");
      await workbench.showSteps("`loadSettings` blocks");
      await workbench.picture("chain");
      const rows = ".markers-panel-container .monaco-list-row";
      await workbench.element(rows, "readJson calls fs.readFileSync, which blocks").dblclick();
      await workbench.see(".tab.active", "json.js");
      await workbench.see(".statusbar-item", "(15 selected)");
      await workbench.runCommand("Unblock: Show All Ways In");
      await workbench.see(".reference-zone-widget .monaco-list-row", "loadSettings(request.user)");
      await workbench.picture("ways-in");
      await workbench.press("Escape");
      await workbench.waitForFocus();
      // The cursor stands before the name of the helper, which nobody imports any more with another one.
      await workbench.page.keyboard.insertText("old");
      await workbench.see(".tab.active.dirty", "json.js");
      await workbench.see(".markers-panel-container", "No problems have been detected");
    },
  },

  "a heavy loop: its work moves to a new file, nothing else is opened, and one undo takes all of it back": {
    file: "forecast.js",
    text: FORECAST,
    more: { "package.json": PACKAGE },
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      const row = await workbench.showProblems("This `for` loop holds the event loop");
      await row.dblclick();
      const titles = await workbench.openQuickFixMenu();
      const wanted = Object.values(FORECAST_TITLES);
      assert.ok(
        wanted.every((title, index) => titles[index]?.startsWith(title)),
        titles.join("\n"),
      );
      await workbench.picture("heavy-loop");
      await workbench.pick(FORECAST_TITLES.worker);
      await workbench.waitForText(FORECAST_MOVED);
      await workbench.waitForSquiggles(0);
      await waitUntil("the worker file", () => workbench.hasFile("forecast.worker.js"));
      assert.equal((await workbench.tabs()).length, 1);
      await workbench.waitForFocus();
      await workbench.press("Control+KeyZ");
      await workbench.waitForText(FORECAST);
      await workbench.waitForSquiggles(1);
      await waitUntil("no worker file", () => !workbench.hasFile("forecast.worker.js"));
    },
  },

  "status and output tell of a broken configuration": {
    file: "service.js",
    text: SERVICE,
    async run(workbench) {
      await workbench.waitForSquiggles(1);
      await workbench.see(languageStatus("Unblock, ready"));
      workbench.writeFile("unblock.json", '{ "ignore": [ \n');
      await workbench.see(languageStatus("Unblock: limited, unblock.json can't be read"));
      await workbench.element(languageStatus("Unblock")).hover();
      await workbench.see(".hover-language-status", "no fixes are offered");
      await workbench.picture("status");
      await workbench.runCommand("Unblock: Show Output");
      await workbench.waitForOutput("is ready, process");
      await workbench.waitForOutput("unblock.json can't be read as JSON");
      await workbench.picture("output");
    },
  },
};
