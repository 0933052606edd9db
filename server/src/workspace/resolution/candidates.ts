/** Which files a path without certainty about its extension can mean. */
import * as path from "node:path";
import { isDeclarationName } from "../classify";

/** Extensions that an import may leave out, in the order of preference: source before what is compiled from it. */
const SOURCE_EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx"];

/** A package that is installed is run as it was compiled, also where its sources lie beside. */
const INSTALLED_EXTENSIONS = [".js", ".cjs", ".mjs", ".jsx", ".ts", ".tsx", ".mts", ".cts"];

/** A TypeScript source imports its neighbours by the names that they will be compiled to. */
const COMPILED_FROM: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/** Sources of a built file: what compilers take for this extension, then what bundlers do. */
const BUILT_FROM: Readonly<Record<string, readonly string[]>> = {
  ".mjs": [".mts", ".ts", ".tsx", ".mjs", ".js"],
  ".cjs": [".cts", ".ts", ".tsx", ".cjs", ".js"],
};
const BUILT_FROM_OTHER = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** Files that the path `target` means, best first. */
export function* fileCandidates(target: string, isInstalled: boolean): Generator<string> {
  const extension = path.extname(target);
  if (isDeclarationName(path.basename(target))) return;
  const stem = target.slice(0, target.length - extension.length);
  if (SOURCE_EXTENSIONS.includes(extension)) yield target;
  for (const source of COMPILED_FROM[extension] ?? []) yield stem + source;
  for (const added of isInstalled ? INSTALLED_EXTENSIONS : SOURCE_EXTENSIONS) {
    if (!(extension === ".d" && added.endsWith("ts"))) yield target + added;
  }
}

/** Files that the folder `target` means without a package.json. */
export function* indexCandidates(target: string, isInstalled: boolean): Generator<string> {
  for (const extension of isInstalled ? INSTALLED_EXTENSIONS : SOURCE_EXTENSIONS) {
    yield path.join(target, `index${extension}`);
  }
}

/** Files that the built file `target` can be built from, once its folder is the sources' one. */
export function* sourceCandidates(target: string): Generator<string> {
  const [, stem = "", extension = ""] = /^(.*?)((?:\.d)?\.[cm]?[jt]sx?)?$/.exec(target) ?? [];
  for (const source of BUILT_FROM[extension] ?? BUILT_FROM_OTHER) yield stem + source;
  // `dist/a` without an extension can be a folder.
  if (extension === "") yield* indexCandidates(target, false);
}
