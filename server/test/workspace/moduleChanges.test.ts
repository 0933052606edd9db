/** Answers are kept, and dropped exactly when what they were drawn from changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { files, resolverOf } from "./moduleFiles";

test("a file that appears, disappears, or comes with its folder", () => {
  const given = files({}, "/p/main.ts", "/p/a.js", "/p/other.ts");
  const resolver = resolverOf(given);
  assert.equal(resolver.resolve("/p/main.ts", "./a")?.file, "/p/a.js");
  assert.equal(resolver.resolve("/p/main.ts", "./new/deep/b"), undefined);
  assert.equal(resolver.changed("/p/other.ts"), false);

  given["/p/a.ts"] = "";
  assert.equal(resolver.changed("/p/a.ts"), true);
  assert.equal(resolver.resolve("/p/main.ts", "./a")?.file, "/p/a.ts");
  delete given["/p/a.ts"];
  delete given["/p/a.js"];
  assert.equal(resolver.changed("/p/a.ts"), true);
  resolver.changed("/p/a.js");
  assert.equal(resolver.resolve("/p/main.ts", "./a"), undefined);

  given["/p/new/deep/b.ts"] = "";
  assert.equal(resolver.changed("/p/new/deep/b.ts"), true);
  assert.equal(resolver.resolve("/p/main.ts", "./new/deep/b")?.file, "/p/new/deep/b.ts");
  delete given["/p/new/deep/b.ts"];
  assert.equal(resolver.changed("/p/new"), true);
  assert.equal(resolver.resolve("/p/main.ts", "./new/deep/b"), undefined);
});

test("manifests and configurations, also new ones, are about everything", () => {
  const given = files(
    { "/p/tsconfig.json": "{}", "/p/package.json": `{ "workspaces": ["packages/*"] }` },
    "/p/main.ts",
    "/p/src/a.ts",
    "/p/packages/x/index.ts",
  );
  const resolver = resolverOf(given);
  assert.equal(resolver.resolve("/p/main.ts", "@/a"), undefined);
  assert.equal(resolver.resolve("/p/main.ts", "x"), undefined);
  given["/p/tsconfig.json"] = `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`;
  assert.equal(resolver.changed("/p/tsconfig.json"), true);
  assert.equal(resolver.resolve("/p/main.ts", "@/a")?.file, "/p/src/a.ts");
  assert.equal(resolver.resolve("/p/main.ts", "x"), undefined);
  given["/p/packages/x/package.json"] = `{ "name": "x" }`;
  assert.equal(resolver.changed("/p/packages/x/package.json"), true);
  assert.equal(resolver.resolve("/p/main.ts", "x")?.file, "/p/packages/x/index.ts");
  assert.equal(resolver.changed("/elsewhere/package.json"), false);
});

test("Python: a package that gets its __init__.py", () => {
  const given = files({}, "/p/pyproject.toml", "/p/run.py", "/p/app/db.py");
  const resolver = resolverOf(given);
  assert.equal(resolver.resolvePython("/p/run.py", "app"), undefined);
  given["/p/app/__init__.py"] = "";
  assert.equal(resolver.changed("/p/app/__init__.py"), true);
  assert.equal(resolver.resolvePython("/p/run.py", "app")?.file, "/p/app/__init__.py");
  assert.equal(resolver.resolvePython("/p/run.py", "later"), undefined);
  given["/p/later.py"] = "";
  assert.equal(resolver.changed("/p/later.py"), true);
  assert.equal(resolver.resolvePython("/p/run.py", "later")?.file, "/p/later.py");
  assert.equal(resolver.resolvePython("/p/run.py", "fresh.a"), undefined);
  given["/p/fresh/a.py"] = "";
  assert.equal(resolver.changed("/p/fresh/a.py"), true);
  assert.equal(resolver.resolvePython("/p/run.py", "fresh.a")?.file, "/p/fresh/a.py");
});
