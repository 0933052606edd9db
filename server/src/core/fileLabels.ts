/** Short names of files for people, in sentences that can't hold whole paths. */

/** Folders of installed packages: what is in them is named from the package on. */
const PACKAGES = /^(?:node_modules|(?:site|dist)-packages)$/;

/** Files that say nothing without the folder that they stand for. */
const FOLDER_FILE = /^(index\.[cm]?[jt]sx?|__init__\.py|__main__\.py|mod\.[jt]s)$/;

/**
 * The shortest ends of paths that tell `files` apart, by path: `config.ts`, or `server/config.ts` beside
 * `client/config.ts`; files of installed packages by their whole path in it: `conf/dist/index.js`. Paths are absolute, with the separators of any system; labels have `/`.
 */
export function fileLabels(files: Iterable<string>): ReadonlyMap<string, string> {
  const segments = new Map(
    [...new Set(files)].map((file) => [file, file.split(/[\\/]/).filter((name) => name !== "")]),
  );
  const labels = new Map<string, string>();
  for (const [file, own] of segments) {
    const others = [...segments].flatMap(([other, names]) => (other === file ? [] : [names]));
    const packages = own.findLastIndex((name) => PACKAGES.test(name));
    if (packages !== -1) {
      labels.set(file, own.slice(packages + 1).join("/"));
      continue;
    }
    let length = FOLDER_FILE.test(own.at(-1) ?? "") ? 2 : 1;
    while (length < own.length && others.some((names) => hasSameEnd(names, own, length))) length++;
    labels.set(file, own.slice(-length).join("/"));
  }
  return labels;
}

function hasSameEnd(a: readonly string[], b: readonly string[], length: number): boolean {
  for (let back = 1; back <= length; back++) if (a.at(-back) !== b.at(-back)) return false;
  return true;
}
