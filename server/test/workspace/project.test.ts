/** What manifests say of the versions that a project supports. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ProjectReader } from "../../src/workspace/project";
import type { ReadResult } from "../../src/workspace/types";

/** A reader over these files; everything else doesn't exist. */
function readerOf(files: Readonly<Record<string, string>>): ProjectReader {
  return new ProjectReader({
    isFile: (file) => file in files,
    realpath: (file) => file,
    entries: () => [],
    isProject: () => false,
    discover: () => ({ files: [], skipped: [], problems: [] }),
    read: (file): ReadResult => ({ text: files[file] ?? "" }),
  });
}

test("the lowest Node.js that engines allow, from the nearest manifest that says so", () => {
  const reader = readerOf({
    "/app/package.json": `{ "engines": { "node": ">=22.3 <25" } }`,
    "/app/packages/a/package.json": `{ "name": "a" }`,
    "/other/package.json": "{ not JSON",
  });
  assert.equal(reader.nodeMajor("/app/packages/a/index.js"), 22);
  assert.equal(reader.nodeMajor("/other/index.js"), 20);
});

test("the lowest Python 3 that a project allows", () => {
  const reader = readerOf({
    "/app/pyproject.toml": `[project]\nname = "app"\nrequires-python = ">=3.8,<3.13"\n`,
    "/poetry/pyproject.toml": `[tool.poetry.dependencies]\npython = "^3.11"\n`,
    "/silent/pyproject.toml": `[tool.black]\nline-length = 100\n`,
  });
  assert.equal(reader.pythonMinor("/app/src/main.py"), 8);
  assert.equal(reader.pythonMinor("/poetry/main.py"), 11);
  assert.equal(reader.pythonMinor("/silent/main.py"), 9);
});

test("packages that a project declares, normalised, from the nearest files that name any", () => {
  const pyproject = `[build-system]
requires = ["hatchling"]

[project]
name = "app"
dependencies = [
  "FastAPI[standard]>=0.110", # a comment with "quotes" and ]
  'typing_extensions; python_version < "3.11"',
]

[project.optional-dependencies]
trio = ["trio>=0.20"]
test = ["pytest-asyncio", "anyio"]

[tool.other]
dependencies = ["curio"]
`;
  const poetry = `[tool.poetry.dependencies]
python = "^3.11"
anyio = "^4"
"ruamel.yaml" = "*"
trio = { version = "*", optional = true }

[tool.poetry.group.dev.dependencies]
pytest = "*"
`;
  const reader = readerOf({
    "/app/pyproject.toml": pyproject,
    "/app/src/app/pyproject.toml": "[tool.black]\nline-length = 100\n",
    "/poetry/pyproject.toml": poetry,
    "/plain/requirements.txt":
      "# all\n-r other.txt\n--hash=x\nTrio==0.34.0  # here\nanyio [trio] >= 4\n./local\nhttps://host/x.whl\nname @ https://host/y\n",
    "/both/pyproject.toml": '[project]\ndependencies = ["a"]\n[project.optional-dependencies]\nx = ["trio"]\n',
    "/both/requirements.txt": "trio\n",
    "/broken/pyproject.toml": '[project]\ndependencies = ["a", "b"\n[tool.x]\ny = 1\n',
  });
  assert.deepEqual(reader.pythonPackages("/app/src/app/main.py"), {
    fastapi: "required",
    "typing-extensions": "required",
    trio: "optional",
  });
  assert.deepEqual(reader.pythonPackages("/poetry/a.py"), {
    anyio: "required",
    "ruamel-yaml": "required",
    trio: "optional",
  });
  assert.deepEqual(reader.pythonPackages("/plain/a.py"), { trio: "required", anyio: "required", name: "required" });
  assert.deepEqual(reader.pythonPackages("/both/a.py"), { a: "required", trio: "required" });
  assert.deepEqual(reader.pythonPackages("/broken/a.py"), { a: "required", b: "required" });
  assert.deepEqual(reader.pythonPackages("/none/a.py"), {});
});
