/** Python's catalogue is data: this holds it to itself, and its standard library to the Python that is installed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { CatalogueFile, CatalogueModule } from "../src/core/catalogue";

const folder = join(__dirname, "..", "catalogue");
const standard = read("python.json");
const modules = [...standard, ...read("pypi.json")];

/** Modules that newer versions of Python no longer have. */
const REMOVED = ["nntplib"];

/** Types whose members show only on an instance, or that no name of the module leads to: what makes one without arguments. */
const FACTORIES: Readonly<Record<string, string>> = {
  "multiprocessing.synchronize.BoundedSemaphore": "BoundedSemaphore",
  "multiprocessing.synchronize.Lock": "Lock",
  "multiprocessing.synchronize.RLock": "RLock",
  "multiprocessing.synchronize.Semaphore": "Semaphore",
  "select.poll": "poll",
  "threading.Condition": "Condition",
  "threading.Lock": "Lock",
  "threading.RLock": "RLock",
  "zlib.Compress": "compressobj",
  "zlib.Decompress": "decompressobj",
};

/** Reads `[[module, path, since, factory], …]` and prints those paths that the running Python doesn't have, as JSON. */
const VERIFY = `
import importlib, json, sys, warnings
warnings.simplefilter("ignore")

def walk(module, path):
    value, name = importlib.import_module(module), module
    for part in path.split("."):
        name += "." + part
        if not hasattr(value, part):
            importlib.import_module(name)
        value = getattr(value, part)
    return value

def check(module, path, factory):
    owner, _, member = path.partition("#")
    value = walk(module, factory)() if factory else walk(module, owner)
    if member and member != "*":
        getattr(value, member)

missing = []
for module, path, since, factory in json.load(sys.stdin):
    if tuple(map(int, since.split("."))) > sys.version_info[:3]:
        continue
    try:
        check(module, path, factory)
    except (AttributeError, ImportError) as error:
        missing.append(f"{module}.{path}: {error}")
print(json.dumps(missing))
`;

function read(name: string): readonly CatalogueModule[] {
  return (JSON.parse(readFileSync(join(folder, name), "utf8")) as CatalogueFile).modules;
}

function find(name: string): CatalogueModule | undefined {
  return modules.find(({ module }) => module === name);
}

test("no module, alias or path is listed twice", () => {
  assert.deepEqual(duplicates(modules.flatMap(({ module, aliases }) => [module, ...(aliases ?? [])])), []);
  for (const { module, entries, quiet } of modules) {
    assert.deepEqual(duplicates([...entries.map(({ path }) => path), ...(quiet ?? [])]), [], module);
  }
});

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

test("a twin is native, never beside advice; what belongs to its thread has advice", () => {
  for (const { module, entries } of modules) {
    for (const { path, twin, advice, guards, caution } of entries) {
      const name = `${module}.${path}`;
      assert.equal(twin?.kind ?? "native", "native", name);
      assert.ok(twin === undefined || advice === undefined, `${name}: twin or advice`);
      assert.match(advice ?? "use", /^[a-z].*[^.]$/, `${name}: a clause without a full stop`);
      if (guards?.includes("thread-affinity") === true) assert.ok(advice, `${name}: advice`);
      assert.equal(guards?.includes("caution") ?? false, caution !== undefined, `${name}: caution`);
      assert.ok(!path.startsWith("new "), `${name}: classes are called without new`);
    }
  }
});

test("every included module is in the catalogue, and every `returns` names a type that is used", () => {
  for (const { module, includes, returns } of modules) {
    for (const included of includes ?? []) assert.ok(find(included), `${module} includes ${included}`);
    for (const [from, to] of Object.entries(returns ?? {})) {
      const colon = to.lastIndexOf(":");
      const owner = find(colon > 0 ? to.slice(0, colon) : module);
      const uses = [
        ...(owner?.entries ?? []).map(({ path }) => path),
        ...(owner?.quiet ?? []),
        ...Object.keys(owner?.returns ?? {}),
      ];
      const type = `${to.slice(colon + 1)}#`;
      assert.ok(
        uses.some((use) => use.startsWith(type) && use !== type),
        `${module}: ${from} gives ${to}, which nothing uses`,
      );
    }
  }
});

const python = spawnSync("python3", ["--version"]);
const skip = process.platform !== "linux" || python.status !== 0;

test("every path of the standard library exists in the Python that runs", { skip }, () => {
  const listed = standard.filter(({ module }) => !REMOVED.includes(module)).flatMap(paths);
  assert.ok(listed.length > 700, `${listed.length} paths`);
  assert.deepEqual(missing(listed), [], "remove from server/catalogue/python.json, or say since when");
});

test("a path that Python doesn't have is noticed", { skip }, () => {
  const wrong = ["path.exist", "Popen#read", "DirEntry#size"].map((path): Path => ["os", path, "3.0.0", ""]);
  const right: Path[] = [
    ["os", "path.exists", "3.0.0", ""],
    ["os", "soon", "99.0.0", ""],
  ];
  assert.equal(missing([...wrong, ...right]).length, wrong.length);
});

type Path = readonly [module: string, path: string, since: string, factory: string];

/** Entries and quiet names of a module. */
function paths({ module, entries, quiet }: CatalogueModule): Path[] {
  const listed = [...entries, ...(quiet ?? []).map((path) => ({ path, since: undefined }))];
  return listed.map(({ path, since }) => {
    const factory = path.includes("#") ? FACTORIES[`${module}.${path.slice(0, path.indexOf("#"))}`] : undefined;
    return [module, path, since ?? "3.0.0", factory ?? ""];
  });
}

/** A line for each path that the installed Python doesn't have. */
function missing(list: readonly Path[]): string[] {
  const { stdout, stderr } = spawnSync("python3", ["-c", VERIFY], { input: JSON.stringify(list), encoding: "utf8" });
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout) as string[];
}
