/** What Ctrl+. offers, and the text that it leaves. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { REPORT, SERVICE, SERVICE_FIXED, TITLES } from "../../lib/samples.mjs";
import { applyQuickFix, openFile, quickFixes as fixesOf, readFile, waitForFindings } from "../editor.mjs";

const HEAD = "import fs from 'node:fs';\n\n";

/** Title of the preferred fix of a file's only finding; the file before and after it. */
const REWRITES = {
  "parentheses where a member follows": [
    TITLES.await,
    `${HEAD}export async function size() {\n  return fs.readFileSync('a.txt').length;\n}\n`,
    `${HEAD}export async function size() {\n  return (await fs.promises.readFile('a.txt')).length;\n}\n`,
  ],
  "return await inside try": [
    TITLES.await,
    `${HEAD}export async function size() {\n  try {\n    return fs.readFileSync('a');\n  } catch {\n    return 0;\n  }\n}\n`,
    `${HEAD}export async function size() {\n  try {\n    return await fs.promises.readFile('a');\n  } catch {\n    return 0;\n  }\n}\n`,
  ],
  "a named import that becomes another": [
    "Await `readFile`",
    "import { readFileSync } from 'fs';\n\nexport const load = async () => readFileSync('a.txt', 'utf8');\n",
    "import { readFile } from 'fs/promises';\n\nexport const load = async () => await readFile('a.txt', 'utf8');\n",
  ],
  "util.promisify where the argument may be a file descriptor": [
    "Await `promisify(fs.readFile)`",
    `${HEAD}export const load = async (path) => fs.readFileSync(path, 'utf8');\n`,
    `import fs from 'node:fs';\nimport { promisify } from 'node:util';\n\nexport const load = async (path) => await promisify(fs.readFile)(path, 'utf8');\n`,
  ],
};

/** Title of a suppression, and the sample with it. */
const SUPPRESSIONS = {
  [TITLES.ignoreLine]: SERVICE.replace("  const", "  // unblock-ignore-next-line blocking-call\n  const"),
  [TITLES.ignoreFile]: `// unblock-ignore-file blocking-call\n${SERVICE}`,
};

const titlesOf = (actions) => actions.map(({ title }) => title);

export const quickFixes = {
  "quick fix: the preferred one is first, suppressions are last": async () => {
    const document = await openFile("offered.js", SERVICE);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    const actions = await fixesOf(document, finding);
    assert.deepEqual(titlesOf(actions), [TITLES.await, TITLES.ignoreLine, TITLES.ignoreFile]);
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred === true),
      [true, false, false],
    );
  },

  "quick fix: exact text, then quiet, then saved": async () => {
    const document = await openFile("fixed.js", SERVICE);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    await applyQuickFix(document, finding, TITLES.await);
    assert.equal(document.getText(), SERVICE_FIXED);
    await waitForFindings(document, []);
    assert.ok(await document.save());
    assert.equal(readFile(document), SERVICE_FIXED);
  },

  "quick fix: undo takes it back in one step": async () => {
    const document = await openFile("undone.js", REPORT);
    const [finding] = await waitForFindings(document, ["readFileSync", "readFileSync", "writeFileSync"]);
    await applyQuickFix(document, finding, "Await `readFile`");
    assert.notEqual(document.getText(), REPORT);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), REPORT);
    await waitForFindings(document, ["readFileSync", "readFileSync", "writeFileSync"]);
  },

  "quick fix: an untitled document": async () => {
    const document = await vscode.workspace.openTextDocument({ language: "javascript", content: SERVICE });
    await vscode.window.showTextDocument(document);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    await applyQuickFix(document, finding, TITLES.await);
    assert.equal(document.getText(), SERVICE_FIXED);
    await waitForFindings(document, []);
  },

  ...Object.fromEntries(
    Object.entries(REWRITES).map(([what, [title, before, after]], index) => [
      `quick fix: ${what}`,
      async () => {
        const document = await openFile(`rewrite${index}.js`, before);
        const [finding] = await waitForFindings(document, [/(fs\.)?readFileSync/.exec(before.slice(HEAD.length))[0]]);
        await applyQuickFix(document, finding, title);
        assert.equal(document.getText(), after);
        await waitForFindings(document, []);
      },
    ]),
  ),

  "quick fix: none where await would be wrong, and the message says why": async () => {
    const text = `${HEAD}export async function load(text = fs.readFileSync('a.txt', 'utf8')) {\n  return text;\n}\n`;
    const document = await openFile("refused.js", text);
    const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
    assert.match(finding.message, /not rewritten here because .*default/);
    assert.deepEqual(titlesOf(await fixesOf(document, finding)), [TITLES.ignoreLine, TITLES.ignoreFile]);
  },

  ...Object.fromEntries(
    Object.entries(SUPPRESSIONS).map(([title, after], index) => [
      `quick fix: ${title}, then quiet`,
      async () => {
        const document = await openFile(`ignored${index}.js`, SERVICE);
        const [finding] = await waitForFindings(document, ["fs.readFileSync"]);
        await applyQuickFix(document, finding, title);
        assert.equal(document.getText(), after);
        await waitForFindings(document, []);
        await vscode.commands.executeCommand("undo");
        assert.equal(document.getText(), SERVICE);
        await waitForFindings(document, ["fs.readFileSync"]);
      },
    ]),
  ),
};
