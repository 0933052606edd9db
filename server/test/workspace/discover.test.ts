import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { createConfigResolver } from "../../src/workspace/configs";
import { createHost } from "../../src/workspace/host";
import { inTemporaryFolder, slashed } from "../support/fixtures";
import { put, unprivileged } from "./support";

interface Found {
  readonly files: readonly string[];
  /** `reason path`. */
  readonly skipped: readonly string[];
  /** `kind path`. */
  readonly problems: readonly string[];
}

function discover(folder: string, ...named: readonly string[]): Found {
  const host = createHost();
  const configs = createConfigResolver({ host, root: folder });
  const paths = (named.length === 0 ? ["."] : named).map((name) => join(folder, name));
  const found = host.discover(paths, [".js", ".ts", ".mjs"], (at) => configs.configOf(at));
  const name = (file: string) => slashed(relative(folder, file)) || ".";
  return {
    files: found.files.map(name),
    skipped: found.skipped.map(({ path, reason }) => `${reason} ${name(path)}`),
    problems: found.problems.map(({ file, kind }) => `${kind} ${name(file)}`),
  };
}

/** Only files were found: nothing skipped, nothing wrong. */
function only(...files: readonly string[]): Found {
  return { files, skipped: [], problems: [] };
}

test("sources by extension, in one order, without declarations", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "b.js": "",
      "a/z.ts": "",
      "a-b.js": "",
      "B.JS": "",
      ".hidden/h.js": "",
      "a/types.d.ts": "",
      "a/style.d.css.ts": "",
      "a/data.json": "",
      "readme.md": "",
      "名前.js": "",
      js: "",
    });
    assert.deepEqual(discover(folder), only(".hidden/h.js", "B.JS", "a-b.js", "a/z.ts", "b.js", "名前.js"));
  }));

test("what is installed for Python isn't the workspace's own, unless it is named", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "app.js": "",
      "my-env/pyvenv.cfg": "home = /usr/bin",
      "my-env/lib/python3.12/site-packages/p/static/p.js": "",
      "vendor/site-packages/p/q.js": "",
      "vendor/own.js": "",
    });
    assert.deepEqual(discover(folder), {
      files: ["app.js", "vendor/own.js"],
      skipped: ["dependencies my-env", "dependencies vendor/site-packages"],
      problems: [],
    });
    assert.deepEqual(discover(folder, "vendor/site-packages"), only("vendor/site-packages/p/q.js"));
    assert.deepEqual(discover(folder, "my-env").skipped, ["dependencies my-env/lib/python3.12/site-packages"]);
  }));

test("version control, dependencies and bundles are left out, folders as one", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ".git/HEAD": "",
      ".git/hooks/x.js": "",
      "node_modules/p/a.js": "",
      "packages/q/node_modules/p/a.js": "",
      "packages/q/index.js": "",
      ".yarn/releases/yarn.js": "",
      ".pnp.js": "",
      "lib.min.js": "",
      "app.bundle.js": "",
      "minimal.js": "",
    });
    assert.deepEqual(discover(folder), {
      files: ["minimal.js", "packages/q/index.js"],
      skipped: [
        "version control .git",
        "dependencies .pnp.js",
        "dependencies .yarn",
        "minified app.bundle.js",
        "minified lib.min.js",
        "dependencies node_modules",
        "dependencies packages/q/node_modules",
      ],
      problems: [],
    });
  }));

test(".gitignore: nested, anchored, negated, from the root of the repository also for a folder inside", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ".git/HEAD": "",
      ".git/info/exclude": "private.js\n",
      ".gitignore": "dist/\n*.gen.js\n/only-root.js\n# comment\n",
      "dist/a.js": "",
      "src/dist/a.js": "",
      "src/a.gen.js": "",
      "src/only-root.js": "",
      "src/private.js": "",
      "src/.gitignore": "!keep.gen.js\nlocal/**\n",
      "src/keep.gen.js": "",
      "src/local/a.js": "",
      "only-root.js": "",
      "other/keep.gen.js": "",
    });
    assert.deepEqual(discover(folder, "src"), {
      files: ["src/keep.gen.js", "src/only-root.js"],
      skipped: ["ignored src/a.gen.js", "ignored src/dist", "ignored src/local/a.js", "ignored src/private.js"],
      problems: [],
    });
    const whole = discover(folder);
    assert.deepEqual(whole.files, ["src/keep.gen.js", "src/only-root.js"]);
    assert.ok(whole.skipped.includes("ignored other/keep.gen.js"));
    assert.ok(whole.skipped.includes("ignored dist"));
    assert.ok(whole.skipped.includes("ignored only-root.js"));
  }));

test("a repository inside another has its own rules", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ".git/HEAD": "",
      ".gitignore": "*.gen.js\n",
      "inner/.git": "gitdir: elsewhere\n",
      "inner/a.gen.js": "",
      "a.gen.js": "",
    });
    assert.deepEqual(discover(folder).files, ["inner/a.gen.js"]);
    assert.deepEqual(discover(folder, "inner").files, ["inner/a.gen.js"]);
  }));

test("what is named itself is taken whatever ignores it; what is ignored inside of it isn't", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ".git/HEAD": "",
      ".gitignore": "dist/\n*.gen.js\n",
      "unblock.json": `{ "exclude": ["legacy", "*.old.js"] }`,
      "dist/a.js": "",
      "dist/.gitignore": "b.js\n",
      "dist/b.js": "",
      "x.gen.js": "",
      "y.old.js": "",
      "legacy/l.js": "",
      "node_modules/p/index.js": "",
      "node_modules/p/node_modules/q/index.js": "",
      "lib.min.js": "",
      "types.d.ts": "",
    });
    assert.deepEqual(discover(folder, "x.gen.js", "y.old.js", "legacy/l.js", "lib.min.js", "types.d.ts"), {
      ...only("legacy/l.js", "lib.min.js", "types.d.ts", "x.gen.js", "y.old.js"),
    });
    assert.deepEqual(discover(folder, "dist"), { files: ["dist/a.js"], skipped: ["ignored dist/b.js"], problems: [] });
    assert.deepEqual(discover(folder, "node_modules/p"), {
      files: ["node_modules/p/index.js"],
      skipped: ["dependencies node_modules/p/node_modules"],
      problems: [],
    });
    // `unblock check *` names every folder, also those that the configuration leaves out.
    assert.deepEqual(discover(folder, "legacy"), { files: [], skipped: ["excluded legacy"], problems: [] });
  }));

test("exclude globs are relative to their configuration", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      "unblock.json": `{ "exclude": ["vendor/**", "generated/", "**/*.snap.js"] }`,
      "vendor/a.js": "",
      "src/vendor/a.js": "",
      "generated/a.js": "",
      "src/a.snap.js": "",
      "packages/p/unblock.json": `{ "exclude": ["./src/x.js"] }`,
      "packages/p/src/x.js": "",
      "packages/p/a.snap.js": "",
    });
    assert.deepEqual(discover(folder), {
      files: ["packages/p/a.snap.js", "src/vendor/a.js"],
      skipped: ["excluded generated", "excluded packages/p/src/x.js", "excluded src/a.snap.js", "excluded vendor"],
      problems: [],
    });
  }));

test("links: each file once, by its real path where that is part of the walk", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "real/a.js": "", "project/src/b.js": "", "project/src/c.js": "" });
    symlinkSync("src", join(folder, "project", "a-link"));
    symlinkSync("src/b.js", join(folder, "project", "b-link.js"));
    symlinkSync("../real", join(folder, "project", "out"));
    symlinkSync("../real", join(folder, "project", "out-again"));
    assert.deepEqual(discover(folder, "project"), only("project/out/a.js", "project/src/b.js", "project/src/c.js"));
  }));

test("links in a circle end, and are told", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "p/a/x.js": "", "p/b/y.js": "" });
    symlinkSync("..", join(folder, "p", "a", "up"));
    symlinkSync(".", join(folder, "p", "here"));
    symlinkSync("loop", join(folder, "p", "loop"));
    symlinkSync("/", join(folder, "p", "disk"));
    symlinkSync("../b", join(folder, "p", "a", "to-b"));
    symlinkSync("../a", join(folder, "p", "b", "to-a"));
    assert.deepEqual(discover(folder, "p"), {
      files: ["p/a/x.js", "p/b/y.js"],
      skipped: ["link-cycle p/a/up", "link-cycle p/disk", "link-cycle p/here", "link-cycle p/loop"],
      problems: [],
    });
  }));

test("a link brings nothing back that was left out", () =>
  inTemporaryFolder((folder) => {
    put(folder, { ".git/HEAD": "", ".gitignore": "dist\n", "dist/v1/a.js": "", "node_modules/p/a.js": "", "a.js": "" });
    symlinkSync("dist/v1", join(folder, "latest"));
    symlinkSync("node_modules/p", join(folder, "p"));
    const { files, skipped } = discover(folder);
    assert.deepEqual(files, ["a.js"]);
    assert.ok(skipped.includes("dependencies p"));
  }));

test("what can't be looked at is a problem", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": "", "data.txt": "" });
    symlinkSync("gone.js", join(folder, "broken.js"));
    symlinkSync("me@host.1", join(folder, ".#a.js"));
    symlinkSync("gone", join(folder, "no-source"));
    execFileSync("mkfifo", [join(folder, "pipe.js")]);
    mkdirSync(join(folder, "folder.js"));
    assert.deepEqual(discover(folder), {
      files: ["a.js"],
      skipped: [],
      problems: ["unreadable pipe.js", "unreadable broken.js"],
    });
    assert.deepEqual(discover(folder, "none", "data.txt", "a.js"), {
      files: ["a.js"],
      skipped: [],
      problems: ["unreadable none", "unreadable data.txt"],
    });
  }));

test("a folder and a file that may not be read", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": "", "closed/b.js": "", "mine.js": "" });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0);
    chmodSync(join(folder, "mine.js"), 0);
    const found = unprivileged(() => discover(folder));
    assert.deepEqual(found, { files: ["a.js", "mine.js"], skipped: [], problems: ["unreadable closed"] });
    const read = unprivileged(() => createHost().read(join(folder, "mine.js")));
    assert.ok("problem" in read);
    assert.match(read.problem.message, /no permission; change its mode, or exclude it/);
    chmodSync(join(folder, "closed"), 0o755);
  }));

test("overlapping paths give each file once", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "src/a.js": "", "src/b.js": "", "c.js": "" });
    assert.deepEqual(discover(folder, "src/b.js", ".", "src", "src"), only("c.js", "src/a.js", "src/b.js"));
  }));
