/** Whether somebody outside of the workspace can import from a file: the entries of packages that are published. */
import * as path from "node:path";
import type { FileStore } from "./files";
import { isInside, upward } from "./paths";
import { objectOf } from "./resolution/manifests";
import type { Host } from "./types";

/** Why a function that can be had from `files` is somebody else's too; undefined where it isn't. */
export function publicEntry(store: FileStore, files: readonly string[]): string | undefined {
  store.usesLayout();
  const [first] = files;
  if (first === undefined) return undefined;
  return store.languageOf(first)?.id === "python" ? pythonEntry(store, files) : packageEntry(store, files);
}

/** Whether all that can import `file` is below `root`: a project of its own, not one of several that are developed together. */
export function isWholeProject(store: FileStore, host: Host, root: string, file: string): boolean {
  if (!host.isProject(root) || !isInside(root, file)) return false;
  store.usesLayout();
  for (const folder of upward(path.dirname(root))) {
    if (["pnpm-workspace.yaml", "lerna.json", "nx.json"].some((name) => store.isFile(path.join(folder, name))))
      return false;
    const manifest = path.join(folder, "package.json");
    const read = store.isFile(manifest) ? store.read(manifest) : undefined;
    if (read !== undefined && "text" in read && objectOf(parsed(read.text))?.workspaces !== undefined) return false;
  }
  return true;
}

function packageEntry(store: FileStore, files: readonly string[]): string | undefined {
  for (const file of files) {
    const manifest = nearest(store, file, "package.json");
    const fields = manifest === undefined ? undefined : objectOf(parsed(manifest.text));
    if (manifest === undefined || fields === undefined) continue;
    // npm publishes nothing without a name and a version.
    if (fields.private === true || typeof fields.name !== "string" || typeof fields.version !== "string") continue;
    for (const entry of entriesOf(fields)) {
      const isMeant = entry.includes("*")
        ? matches(entry, path.relative(manifest.folder, file))
        : entryFile(store, manifest.folder, entry) === file;
      if (isMeant) return `it is public: \`${fields.name}\` exports it from \`${entry}\``;
      if (!entry.includes("*") && entryFile(store, manifest.folder, entry) === undefined)
        return `it may be public: the entry \`${entry}\` of \`${fields.name}\` can't be found`;
    }
  }
  return undefined;
}

/** Code that a package names as its own: `./index.js` where it says nothing. */
function entriesOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const named = [fields.main, fields.module, fields.browser, fields.bin, fields.exports].flatMap(textsIn);
  const code = named.filter((entry) => !/\.(json|css|d\.[cm]?ts)$/.test(entry));
  return code.length > 0 ? code : ["index.js"];
}

/** All texts of a value, but for types. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const fields = objectOf(value);
  return fields === undefined
    ? []
    : Object.entries(fields).flatMap(([key, nested]) => (key === "types" ? [] : textsIn(nested)));
}

function entryFile(store: FileStore, folder: string, entry: string): string | undefined {
  return store.resolve(path.join(folder, "_.js"), `./${path.posix.normalize(entry)}`)?.file;
}

/** `./lib/*.js`: what is built in other folders has the same names below. */
function matches(entry: string, file: string): boolean {
  const [before = "", after = ""] = path.posix.normalize(entry).split("*");
  const name = file.split(path.sep).join("/");
  return name.startsWith(before) || /^(dist|build|lib|out)\//.test(before) || (before === "" && after === "");
}

function pythonEntry(store: FileStore, files: readonly string[]): string | undefined {
  for (const file of files) {
    if (path.basename(file) !== "__init__.py") continue;
    const manifest = nearest(store, file, "pyproject.toml") ?? nearest(store, file, "setup.py");
    if (manifest === undefined || !/^\s*\[(project|tool\.poetry)\]|\bsetup\s*\(/m.test(manifest.text)) continue;
    return `it is public: \`${path.basename(path.dirname(file))}\` hands it on in its \`__init__.py\``;
  }
  return undefined;
}

function nearest(
  store: FileStore,
  file: string,
  name: string,
): { readonly folder: string; readonly text: string } | undefined {
  for (const folder of upward(path.dirname(file))) {
    const manifest = path.join(folder, name);
    const read = store.isFile(manifest) ? store.read(manifest) : undefined;
    if (read !== undefined && "text" in read) return { folder, text: read.text };
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
