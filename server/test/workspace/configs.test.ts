import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DEFAULT_CONFIG } from "../../src/core/config";
import { type ConfigResolver, createConfigResolver } from "../../src/workspace/configs";
import { createHost } from "../../src/workspace/host";
import { analyse, findingsOf } from "../support/analysis";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "./support";

function resolver(root: string, override?: string): ConfigResolver {
  return createConfigResolver({ host: createHost(), root, ...(override === undefined ? {} : { override }) });
}

/** Problems of a configuration with this text, each as `offset's text…: message`. */
async function complaints(text: string): Promise<readonly string[]> {
  return await inTemporaryFolder((folder) => {
    put(folder, { "unblock.json": text });
    return resolver(folder)
      .configOf(folder)
      .problems.map(({ file, kind, message, offset }) => {
        assert.equal(file, join(folder, "unblock.json"));
        assert.equal(kind, "config");
        assert.ok(offset !== undefined);
        return `${text.slice(offset, offset + 8)} ${message}`;
      });
  });
}

test("without a file the defaults hold", () =>
  inTemporaryFolder((folder) => {
    const resolved = resolver(folder).configOf(join(folder, "src"));
    assert.deepEqual(resolved, { config: DEFAULT_CONFIG, base: folder, problems: [], broken: false });
  }));

test("the nearest file upward, with comments, trailing commas and a byte order mark", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "unblock.json": '{ "contexts": "callbacks", "ignore": ["node:zlib"] }',
      "a/unblock.json":
        '\uFEFF// ours\n{ "$schema": "x", "severity": { "seconds": "error", }, /* none */ "nodeVersion": 22, }',
    });
    const configs = resolver(folder);
    const outer = configs.configOf(folder);
    assert.equal(outer.config.contexts, "callbacks");
    assert.equal(outer.source, join(folder, "unblock.json"));
    const inner = configs.configOf(join(folder, "a", "b", "c"));
    assert.deepEqual(inner.problems, []);
    assert.equal(inner.base, join(folder, "a"));
    assert.deepEqual(inner.config, {
      ...DEFAULT_CONFIG,
      severity: { ...DEFAULT_CONFIG.severity, seconds: "error" },
      nodeVersion: 22,
    });
    // One object per configuration, so that it can be compared by identity.
    assert.equal(configs.configOf(join(folder, "a")), inner);
  }));

test("a file that is given holds for everything, with globs relative to itself", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a/unblock.json": '{ "contexts": "callbacks" }', "ci/strict.json": '{ "exclude": ["x.js"] }' });
    const configs = resolver(folder, join(folder, "ci", "strict.json"));
    assert.equal(configs.configOf(join(folder, "a")).config.contexts, "async");
    assert.ok(configs.isExcluded(join(folder, "ci", "x.js")));
    assert.ok(!configs.isExcluded(join(folder, "x.js")));
  }));

test("what is wrong is named with its place", async () => {
  assert.deepEqual(await complaints('{ "igonre": [] }'), ['"igonre" Unknown key "igonre". Did you mean "ignore"?']);
  assert.deepEqual(await complaints('{ "severity": { "second": "off" } }'), [
    '"second" Unknown key "second" in "severity". Did you mean "seconds"?',
  ]);
  assert.deepEqual(await complaints('{ "severity": { "seconds": "warn" } }'), [
    '"warn" } "severity.seconds" is "warn". Did you mean "warning"?',
  ]);
  assert.deepEqual(await complaints('{ "ignore": "node:zlib" }'), ['"node:zl "ignore" must be array.']);
  assert.match((await complaints('{ "exclude": ["a", "!b"] }'))[0] ?? "", /^"!b"\] } "exclude.1" begins with "!"/);
  assert.deepEqual(await complaints("[]"), ["[] The configuration must be object."]);
  assert.match((await complaints('{ "zzzzzzzz": 1 }'))[0] ?? "", /Known: \$schema, exclude, severity/);
  assert.equal((await complaints('{ "igonre": [], "contexts": "all", "ignore": 1 }')).length, 3);
  assert.match(
    (await complaints('{ "catalogue": [{ "module": "m", "entries": [{ "path": "f" }] }] }')).join("\n"),
    /category/,
  );
});

test("an unknown key is left out; anything worse leaves the last valid settings in force", () =>
  inTemporaryFolder((folder) => {
    const configs = resolver(folder);
    const write = (text: string) => {
      put(folder, { "unblock.json": text });
      configs.invalidate();
      return configs.configOf(folder);
    };
    const misspelled = write('{ "igonre": ["a"], "ignore": ["b"] }');
    assert.deepEqual([misspelled.broken, misspelled.config.ignore, misspelled.problems.length], [false, ["b"], 1]);
    for (const text of ['{ "ignore": ["c"', "", "{ ignore: 1 }", '{ "ignore": [1] }']) {
      const broken = write(text);
      assert.deepEqual([broken.broken, broken.config.ignore], [true, ["b"]], text);
      assert.equal(broken.problems[0]?.kind, "config");
      assert.ok(broken.problems[0].message.length > 20);
    }
    const mended = write('{ "ignore": ["d"] }');
    assert.deepEqual([mended.broken, mended.config.ignore, mended.problems], [false, ["d"], []]);
    rmSync(join(folder, "unblock.json"));
    configs.invalidate();
    assert.deepEqual(configs.configOf(folder).config, DEFAULT_CONFIG);
    // What was valid before the file was deleted is gone with it.
    assert.deepEqual(write("{").config, DEFAULT_CONFIG);
  }));

test("a configuration that can't be read is no configuration that says nothing", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "unblock.json": Uint8Array.from([0x7b, 0, 0x7d]) });
    const resolved = resolver(folder).configOf(folder);
    assert.equal(resolved.broken, true);
    assert.deepEqual(
      resolved.problems.map(({ kind }) => kind),
      ["config"],
    );
  }));

test("the editor's settings lie below the file's, and what is wrong of them takes nothing with it", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "p/unblock.json": '{ "severity": { "seconds": "error" }, "ignore": ["a"] }' });
    const configs = resolver(folder);
    const messages = configs.setEditorConfig({
      severity: { seconds: "hint", unbounded: "information" },
      ignore: ["b"],
      contexts: "everything",
      nodeVersion: null,
      exclude: ["generated"],
      trace: { server: "off" },
    });
    assert.deepEqual(messages, [
      'Setting unblock.contexts is not used: "contexts" is "everything". Known: async, callbacks.',
    ]);
    const outer = configs.configOf(folder).config;
    assert.deepEqual(
      [outer.ignore, outer.contexts, outer.severity.seconds, outer.nodeVersion],
      [["b"], "async", "hint", undefined],
    );
    const inner = configs.configOf(join(folder, "p")).config;
    assert.deepEqual([inner.ignore, inner.severity.seconds, inner.severity.unbounded], [["a"], "error", "information"]);
    // Relative to the workspace, also where a configuration file has another base.
    assert.ok(configs.isExcluded(join(folder, "generated", "a.js")));
    assert.ok(!configs.isExcluded(join(folder, "p", "generated", "a.js")));
    for (const nothing of [null, undefined, 5, "x", []]) assert.deepEqual(configs.setEditorConfig(nothing), []);
    assert.deepEqual(configs.configOf(folder).config, DEFAULT_CONFIG);
  }));

test("the editor's globs work in folders whose names look like globs", () =>
  inTemporaryFolder((folder) => {
    const root = join(folder, "a (b) [c] {d}*");
    put(root, { "p/unblock.json": "{}" });
    const configs = resolver(root);
    configs.setEditorConfig({ exclude: ["p/x.js"] });
    assert.ok(configs.isExcluded(join(root, "p", "x.js")));
    assert.ok(!configs.isExcluded(join(root, "p", "y.js")));
  }));

test("default globs: tests, scripts, build configuration; workers", () =>
  inTemporaryFolder((folder) => {
    const configs = resolver(folder);
    const relaxed = (name: string) => configs.isRelaxed(join(folder, name));
    for (const name of [
      "test/a.js",
      "p/__tests__/a.ts",
      "src/a.test.ts",
      "vite.config.mts",
      "gulpfile.js",
      ".eslintrc.cjs",
      "tools/x/y.js",
    ]) {
      assert.ok(relaxed(name), name);
    }
    for (const name of [
      "src/a.js",
      "src/testing.js",
      "contest/a.js",
      "src/tools/a.ts",
      "app/tasks/a.py",
      "src/latest.ts",
      "config/db.js",
    ]) {
      assert.ok(!relaxed(name), name);
    }
    assert.ok(configs.isWorker(join(folder, "src", "resize.worker.ts")));
    assert.ok(configs.isWorker(join(folder, "worker.js")));
    assert.ok(!configs.isWorker(join(folder, "src", "co-worker.js")));
  }));

test("default globs are relative to the repository, wherever the analysis starts", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "test/project/.git/HEAD": "", "test/project/test/a.js": "", "test/project/src/a.js": "" });
    const project = join(folder, "test", "project");
    for (const root of [folder, project, join(project, "test")]) {
      assert.ok(resolver(root).isRelaxed(join(project, "test", "a.js")), root);
      assert.ok(!resolver(root).isRelaxed(join(project, "src", "a.js")), root);
    }
  }));

test("with loops: all, any loop on the event loop is told, in files that name nothing else that matters", () =>
  inTemporaryFolder((folder) => {
    const files = {
      "a.mjs": "export async function f(rows) {\n  for (const row of rows) row.done = true;\n}\n",
      "b.py": "async def f(rows):\n    for row in rows:\n        row.done = True\n",
    };
    put(folder, files);
    const told = (): readonly string[] =>
      findingsOf(analyse(folder)).map(({ finding }) => `${finding.code} ${finding.severity}`);
    assert.deepEqual(told(), []);
    put(folder, { "unblock.json": '{ "loops": "all" }' });
    assert.deepEqual(told(), ["heavy-loop hint", "heavy-loop hint"]);
    put(folder, { "unblock.json": '{ "loops": "off" }' });
    assert.deepEqual(told(), []);
  }));
