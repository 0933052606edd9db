/** Python in the editor: what is underlined, what is offered, and the text that it leaves. */
import assert from "node:assert/strict";
import { applyQuickFix, openFile, quickFixes as fixesOf, readFile, waitForFindings } from "../editor.mjs";

const FETCH = `import asyncio
import requests


async def bad_fetch(url):
    return requests.get(url, timeout=3).text


async def good_fetch(url):
    return await asyncio.to_thread(requests.get, url)
`;
const FETCH_FIXED = FETCH.replace(
  "requests.get(url, timeout=3).text",
  "(await asyncio.to_thread(requests.get, url, timeout=3)).text",
);
const IN_THREAD = "Run `requests.get` in a thread: `asyncio.to_thread`";

export const python = {
  "python: a blocking request is underlined, one in a thread isn't; the fix is exact, quiet and saved": async () => {
    const document = await openFile("fetch.py", FETCH);
    assert.equal(document.languageId, "python");
    const [finding] = await waitForFindings(document, ["requests.get"]);
    assert.match(finding.message, /`requests\.get` blocks the event loop for seconds/);
    const [first] = await fixesOf(document, finding);
    assert.equal(first.title, IN_THREAD);
    assert.equal(first.isPreferred, true);
    await applyQuickFix(document, finding, IN_THREAD);
    assert.equal(document.getText(), FETCH_FIXED);
    await waitForFindings(document, []);
    assert.ok(await document.save());
    assert.equal(readFile(document), FETCH_FIXED);
  },
};
