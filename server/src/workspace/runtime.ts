/** How the code of a JavaScript or TypeScript file is loaded when it runs, as manifests and configurations say. */
import * as path from "node:path";
import { parse } from "jsonc-parser";
import type { ExtractionSite } from "../languages/language";
import type { FileStore } from "./files";
import { upward } from "./paths";
import { objectOf } from "./resolution/manifests";

/** The first Node.js that reads TypeScript itself, without a flag (https://nodejs.org/api/typescript.html). */
const NODE_WITH_TYPES = 23;

type Runtime = Omit<ExtractionSite, "textOf">;

export function runtimeOf(store: FileStore, file: string, nodeMajor: number): Runtime {
  const manifest = manifestAbove(store, path.dirname(file));
  const config = store.tsconfigOf(file);
  const modules = modulesOf(file, config?.module, manifest.type === "module");
  const hasTsx = ["dependencies", "devDependencies"].some((list) => objectOf(manifest[list])?.tsx !== undefined);
  const isBuilt = config !== undefined && !config.noEmit && config.outDir !== undefined;
  if (hasTsx) return { modules, runs: isBuilt ? "both" : "source", loader: "tsx" };
  if (isBuilt) return { modules, runs: "built" };
  const isRead = config?.namesSources === true || (config === undefined && nodeMajor >= NODE_WITH_TYPES);
  return { modules, runs: isRead ? "source" : "built" };
}

/** By extension, then by what the compiler writes, then as Node.js reads the package. */
function modulesOf(file: string, module: string | undefined, isModule: boolean): Runtime["modules"] {
  if (/\.m[jt]s$/i.test(file)) return "esm";
  if (/\.c[jt]s$/i.test(file)) return "commonjs";
  const ofPackage = isModule ? "esm" : "commonjs";
  if (module === undefined || module.startsWith("node")) return ofPackage;
  return /^(?:es|preserve)/.test(module) ? "esm" : "commonjs";
}

/** The nearest package.json. */
function manifestAbove(store: FileStore, folder: string): Readonly<Record<string, unknown>> {
  for (const candidate of upward(folder)) {
    const file = path.join(candidate, "package.json");
    if (!store.isFile(file)) continue;
    const read = store.read(file);
    return ("text" in read ? objectOf(parse(read.text)) : undefined) ?? {};
  }
  return {};
}
