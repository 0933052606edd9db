/** The catalogue is data: this holds it to its schema, to itself, and to the Node that runs the test. */
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv } from "ajv";
import { gt } from "semver";
import { CATEGORIES, COSTS, GUARDS } from "../src/core/catalogue";
import type { CatalogueFile, CatalogueModule } from "../src/core/catalogue";

const server = join(__dirname, "..");
const folder = join(server, "catalogue");
const load = createRequire(__filename);
const schema = readJson(join(server, "schema", "catalogue.json")) as {
  definitions: Record<"cost" | "category" | "guard", { enum: string[] }>;
};
/** All but what operations cost, which names no API. */
const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "operations.json");
/** Python's names are its own; catalogue-python.test.ts holds them. */
const PYTHON_FILES = ["python.json", "pypi.json"];
const modules = files
  .filter((name) => !PYTHON_FILES.includes(name))
  .flatMap((name) => (readJson(join(folder, name)) as CatalogueFile).modules);
const nodeModules = modules.filter(({ module }) => module.startsWith("node:"));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The module as the running Node has it, undefined where it doesn't. */
function builtin(name: string): unknown {
  try {
    return load(name);
  } catch {
    return undefined;
  }
}

/** `object.a.b`; undefined where a part is missing. */
function member(object: unknown, path: string): unknown {
  let value = object;
  for (const name of path.split(".")) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Whether `path` names something in `object`, even where its value is undefined (`fs.lchmodSync` on Linux). */
function has(object: unknown, path: string): boolean {
  const parent = path.includes(".") ? member(object, path.slice(0, path.lastIndexOf("."))) : object;
  if ((typeof parent !== "object" && typeof parent !== "function") || parent === null) return false;
  return path.slice(path.lastIndexOf(".") + 1) in parent;
}

/** Entries of a module of the running Node, without those that are newer than it. */
function presentEntries(module: CatalogueModule): CatalogueModule["entries"] {
  return module.entries.filter(({ since }) => since === undefined || !gt(since, process.versions.node));
}

test("every catalogue file validates against the schema", () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  assert.ok(files.length >= 3, "node, npm and runtimes");
  for (const name of files) {
    assert.ok(validate(readJson(join(folder, name))), `${name}: ${JSON.stringify(validate.errors, null, 1)}`);
  }
});

test("the schema's enumerations are those of core/catalogue.ts", () => {
  assert.deepEqual(schema.definitions.cost.enum, [...COSTS]);
  assert.deepEqual(schema.definitions.category.enum, [...CATEGORIES]);
  assert.deepEqual(schema.definitions.guard.enum, [...GUARDS]);
});

test("no module, alias or path is listed twice", () => {
  const names = modules.flatMap(({ module, global, aliases }) =>
    [module, ...(aliases ?? [])].map((name) => (global === true ? `global ${name}` : name)),
  );
  assert.deepEqual(duplicates(names), []);
  for (const { module, entries, quiet } of modules) {
    assert.deepEqual(duplicates([...entries.map(({ path }) => path), ...(quiet ?? [])]), [], module);
  }
});

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

test("every entry has a twin or advice, never both, and a caution exactly where its guard asks for one", () => {
  for (const { module, entries } of modules) {
    for (const entry of entries) {
      const name = `${module}.${entry.path}`;
      // What is evidence of a loop's weight and nothing else is told by the loop's message.
      const isSilent = entry.work !== undefined;
      assert.equal(
        Number(entry.twin !== undefined) + Number(entry.advice !== undefined),
        isSilent ? 0 : 1,
        `${name}: twin or advice`,
      );
      assert.match(entry.advice ?? "use", /^[a-z].*[^.]$/, `${name}: a clause without a full stop`);
      assert.equal(entry.guards?.includes("caution") ?? false, entry.caution !== undefined, `${name}: caution`);
      assert.ok(entry.twin === undefined || !hasPromises(entry.twin.kind) || promisesOf(module), `${name}: promises`);
    }
  }
});

function hasPromises(kind: string): boolean {
  return kind === "promises" || kind === "exists" || kind === "glob";
}

function promisesOf(name: string): string | undefined {
  return modules.find(({ module }) => module === name)?.promises;
}

test("every included module is in the catalogue, and every `returns` names a type that is used", () => {
  for (const { module, includes, returns } of modules) {
    for (const included of includes ?? []) assert.ok(find(included), `${module} includes ${included}`);
    for (const [from, to] of Object.entries(returns ?? {})) {
      const colon = to.lastIndexOf(":");
      const owner = find(colon > 0 ? to.slice(0, colon) : module);
      const type = `${to.slice(colon + 1)}#`;
      const uses = [
        ...(owner?.entries ?? []).map(({ path }) => path),
        ...(owner?.quiet ?? []),
        ...Object.keys(owner?.returns ?? {}),
      ];
      assert.ok(
        uses.some((use) => use.startsWith(type)),
        `${module}: ${from} gives ${to}, which nothing uses`,
      );
    }
  }
});

function find(name: string): CatalogueModule | undefined {
  return modules.find(({ module }) => module === name);
}

test("every entry of Node's own modules exists in the running Node, and so does its twin", () => {
  let checked = 0;
  for (const module of nodeModules) {
    const object = builtin(module.module);
    if (object === undefined) continue;
    for (const { path, twin } of presentEntries(module)) {
      const name = `${module.module}.${path} (Node ${process.versions.node})`;
      const [type = "", method] = path.replace(/^new /, "").split("#");
      if (method !== undefined) {
        const prototype = member(object, `${type}.prototype`);
        // Some classes are never exported: what makes their instances is in `returns`.
        if (prototype === undefined) continue;
        assert.ok(has(prototype, method), name);
        if (twin?.kind === "rename") assert.ok(has(prototype, twin.name), `${name} → ${twin.name}`);
      } else {
        assert.ok(has(object, type), name);
        if (twin?.kind === "promises") {
          assert.ok(has(builtin(module.promises ?? ""), twin.name), `${name} → promises ${twin.name}`);
        } else if (twin?.kind === "promisify" || twin?.kind === "rename") {
          assert.equal(typeof member(object, twin.name), "function", `${name} → ${twin.name}`);
        }
      }
      checked += 1;
    }
  }
  assert.ok(checked > 80, `${checked} entries checked`);
});

test("every …Sync of the running Node is in the catalogue, or is listed as quiet", () => {
  const known = new Map(nodeModules.map((module) => [module.module, knownPaths(module)]));
  const missing: string[] = [];
  for (const listed of builtinModules) {
    // Internals, and modules whose mere loading warns of their deprecation.
    if (listed.startsWith("_") || listed === "sys" || listed === "punycode") continue;
    const name = listed.startsWith("node:") ? listed : `node:${listed}`;
    for (const path of synchronousPaths(builtin(name))) {
      if (known.get(name)?.has(path) !== true) missing.push(`${name}.${path}`);
    }
  }
  assert.deepEqual(missing, [], `add to server/catalogue/node.json, as entries or under "quiet" of their module`);
});

/** Paths of a module that need no more thought; a class counts as known when one of its members is. */
function knownPaths({ entries, quiet }: CatalogueModule): Set<string> {
  const paths = [...entries.map(({ path }) => path), ...(quiet ?? [])];
  return new Set(paths.flatMap((path) => [path, path.replace(/^new /, "").replace(/#.*/, "")]));
}

/** `readFileSync`, `ZipFile.openSync`, `Dir#readSync`: everything in a module whose name ends in Sync. */
function synchronousPaths(module: unknown): string[] {
  const paths: string[] = [];
  if (typeof module !== "object" && typeof module !== "function") return paths;
  for (const name of Object.getOwnPropertyNames(module ?? {})) {
    const value = member(module, name);
    const own = typeof value === "function" ? Object.getOwnPropertyNames(value) : [];
    const prototype = typeof value === "function" ? member(value, "prototype") : undefined;
    const methods = prototype === undefined || prototype === null ? [] : Object.getOwnPropertyNames(prototype);
    paths.push(name, ...own.map((child) => `${name}.${child}`), ...methods.map((child) => `${name}#${child}`));
  }
  return paths.filter((path) => path.endsWith("Sync"));
}

test("what `arity` says: an index and an array behind the first argument make no difference", () => {
  const folder = mkdtempSync(join(tmpdir(), "unblock-"));
  const files = ["a", "b", "c"].map((name) => join(folder, name));
  const isDescriptor = (path: string): boolean => /^(close|f(data)?sync|fstat)/.test(path);
  const outcomes = (call: (value: unknown, index: number, all: unknown[]) => unknown, path: string): unknown[] => {
    for (const file of files) writeFileSync(file, "text");
    const values: unknown[] = isDescriptor(path) ? files.map((file) => openSync(file, "r")) : files;
    const given = values.map((value, index) => plain(call(value, index, values)));
    if (!path.startsWith("close")) for (const value of values) if (typeof value === "number") closeSync(value);
    return [given, readdirSync(folder)];
  };
  let tried = 0;
  for (const module of nodeModules) {
    for (const { path, arity } of presentEntries(module)) {
      if (arity === undefined) continue;
      const api = member(builtin(module.module), path) as (...given: unknown[]) => unknown;
      assert.deepEqual(
        outcomes(api, path),
        outcomes((value) => api(value), path),
        path,
      );
      tried++;
    }
  }
  rmSync(folder, { recursive: true });
  assert.ok(tried > 5);
});

/** What is the same for two files that were written one after the other. */
function plain(value: unknown): unknown {
  const { size, mode, isFile } = (value ?? {}) as { size?: unknown; mode?: unknown; isFile?: unknown };
  return typeof value === "object" ? [size, mode, typeof isFile] : value;
}
