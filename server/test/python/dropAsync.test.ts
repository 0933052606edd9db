/** Handlers of web frameworks: which may be synchronous, and which stay as they are. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Fix } from "../../src/core/findings";
import { analyzerOf } from "../support/analysis";
import { applyEdits, inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";

const HEAD = `import asyncio
import os
from fastapi import Depends, FastAPI
from starlette.routing import Route, WebSocketRoute
app = FastAPI()
`;

function offer(code: string): Promise<{ readonly fix: Fix; readonly text: string } | undefined> {
  const text = HEAD + code;
  return inTemporaryFolder((folder) => {
    put(folder, { "a.py": text });
    const file = join(folder, "a.py");
    const analyzer = analyzerOf(folder);
    const fixes = analyzer.report(file).findings.flatMap((finding) => finding.fixes);
    const fix = fixes.find(({ title }) => title.startsWith("Drop `async`"));
    if (fix === undefined) return undefined;
    const fixed = applyEdits(text, fix.edits, file);
    analyzer.open(file, fixed);
    assert.deepEqual(analyzer.report(file).findings, [], fixed);
    return { fix, text: fixed.slice(HEAD.length) };
  });
}

const HANDLER = '@app.get("/")\nasync  def f(x):\n    os.stat(x)\n    return os.path.exists(x)\n';

describe("dropping `async`", () => {
  test("one edit silences all calls of the handler", async () => {
    const offered = await offer(HANDLER);
    assert.equal(offered?.text, HANDLER.replace("async  def", "def"));
    assert.equal(
      offered.fix.title,
      "Drop `async` of `f`: FastAPI runs it in its thread pool (unsafe: no other file may await `f`)",
    );
  });

  test("it is safe where nobody else can await the handler", async () => {
    const inner = HANDLER.replaceAll(/^/gm, "    ").trimEnd();
    const offered = await offer(`def create(app: FastAPI):\n${inner}\n    return app\n`);
    assert.equal(offered?.fix.safe, true);
  });

  test("what the handler shares is said", async () => {
    const title = async (line: string): Promise<string> =>
      (await offer(HANDLER.replace("    return", `    ${line}\n    return`)))?.fix.title ?? "";
    assert.match(await title("app.state.x = 1"), /`app\.state\.x` is set in threads/);
    assert.match(await title("global y"), /`global y` is changed in threads/);
    assert.match(await title("app.state.call()"), /`app\.state\.call` runs in the thread too/);
  });

  const refused: Readonly<Record<string, string>> = {
    "it awaits": HANDLER.replace("    return", "    await asyncio.sleep(0)\n    return"),
    "it iterates asynchronously": HANDLER.replace("    return", "    async for _ in x: pass\n    return"),
    "it enters asynchronously": HANDLER.replace("    return", "    async with x: pass\n    return"),
    "an asynchronous comprehension": HANDLER.replace("    return", "    [_ async for _ in x]\n    return"),
    "it yields": HANDLER.replace("    return", "    yield 1\n    return #"),
    "it needs the loop": HANDLER.replace("    return", "    asyncio.create_task(x)\n    return"),
    "it is awaited elsewhere": `${HANDLER}async def g():\n    return await f(1)\n`,
    "it is a value elsewhere": `${HANDLER}handlers = [f]\n`,
    "it is handed to something else": `${HANDLER}print(f)\n`,
    "another decorator": `@other\n${HANDLER}`,
    "a websocket": HANDLER.replace("app.get", "app.websocket"),
    "a websocket's route": 'async def f(x):\n    os.stat(x)\nroutes = [WebSocketRoute("/", f)]\n',
    "no handler": "async def f(x):\n    os.stat(x)\n",
    "an unknown application": HANDLER.replace("@app", "@application"),
    "a method": `class C:\n${HANDLER.replaceAll(/^/gm, "    ").trimEnd()}\n`,
    "it is bound twice": `${HANDLER}f = None\n`,
  };
  for (const [name, code] of Object.entries(refused)) {
    test(`not offered: ${name}`, async () => {
      assert.equal(await offer(code), undefined);
    });
  }
});
