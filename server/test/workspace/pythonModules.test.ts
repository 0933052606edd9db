/** Names of modules in Python: packages, roots, environments, and what stays unknown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { files, resolverOf } from "./moduleFiles";

test("packages, modules, submodules among the names, stub files", () => {
  const resolver = resolverOf(
    files(
      {},
      ...[
        "pyproject.toml",
        "app/__init__.py",
        "app/db.py",
        "app/db/__init__.py",
        "app/web/views.py",
        "app/only.pyi",
        "run.py",
      ].map((name) => `/p/${name}`),
    ),
  );
  const resolve = (specifier: string, ...names: string[]) => resolver.resolvePython("/p/run.py", specifier, names);
  assert.deepEqual(resolve("app"), { file: "/p/app/__init__.py", used: 0 });
  assert.deepEqual(resolve("app.db"), { file: "/p/app/db/__init__.py", used: 0 }, "a package before a module");
  assert.deepEqual(resolve("app", "db", "connect"), { file: "/p/app/db/__init__.py", used: 1 });
  assert.deepEqual(resolve("app", "web", "views"), { file: "/p/app/web/views.py", used: 2 });
  for (const none of ["app.only", "app.none", "none", "typing", "app.web"])
    assert.equal(resolve(none), undefined, none);
});

test("relative imports", () => {
  const resolver = resolverOf(files({}, "/p/a/b/c.py", "/p/a/b/d.py", "/p/a/e/__init__.py", "/p/f.py"));
  const resolve = (specifier: string, ...names: string[]) =>
    resolver.resolvePython("/p/a/b/c.py", specifier, names)?.file;
  assert.equal(resolve(".d"), "/p/a/b/d.py");
  assert.equal(resolve(".", "d"), "/p/a/b/d.py");
  assert.equal(resolve("..e"), "/p/a/e/__init__.py");
  assert.equal(resolve("...f"), "/p/f.py");
  assert.equal(resolve("..d"), undefined);
  assert.equal(resolve("."), undefined);
});

test("namespace packages: no __init__.py, parts in several roots; a regular package ends the search", () => {
  const resolver = resolverOf(
    files(
      {},
      ...["pyproject.toml", "acme/one/a.py", "src/acme/two/b.py", "whole/__init__.py", "src/whole/c.py", "run.py"].map(
        (name) => `/p/${name}`,
      ),
    ),
  );
  const resolve = (specifier: string) => resolver.resolvePython("/p/run.py", specifier)?.file;
  assert.equal(resolve("acme.one.a"), "/p/acme/one/a.py");
  assert.equal(resolve("acme.two.b"), "/p/src/acme/two/b.py");
  assert.equal(resolve("whole.c"), undefined);
  assert.equal(resolve("acme"), undefined);
});

test("src layout, roots that the project names, and files of a package that is run from inside", () => {
  const resolver = resolverOf(
    files(
      {
        "/p/pyproject.toml": `[tool.setuptools.packages.find]\nwhere = ["python"]\n[tool.pytest.ini_options]\npythonpath = ["helpers"]\n`,
      },
      ...[
        "src/app/__init__.py",
        "src/app/x.py",
        "python/lib/__init__.py",
        "helpers/tool.py",
        "tests/test_x.py",
        "src/app/logging.py",
      ].map((name) => `/p/${name}`),
    ),
  );
  assert.equal(resolver.resolvePython("/p/tests/test_x.py", "app.x")?.file, "/p/src/app/x.py");
  assert.equal(resolver.resolvePython("/p/src/app/x.py", "lib")?.file, "/p/python/lib/__init__.py");
  assert.equal(resolver.resolvePython("/p/tests/test_x.py", "tool")?.file, "/p/helpers/tool.py");
  assert.equal(resolver.resolvePython("/p/src/app/__init__.py", "x")?.file, "/p/src/app/x.py");
  assert.equal(resolver.resolvePython("/p/src/app/x.py", "logging"), undefined, "the standard library's");
  assert.equal(resolver.resolvePython("/p/tests/test_x.py", "x"), undefined);
});

test("several projects: members, path dependencies, neighbours; what two have is neither's", () => {
  const resolver = resolverOf(
    files(
      {
        "/w/pyproject.toml": `[tool.uv.workspace]\nmembers = ["deep/er/*"]\n`,
        "/w/a/pyproject.toml": `[tool.poetry.dependencies]\nfar = { path = "../x/y/z/far" }\n`,
      },
      ...[
        "a/src/a/main.py",
        "a/src/utils.py",
        "libs/b/pyproject.toml",
        "libs/b/src/b/__init__.py",
        "libs/b/src/utils.py",
      ].map((name) => `/w/${name}`),
      ...[
        "deep/er/c/pyproject.toml",
        "deep/er/c/c.py",
        "x/y/z/far/setup.py",
        "x/y/z/far/far/__init__.py",
        "d/setup.py",
        "d/shared.py",
        "e/setup.py",
        "e/shared.py",
      ].map((name) => `/w/${name}`),
      "/outside/out.py",
    ),
  );
  const resolve = (specifier: string) => resolver.resolvePython("/w/a/src/a/main.py", specifier)?.file;
  assert.equal(resolve("b"), "/w/libs/b/src/b/__init__.py");
  assert.equal(resolve("c"), "/w/deep/er/c/c.py");
  assert.equal(resolve("far"), "/w/x/y/z/far/far/__init__.py");
  assert.equal(resolve("utils"), "/w/a/src/utils.py", "its own first");
  assert.equal(resolve("shared"), undefined);
  assert.equal(resolve("out"), undefined);
});

test("what is installed: the nearest virtual environment, its links, and imports between packages there", () => {
  const site = "/p/.venv/lib/python3.12/site-packages";
  const resolver = resolverOf(
    files(
      { [`${site}/__editable__.pth`]: "# comment\nimport evil\n/elsewhere/src\n" },
      ...["/p/pyproject.toml", "/p/app/main.py", "/p/.venv/pyvenv.cfg", "/elsewhere/src/linked/__init__.py"],
      ...[
        "requests/__init__.py",
        "requests/api.py",
        "six.py",
        "urllib3/__init__.py",
        "fast/speed.so",
        "app/main.py",
      ].map((name) => `${site}/${name}`),
      ...["/q/venv/lib/python3.12/site-packages/six.py", "/q/main.py"],
    ),
  );
  const resolve = (specifier: string) => resolver.resolvePython("/p/app/main.py", specifier);
  assert.deepEqual(resolve("requests.api"), { file: `${site}/requests/api.py`, used: 0 });
  assert.deepEqual(resolve("six"), { file: `${site}/six.py`, used: 0 });
  assert.deepEqual(resolve("linked"), { file: "/elsewhere/src/linked/__init__.py", used: 0 });
  assert.deepEqual(resolve("app.main"), { file: "/p/app/main.py", used: 0 });
  assert.equal(resolver.resolvePython(`${site}/requests/api.py`, "urllib3")?.file, `${site}/urllib3/__init__.py`);
  assert.equal(resolver.resolvePython(`${site}/requests/api.py`, "linked"), undefined);
  assert.equal(resolve("fast.speed"), undefined);
  assert.equal(resolve("evil"), undefined);
  assert.equal(resolver.resolvePython("/q/main.py", "six"), undefined, "no pyvenv.cfg, no environment");
});
