import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import { PULL_CLIENT } from "./support/capabilities";
import { TestClient } from "./support/client";

test("a chain's fixes are made when they are asked for, and what can't be done says why", async (t) => {
  const text = `import asyncio
import time


def slow():
    time.sleep(1)


def stuck():
    time.sleep(1)
    asyncio.get_running_loop()


async def main():
    slow()
    stuck()
`;
  const { textDocument } = PULL_CLIENT;
  const codeAction = { ...textDocument?.codeAction, disabledSupport: false };
  for (const capabilities of [PULL_CLIENT, { ...PULL_CLIENT, textDocument: { ...textDocument, codeAction } }]) {
    const client = await TestClient.start(t, { capabilities });
    client.open("a.py", text);
    const items = await client.diagnostics("a.py");
    const at = (line: number): Promise<CodeAction[]> => {
      const here = items.filter(({ range }) => range.start.line === line);
      assert.equal(here.length, 1);
      return client.actions("a.py", here[0]?.range ?? client.rangeOf("a.py", text), here, ["quickfix"]);
    };
    const disabled = (await at(15)).flatMap(({ title, disabled }) =>
      disabled ? [`${title}: ${disabled.reason}`] : [],
    );
    const reason = "Not run in a thread because `asyncio.get_running_loop` only works on the event loop's thread.";
    const wanted = [
      `Run \`stuck\` in a thread: ${reason}`,
      "Make `stuck` async: Not made async because nobody knows all files of the project: it has no manifest, or is part of a larger one (a.py:1).",
    ];
    assert.deepEqual(disabled, capabilities === PULL_CLIENT ? wanted : []);
    const [run] = await at(14);
    assert.equal(run?.title, "Run `slow` in a thread: `asyncio.to_thread`");
    assert.equal(run.isPreferred, true);
    client.apply(run.edit);
    assert.equal(
      client.text("a.py"),
      text.replace("    slow()\n    stuck", "    await asyncio.to_thread(slow)\n    stuck"),
    );
    await client.stop();
  }
});

test("a function is made async in all files with one edit, also in one that isn't saved", async (t) => {
  const files = {
    "package.json": `{ "private": true, "type": "module" }`,
    "main.js": `import { load } from "./load.js";\nexport const main = async () => load();\n`,
    "load.js": `import fs from "node:fs";\nexport const load = () => fs.readFileSync("a", "utf8");\n`,
  };
  const client = await TestClient.start(t, { files });
  client.open("main.js", files["main.js"]);
  client.open("load.js", files["load.js"]);
  client.edit("load.js", { range: client.rangeOf("load.js", "load"), newText: "load" });
  const items = await client.diagnostics("main.js");
  const [make] = await client.actions("main.js", client.rangeOf("main.js", "load()"), items, ["quickfix"]);
  assert.equal(make?.title, "Make `load` async (2 files) (unsafe: other code runs while it waits)");
  assert.equal(make.isPreferred, undefined);
  client.apply(make.edit);
  assert.equal(client.text("main.js"), files["main.js"].replace("=> load", "=> await load"));
  assert.match(client.text("load.js"), /load = async \(\) => await fs\.promises\.readFile\("a", "utf8"\)/);
  assert.deepEqual(await client.diagnostics("main.js"), []);
  assert.deepEqual(await client.diagnostics("load.js"), []);
  await client.stop();
});

test("what moves to a worker makes its file, where the client's edits can", async (t) => {
  const text = `export async function main() {
  let sum = 0;
  for (let i = 0; i < 1e9; i++) sum += i;
  return sum;
}
`;
  const files = { "package.json": `{ "type": "module" }`, "main.js": text };
  const { workspace } = PULL_CLIENT;
  const workspaceEdit = { documentChanges: true, resourceOperations: ["create" as const] };
  for (const canCreate of [true, false]) {
    const capabilities = canCreate ? { ...PULL_CLIENT, workspace: { ...workspace, workspaceEdit } } : PULL_CLIENT;
    const client = await TestClient.start(t, { files, capabilities });
    client.open("main.js", text);
    const items = await client.diagnostics("main.js");
    const actions = await client.actions("main.js", client.rangeOf("main.js", "for"), items, ["quickfix"]);
    assert.match(actions[0]?.title ?? "", /^Give control back every 8 ms/);
    const move = actions.find(({ title }) => title.startsWith("Run this loop in a worker"));
    assert.equal(move?.disabled === undefined, canCreate);
    if (!canCreate) assert.match(move?.disabled?.reason ?? "", /makes a file/);
    const changes = move?.edit?.documentChanges ?? [];
    const created = changes.flatMap((change) => ("kind" in change ? [change] : []));
    const made = created.map(
      (one) => `${one.kind} ${"uri" in one ? one.uri.replace(/^.*\//, "") : ""} ${JSON.stringify(one.options)}`,
    );
    const wanted = `create main.worker.js {"overwrite":false,"ignoreIfExists":false}`;
    assert.deepEqual(made, canCreate ? [wanted] : []);
    assert.equal(changes.length, canCreate ? 4 : 0);
    await client.stop();
  }
});
