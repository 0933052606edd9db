/** The setting `python.executor`, and the functions of a project that run what they are given elsewhere. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { CatalogueIndex } from "../../src/core/catalogueIndex";
import type { FileFacts } from "../../src/core/facts";
import type { LinkContext } from "../../src/core/link";
import { placesOf } from "../../src/core/places";
import { TestClient } from "../lsp/support/client";
import { runIn } from "../cli/support";
import { analyzerOf, rewriteOf } from "../support/analysis";
import { applyEdits, inTemporaryFolder } from "../support/fixtures";
import { languages } from "../support/languages";
import { put } from "../workspace/support";

const READER = "import os\n\n\nasync def f(path):\n    return os.stat(path)\n";

/** What becomes of `text` in a project with these files. */
function fixed(text: string, files: Readonly<Record<string, string>>, name = "app/views.py"): Promise<string> {
  return inTemporaryFolder((folder) => {
    put(folder, { ...files, [name]: text });
    const file = join(folder, name);
    return applyEdits(text, analyzerOf(folder).fixAll(file, { unsafe: false }), file);
  });
}

const settings = (executor: string): Readonly<Record<string, string>> => ({
  "unblock.json": JSON.stringify({ python: { executor } }),
});

describe("what fixes run blocking calls in", () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    auto: ["import asyncio\nimport os\n", "asyncio.to_thread(os.stat, path)"],
    anyio: ["import anyio\nimport os\n", "anyio.to_thread.run_sync(os.stat, path)"],
    trio: ["import os\n\nimport trio\n", "trio.to_thread.run_sync(os.stat, path)"],
    "app.util.run_blocking": ["import os\nfrom app.util import run_blocking\n", "run_blocking(os.stat, path)"],
  };
  for (const [executor, [imports, call]] of Object.entries(cases)) {
    test(executor, async () => {
      const expected = `${imports.replace("os\n\nimport trio", "os\nimport trio")}\n\nasync def f(path):\n    return await ${call}\n`;
      assert.equal(await fixed(READER, settings(executor)), expected);
    });
  }

  test("a name that is imported already, relatively or under another name, is used", async () => {
    const written = [
      ["from .util import run_blocking", "run_blocking"],
      ["from .util import run_blocking as away", "away"],
      ["from ..app.util import run_blocking", "run_blocking"],
      ["import app.util", "app.util.run_blocking"],
      ["from app import util", "util.run_blocking"],
    ] as const;
    for (const [statement, name] of written) {
      const text = READER.replace("import os\n", `import os\n${statement}\n`);
      const wanted = text.replace("os.stat(path)", `await ${name}(os.stat, path)`);
      assert.equal(await fixed(text, settings("app.util.run_blocking")), wanted);
    }
  });

  test("another function of that name isn't taken for it", async () => {
    const text = READER.replace("import os\n", "import os\nfrom other.util import run_blocking\n");
    assert.match(await fixed(text, settings("app.util.run_blocking")), /await _run_blocking\(os\.stat, path\)/);
  });

  test("what contradicts the file's imports is offered with a caution", async () => {
    const text = READER.replace("import os\n", "import os\nimport trio\n");
    assert.equal(await fixed(text, settings("asyncio")), text);
    assert.match(await fixed(text, settings("anyio")), /anyio\.to_thread/);
    await inTemporaryFolder((folder) => {
      put(folder, { ...settings("asyncio"), "a.py": text });
      const [finding] = analyzerOf(folder).report(join(folder, "a.py")).findings;
      const fix = finding === undefined ? undefined : rewriteOf(finding);
      assert.match(fix?.title ?? "", /asyncio\.to_thread.*\(unsafe: only where it runs under asyncio\)/);
    });
  });
});

describe("what `auto` chooses: imports first, then what the project declares", () => {
  const IMPORTS = "import os\n";
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["nothing", "", "", "asyncio.to_thread"],
    ["anyio declared", "", "anyio", "anyio.to_thread.run_sync"],
    ["trio declared", "", "trio>=0.20", "trio.to_thread.run_sync"],
    ["trio and anyio declared", "", "trio, anyio", "anyio.to_thread.run_sync"],
    ["trio and a framework on anyio declared", "", "trio, starlette", "anyio.to_thread.run_sync"],
    ["a framework declared", "", "fastapi", "asyncio.to_thread"],
    ["asyncio imported", "import asyncio\n", "anyio, trio", "asyncio.to_thread"],
    ["a library of asyncio imported", "import aiohttp\n", "trio", "asyncio.to_thread"],
    ["trio imported", "import trio\n", "anyio", "trio.to_thread.run_sync"],
    ["trio and asyncio imported, anyio declared", "import asyncio\nimport trio\n", "anyio", "anyio.to_thread.run_sync"],
    ["trio and asyncio imported", "import asyncio\nimport trio\n", "", "nothing safe"],
  ];
  for (const [name, imports, declared, call] of cases) {
    test(name, async () => {
      const dependencies = declared === "" ? [] : declared.split(", ");
      const text = READER.replace(IMPORTS, IMPORTS + imports);
      const files = { "pyproject.toml": `[project]\ndependencies = ${JSON.stringify(dependencies)}\n` };
      const [found = "nothing safe"] = /(?<=await )[\w.]+(?=\()/.exec(await fixed(text, files)) ?? [];
      assert.equal(found, call);
    });
  }

  test("a framework's own pool comes second, and before 3.9 the loop's executor is used", () =>
    inTemporaryFolder((folder) => {
      put(folder, { "pyproject.toml": `[project]\nrequires-python = ">=3.8"\n`, "requirements.txt": "fastapi\n" });
      put(folder, { "a.py": READER });
      const [finding] = analyzerOf(folder).report(join(folder, "a.py")).findings;
      const titles = finding?.fixes.filter(({ kind }) => kind === "await-twin").map(({ title }) => title);
      assert.deepEqual(titles, [
        "Run `os.stat` in a thread: `run_in_executor`",
        "Run `os.stat` in a thread: `run_in_threadpool`",
        "Run `os.stat` in a thread: `run_in_executor(executor, …)`",
      ]);
    }));
});

test("the command line reads the setting, and says what is wrong with it", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ...settings("app.util.run_blocking"), "a.py": READER });
    const diff = runIn(folder, ["check", "--diff", "--min-severity", "hint"]).stdout;
    assert.match(diff, /\+ {4}return await run_blocking\(os\.stat, path\)/);
    put(folder, settings("run blocking"));
    const { status, stderr, stdout } = runIn(folder, ["check"]);
    assert.equal(status, 2);
    assert.match(
      stdout + stderr,
      /"python\.executor" is "run blocking": it is auto, asyncio, anyio, trio, or a function's dotted name/,
    );
  }));

test("the language server reads the setting", async (t) => {
  const client = await TestClient.start(t, { settings: { python: { executor: "anyio" } } });
  client.open("a.py", READER, "python");
  const [finding] = await client.diagnostics("a.py");
  assert.ok(finding);
  const [action] = await client.actions("a.py", finding.range, [finding]);
  client.apply(action?.edit);
  assert.match(client.text("a.py"), /await anyio\.to_thread\.run_sync\(os\.stat, path\)/);
  await client.stop();
});

describe("functions that run elsewhere what they are given", () => {
  const factsOf = (text: string, file = "/p/app/views.py"): FileFacts => {
    const python = languages.find(({ id }) => id === "python");
    assert.ok(python);
    return python.facts(file, text);
  };
  const usesOf = (body: string): unknown =>
    factsOf(`import asyncio, anyio, functools, threading\n${body}`).functions.find(({ key }) => key === "f")
      ?.parameters;

  test("parameters that are handed to an offloader, called, or handed on", () => {
    const one = (kind: string): unknown => [{ index: 0, name: "g", uses: [{ kind }] }];
    const offLoop = [
      "async def f(g, *a): return await asyncio.to_thread(g, *a)",
      "async def f(g, *a, **k): return await asyncio.to_thread(functools.partial(g, *a, **k))",
      "async def f(g, *a): return await anyio.to_thread.run_sync(lambda: g(*a))",
      "async def f(g, *a):\n    def work():\n        return g(*a)\n    return await asyncio.to_thread(work)",
      "def f(g):\n    if g is None:\n        return\n    print(g.__name__)\n    threading.Thread(target=g).start()",
    ];
    for (const body of offLoop) assert.deepEqual(usesOf(body), one("off-loop"), body);
    assert.deepEqual(usesOf("def f(g): asyncio.get_running_loop().call_soon(g)"), one("scheduled"));
    assert.deepEqual(usesOf("def f(x, g): return g(x)"), [{ index: 1, name: "g", uses: [{ kind: "inline" }] }]);
    const key = { kind: "path", root: { kind: "function", key: "other" }, steps: [] };
    const given = (argument: number | string): unknown => [
      { index: 0, name: "g", uses: [{ kind: "given", callee: key, form: "call", argument }] },
    ];
    const other = "async def other(x, h): return await asyncio.to_thread(h)\n";
    assert.deepEqual(usesOf(`${other}async def f(g): return await other(1, g)`), given(1));
    assert.deepEqual(usesOf(`${other}async def f(g): return await other(1, h=g)`), given("h"));
  });

  test("nothing is said of what is given another value, kept, or comes behind others that aren't counted", () => {
    const bodies = [
      "async def f(g):\n    g = g or print\n    await asyncio.to_thread(g)",
      "async def f(g): return g",
      "def f(g): return lambda: g()",
      "def f(g, *a): other(*a, g)\ndef other(*a): pass",
    ];
    for (const body of bodies) assert.equal(usesOf(body), undefined, body);
  });

  const placeOf = (text: string, executor: string, resolve: LinkContext["resolve"] = () => undefined): unknown => {
    const facts = factsOf(text);
    const context: LinkContext = {
      resolve,
      catalogueOf: () => new CatalogueIndex([], executor.includes(".") ? executor : undefined),
      facts: (file) => (file === facts.file ? facts : undefined),
      implementations: () => [],
      selfMethods: () => undefined,
      isProgram: () => true,
    };
    const places = placesOf(facts, "async", false, context);
    const lambda = facts.functions.find(({ key }) => key.includes("<lambda>"));
    return lambda && places.get(lambda.key);
  };

  test("a lambda given to one of the same file is off the loop", () => {
    const own = "import asyncio\nasync def run(g, *a): return await asyncio.to_thread(g, *a)\n";
    const method = "class A:\n    async def run(self, g): return await asyncio.to_thread(g)\n";
    assert.equal(placeOf(`${own}async def h(): await run(lambda: 1)`, "auto"), "off-loop");
    assert.equal(placeOf(`${own}async def h(): await run(print, lambda: 1)`, "auto"), "unknown");
    assert.equal(
      placeOf(`import asyncio\n${method}    async def h(self): await self.run(lambda: 1)`, "auto"),
      "off-loop",
    );
    assert.equal(placeOf("async def h(): await run(lambda: 1)", "auto"), "unknown");
  });

  test("so is one given to the function that the settings name", () => {
    const wrapper = "app.util.run_blocking";
    const calls = [
      "import app.util\nasync def h(): await app.util.run_blocking(lambda: 1)",
      "from app.util import run_blocking as r\nasync def h(): await r(lambda: 1)",
    ];
    for (const text of calls) assert.equal(placeOf(text, wrapper), "off-loop", text);
    const resolve: LinkContext["resolve"] = (_file, specifier) =>
      specifier === ".util" || specifier === "app.util" ? { file: "/p/app/util.py", used: 0 } : undefined;
    const relative = "from .util import run_blocking\nasync def h(): await run_blocking(lambda: 1)";
    assert.equal(placeOf(relative, wrapper, resolve), "off-loop");
    assert.equal(placeOf(relative, wrapper), "unknown");
    assert.equal(placeOf(relative.replaceAll("run_blocking", "run"), wrapper, resolve), "unknown");
  });
});
