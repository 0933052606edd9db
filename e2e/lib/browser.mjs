/** Debian's Chromium without a window. */
import path from "node:path";
import { chromium as playwrightChromium } from "playwright-core";
import { chromium } from "./paths.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a menu or a hover may take before it is asked for again. */
const POPUP_PATIENCE_MILLISECONDS = 3000;

/** Starts Chromium with a profile inside `folder`. End it with `close()`. */
export function launchBrowser(folder) {
  return playwrightChromium.launchPersistentContext(path.join(folder, "chromium"), {
    executablePath: chromium,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: FLAGS,
  });
}

/** Whether what `locator` describes is there, or comes in a moment. */
export function isSoonVisible(locator) {
  return locator.waitFor({ timeout: POPUP_PATIENCE_MILLISECONDS }).then(
    () => true,
    () => false,
  );
}
