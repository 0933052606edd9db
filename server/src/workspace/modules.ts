/** From a relative import specifier to the file it means. Pure: the disk is asked through `isFile`. */
import * as path from "node:path";

/** Extensions that an import may leave out, in the order of preference: source before what is compiled from it. */
const SOURCE_EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx"];

/** A TypeScript source imports its neighbours by the names that they will be compiled to. */
const COMPILED_FROM: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/**
 * The source file that `specifier` means in `fromFile` (absolute path), or `undefined`: for packages and built-in
 * modules, for data (`./package.json`), and where there is no such file.
 */
export function resolveModule(
  fromFile: string,
  specifier: string,
  isFile: (file: string) => boolean,
): string | undefined {
  if (!/^(\.\.?(\/|$)|\/)/.test(specifier) && !path.isAbsolute(specifier)) return undefined;
  const target = path.resolve(path.dirname(fromFile), specifier);
  const candidates = [
    // `./` and `..` mean a folder even where a file has the folder's name and an extension.
    ...(/(^|\/)\.{0,2}$/.test(specifier) ? [] : fileCandidates(target)),
    ...SOURCE_EXTENSIONS.map((extension) => path.join(target, `index${extension}`)),
  ];
  return candidates.find(isFile);
}

function fileCandidates(target: string): readonly string[] {
  const extension = path.extname(target);
  const stem = target.slice(0, target.length - extension.length);
  return [
    ...(SOURCE_EXTENSIONS.includes(extension) ? [target] : []),
    ...(COMPILED_FROM[extension] ?? []).map((source) => stem + source),
    ...SOURCE_EXTENSIONS.map((added) => target + added),
  ];
}
