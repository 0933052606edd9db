import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction, Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { PULL_CLIENT, PUSH_CLIENT } from "./support/capabilities";
import { TestClient } from "./support/client";

const TWO_READS = `import * as fs from "node:fs";
export async function load(file) {
  const first = fs.readFileSync(file, "utf8");
  return first + fs.readFileSync(file + "2", "utf8");
}
`;
const TWO_AWAITED = TWO_READS.replaceAll("fs.readFileSync", "await fs.promises.readFile");
const FIX_ALL = "source.fixAll.unblock";

/** The fix of the diagnostic at the first `part`, with all that is offered there. */
async function actionsAt(client: TestClient, name: string, part: string, only?: string[]): Promise<CodeAction[]> {
  const range = client.rangeOf(name, part);
  const items = await client.diagnostics(name);
  const here = items.filter((item) => item.range.start.line === range.start.line);
  return client.actions(name, range, here, only);
}

test("the preferred fix is applied, and the file is quiet afterwards", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", TWO_READS);
  for (let remaining = 2; remaining > 0; remaining--) {
    assert.equal((await client.diagnostics("a.js")).length, remaining);
    const actions = await actionsAt(client, "a.js", "readFileSync");
    const preferred = actions.filter((action) => action.isPreferred);
    assert.equal(preferred.length, 1);
    assert.equal(preferred[0], actions[0]);
    assert.equal(actions[0]?.kind, "quickfix");
    assert.equal(actions[0].diagnostics?.length, 1);
    client.apply(actions[0].edit);
  }
  assert.equal(client.text("a.js"), TWO_AWAITED);
  assert.deepEqual(await client.diagnostics("a.js"), []);
  assert.deepEqual(await client.actions("a.js", client.rangeOf("a.js", TWO_AWAITED), []), []);
  await client.stop();
});

test("suppressions come last, aren't preferred, and silence what they say", async (t) => {
  for (const scope of ["line", "file"]) {
    const client = await TestClient.start(t);
    client.open("a.js", TWO_READS);
    const quickFixes = await actionsAt(client, "a.js", "readFileSync", ["quickfix"]);
    const isSuppression = quickFixes.map(({ title }) => /suppress|ignore/i.test(title));
    assert.deepEqual(isSuppression, [...isSuppression].sort());
    const suppression = quickFixes.filter((_, index) => isSuppression[index])[scope === "line" ? 0 : 1];
    assert.equal(suppression?.isPreferred, undefined);
    client.apply(suppression?.edit);
    const left = await client.diagnostics("a.js");
    assert.deepEqual(
      left.map(({ code }) => code),
      scope === "line" ? ["blocking-call"] : [],
    );
    await client.stop();
  }
});

test("only the kinds that are asked for are answered", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", TWO_READS);
  const kinds = async (only?: string[]): Promise<(string | undefined)[]> => [
    ...new Set((await actionsAt(client, "a.js", "readFileSync", only)).map(({ kind }) => kind)),
  ];
  assert.deepEqual(await kinds(), ["quickfix", FIX_ALL]);
  assert.deepEqual(await kinds([""]), ["quickfix", FIX_ALL]);
  assert.deepEqual(await kinds(["quickfix"]), ["quickfix"]);
  for (const kind of ["source", "source.fixAll", FIX_ALL]) assert.deepEqual(await kinds([kind]), [FIX_ALL]);
  for (const kind of ["refactor", "source.fix", "source.organizeImports", "source.fixAll.eslint", "quickfix.other"]) {
    assert.deepEqual(await kinds([kind]), []);
  }
  await client.stop();
});

test("fix-all is resolved when it is chosen, and isn't offered when nothing is safe to fix", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", TWO_READS);
  const [action, ...others] = await client.actions("a.js", client.rangeOf("a.js", "import"), [], [FIX_ALL]);
  assert.deepEqual(others, []);
  assert.equal(action?.edit, undefined);
  // Typing goes on before the action is chosen.
  client.replace("a.js", "import", "\nimport");
  const resolved = await client.request<CodeAction>("codeAction/resolve", action);
  client.apply(resolved.edit);
  assert.equal(client.text("a.js"), `\n${TWO_AWAITED}`);
  assert.deepEqual(await client.diagnostics("a.js"), []);
  assert.deepEqual(await client.actions("a.js", client.rangeOf("a.js", "import"), [], [FIX_ALL]), []);
  assert.deepEqual(await client.request("codeAction/resolve", action), action);
  await client.stop();
});

test("a client without resolve and versions gets edits at once, from diagnostics without data too", async (t) => {
  const client = await TestClient.start(t, { capabilities: PUSH_CLIENT });
  client.open("a.js", TWO_READS);
  const { diagnostics } = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  const range = client.rangeOf("a.js", "readFileSync");
  const bare = diagnostics.slice(0, 1).map(({ data: _, ...rest }): Diagnostic => rest);
  const withData = await client.actions("a.js", range, diagnostics.slice(0, 1), ["quickfix"]);
  const withoutData = await client.actions("a.js", range, bare, ["quickfix"]);
  assert.ok(withData.length > 0);
  assert.deepEqual(
    withoutData.map(({ title, edit }) => [title, edit]),
    withData.map(({ title, edit }) => [title, edit]),
  );
  assert.equal(withData[0]?.edit?.documentChanges, undefined);

  const [fixAll] = await client.actions("a.js", range, [], [FIX_ALL]);
  client.apply(fixAll?.edit);
  assert.equal(client.text("a.js"), TWO_AWAITED);
  const after = await client.take<PublishDiagnosticsParams>("textDocument/publishDiagnostics");
  assert.deepEqual(after.diagnostics, []);
  await client.stop();
});

test("edits that an outdated diagnostic carries are not used", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.js", TWO_READS);
  const outdated = await client.diagnostics("a.js");
  const start = { line: 0, character: 0 };
  client.edit("a.js", { range: { start, end: start }, newText: "// pushed down\n\n" });
  // The editor moves its diagnostics along, their data stays as it was.
  const range = client.rangeOf("a.js", "readFileSync");
  const moved = outdated.slice(0, 1).map((diagnostic): Diagnostic => ({ ...diagnostic, range }));
  const [action] = await client.actions("a.js", range, moved, ["quickfix"]);
  client.apply(action?.edit);
  const expected = TWO_READS.replace("fs.readFileSync", "await fs.promises.readFile");
  assert.equal(client.text("a.js"), `// pushed down\n\n${expected}`);

  client.replace("a.js", "async function", "function");
  assert.deepEqual(await client.actions("a.js", client.rangeOf("a.js", "readFileSync"), moved, ["quickfix"]), []);
  await client.stop();
});

test("edits are right beside surrogate pairs and CRLF", async (t) => {
  const client = await TestClient.start(t);
  const text = "const fs = require('fs');\r\nasync function f() {\r\n  return ['😀𝄞', fs.readFileSync('a')];\r\n}\r\n";
  client.open("a.cjs", text);
  const [action] = await actionsAt(client, "a.cjs", "readFileSync");
  client.apply(action?.edit);
  assert.equal(client.text("a.cjs"), text.replace("fs.readFileSync", "await fs.promises.readFile"));
  await client.stop();
});

test("an unused suppression is tagged as unnecessary, and its removal is preferred", async (t) => {
  const client = await TestClient.start(t, { capabilities: PULL_CLIENT });
  const quiet = "export const one = 1;\n";
  client.open("a.js", `// unblock-ignore-next-line\n${quiet}`);
  const [diagnostic] = await client.diagnostics("a.js");
  assert.deepEqual([diagnostic?.code, diagnostic?.tags], ["unused-suppression", [1]]);
  assert.deepEqual(await actionsAt(client, "a.js", "unblock-ignore", [FIX_ALL]), []);
  const actions = await actionsAt(client, "a.js", "unblock-ignore", ["quickfix"]);
  assert.deepEqual(
    actions.map(({ isPreferred }) => isPreferred),
    [true],
  );
  client.apply(actions[0]?.edit);
  assert.equal(client.text("a.js"), quiet);
  assert.deepEqual(await client.diagnostics("a.js"), []);
  await client.stop();
});

test("a hover tells what a blocking call costs, in markdown or plain text", async (t) => {
  for (const capabilities of [PULL_CLIENT, PUSH_CLIENT]) {
    const client = await TestClient.start(t, { capabilities });
    client.open("a.js", TWO_READS);
    const textDocument = { uri: client.uri("a.js") };
    const hover = (part: string) =>
      client.request<{ contents: { kind: string; value: string } } | null>("textDocument/hover", {
        textDocument,
        position: client.rangeOf("a.js", part).start,
      });
    const { kind, value } = (await hover("readFileSync"))?.contents ?? {};
    assert.equal(kind, capabilities === PULL_CLIENT ? "markdown" : "plaintext");
    assert.match(value ?? "", /^`?node:fs\.readFileSync`? blocks the event loop: file system, for milliseconds\.\n/);
    assert.equal(await hover("load"), null);
    if (capabilities === PUSH_CLIENT) await client.take("textDocument/publishDiagnostics");
    await client.stop();
  }
});

const IN_A_ROW = `import asyncio


async def both(a, b):
    first = await asyncio.to_thread(len, a)
    second = await asyncio.to_thread(len, b)
    return first, second
`;
const TOGETHER = "refactor.rewrite.unblock.gather";

test("calls in a row are run together where the cursor is, without a finding", async (t) => {
  const client = await TestClient.start(t);
  client.open("a.py", IN_A_ROW);
  assert.deepEqual(await client.diagnostics("a.py"), []);
  const range = client.rangeOf("a.py", "second =");
  const [action, ...others] = await client.actions("a.py", range, []);
  assert.deepEqual(others, []);
  assert.equal(action?.kind, TOGETHER);
  assert.equal(action.isPreferred, undefined);
  for (const kind of ["quickfix", "source", "refactor.extract"])
    assert.deepEqual(await client.actions("a.py", range, [], [kind]), []);
  for (const kind of ["refactor", "refactor.rewrite", TOGETHER])
    assert.deepEqual(await client.actions("a.py", range, [], [kind]), [action]);
  assert.deepEqual(await client.actions("a.py", client.rangeOf("a.py", "return"), [], ["refactor"]), []);
  client.apply(action.edit);
  const lines = ["        asyncio.to_thread(len, a),", "        asyncio.to_thread(len, b),"].join("\n");
  assert.ok(client.text("a.py").includes(`    first, second = await asyncio.gather(\n${lines}\n    )\n    return`));
  await client.stop();
});

test("why calls aren't run together is shown by clients that can", async (t) => {
  const dependent = IN_A_ROW.replace("len, b", "len, first");
  const client = await TestClient.start(t, { capabilities: PULL_CLIENT });
  client.open("a.py", dependent);
  const actions = await client.actions("a.py", client.rangeOf("a.py", "second ="), [], ["refactor"]);
  assert.deepEqual(
    actions.map(({ disabled, edit }) => ({ disabled, edit })),
    [{ disabled: { reason: "`first` comes from one and is used by another" }, edit: undefined }],
  );
  await client.stop();
  const old = await TestClient.start(t, { capabilities: PUSH_CLIENT });
  old.open("a.py", dependent);
  await old.take("textDocument/publishDiagnostics");
  assert.deepEqual(await old.actions("a.py", old.rangeOf("a.py", "second ="), [], ["refactor"]), []);
  await old.stop();
});

test("nothing is run together under settings that can't be read", async (t) => {
  const client = await TestClient.start(t, { files: { "unblock.json": "{" } });
  client.open("a.py", IN_A_ROW);
  await client.diagnostics("a.py");
  assert.deepEqual(await client.actions("a.py", client.rangeOf("a.py", "second ="), [], ["refactor"]), []);
  assert.ok(client.logs.splice(0).some(({ type, message }) => type === 2 && message.includes("unblock.json")));
  await client.stop();
});
