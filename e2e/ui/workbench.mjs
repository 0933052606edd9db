/** A VS Code window in a browser page: what a person sees and presses in it. Class names are VS Code's own. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { isSoonVisible } from "../lib/browser.mjs";
import { outFolder } from "../lib/paths.mjs";
import { waitUntil, waitUntilSteady } from "../lib/wait.mjs";

const PATIENCE_MILLISECONDS = 30_000;
export class Workbench {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  /** Opens `folder` with one of its files in a new window, and waits for the editor to show text. */
  static async open({ server, browser }, folder, file) {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    await page.goto(server.urlOf(folder, [["openFile", server.remoteUri(path.join(folder, file))]]));
    await page.waitForSelector(".monaco-workbench");
    await page.waitForSelector(".editor-instance .view-line");
    return new Workbench(page, folder);
  }

  close() {
    return this.page.close();
  }

  /** A picture of the window in e2e/out, for people. */
  picture(name) {
    return this.page.screenshot({ path: path.join(outFolder, `${name}.png`) });
  }

  press(keys) {
    return this.page.keyboard.press(keys);
  }

  /** An element with this text; `text` is words that it holds, or a pattern. */
  element(selector, text) {
    return this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
  }

  see(selector, text) {
    return this.element(selector, text).waitFor();
  }

  /** Lines that the editors inside `container` show, from top to bottom; samples are short enough to be shown whole. */
  async lines(container) {
    const lines = await this.page
      .locator(`${container} .view-line`)
      .evaluateAll((nodes) => nodes.map((node) => [node.offsetTop, node.textContent.replaceAll("\u00a0", " ")]));
    return lines.sort(([a], [b]) => a - b).map(([, line]) => line);
  }

  /** Waits until the active editor shows exactly this text. */
  async waitForText(expected) {
    const text = async () => (await this.lines(".editor-group-container.active .editor-instance")).join("\n");
    const options = { state: text, timeout: PATIENCE_MILLISECONDS };
    await waitUntil("the text in the editor", async () => (await text()) === expected, options);
  }

  /** Waits until the Output panel shows these words, however its lines are wrapped. */
  async waitForOutput(words) {
    const text = async () => (await this.lines('[id="workbench.panel.output"]')).join("").replace(/\s+/g, " ");
    const options = { state: text, timeout: PATIENCE_MILLISECONDS };
    await waitUntil("a line in the output", async () => (await text()).includes(words), options);
  }

  /** Waits until exactly so many pieces of text are underlined as warnings. */
  async waitForSquiggles(count) {
    const squiggles = () => this.page.locator(".editor-instance .squiggly-warning").count();
    await waitUntilSteady(`${count} squiggles`, async () => (await squiggles()) === count, {
      state: squiggles,
      timeout: PATIENCE_MILLISECONDS,
    });
  }

  /** Waits until keys go to the text, and nowhere else in the next moment. */
  async waitForFocus() {
    const isInside = () => Boolean(globalThis.document.activeElement?.closest(".editor-instance .monaco-editor"));
    await waitUntilSteady("focus in the editor", () => this.page.evaluate(isInside));
  }

  /** The Problems panel, with the row that holds `text`. */
  async showProblems(text) {
    await this.press("Control+Shift+KeyM");
    const row = this.element(".markers-panel-container .monaco-list-row", text);
    await row.waitFor();
    return row;
  }

  /** Opens the related information below a row of the Problems panel that holds `text`. */
  async showSteps(text) {
    const row = this.element(".markers-panel-container .monaco-list-row", text);
    const isOpen = async () => (await row.getAttribute("aria-expanded")) === "true";
    await waitUntil("the steps of the problem", async () => {
      if (await isOpen()) return true;
      await row.click();
      await this.press("ArrowRight");
      return await isOpen();
    });
  }

  /**
   * Presses Ctrl+. and gives the titles of the menu, from top to bottom. A change of focus that comes late closes the
   * menu, and VS Code drops questions in its first seconds: asks again, as a person would.
   */
  async openQuickFixMenu() {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.waitForFocus();
      await this.press("Control+Period");
      if (await isSoonVisible(rows.first())) return (await rows.allInnerTexts()).map((title) => title.trim());
    }
    throw new Error("no quick-fix menu");
  }

  /** Chooses the menu's focused row, which must be `title`. An overlay eats clicks there: by keyboard. */
  async pickFocused(title) {
    await this.see(".action-widget .monaco-list-row.focused", title);
    await this.press("Enter");
  }

  /** Moves down in the menu to the row that begins with `title`, and chooses it. */
  async pick(title) {
    const focused = this.page.locator(".action-widget .monaco-list-row.focused");
    await waitUntil(`the row ${title}`, async () => {
      if ((await focused.innerText()).trim().startsWith(title)) return true;
      await this.press("ArrowDown");
      return false;
    });
    await this.press("Enter");
  }

  /** Opens another file of the folder, by name, in a tab that stays. */
  async openFile(name) {
    await this.press("Control+KeyP");
    await this.see(".quick-input-widget input");
    await this.page.keyboard.insertText(name);
    await this.see(".quick-input-list .monaco-list-row.focused", path.basename(name));
    await this.press("Enter");
    await this.see(".tab.active", path.basename(name));
    await this.waitForFocus();
  }

  /** Runs a command by its title through the command palette. */
  async runCommand(title) {
    await this.press("F1");
    await this.see(".quick-input-widget input");
    await this.page.keyboard.insertText(title);
    await this.see(".quick-input-list .monaco-list-row.focused", title);
    await this.press("Enter");
  }

  /** Writes a file of the folder on disk, behind the editor's back. */
  writeFile(file, text) {
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  /** Whether there is such a file in the folder on disk. */
  hasFile(file) {
    return fs.existsSync(path.join(this.folder, file));
  }

  /** Titles of the tabs that are open. */
  tabs() {
    return this.page.locator(".tabs-container .tab").allInnerTexts();
  }

  /** Saves, and waits until the file on disk is exactly `expected`. */
  async save(file, expected) {
    await this.press("Control+KeyS");
    const saved = () => fs.readFileSync(path.join(this.folder, file), "utf8");
    await waitUntil(`${file} on disk`, () => saved() === expected, { state: saved });
    assert.equal(saved(), expected);
  }
}
