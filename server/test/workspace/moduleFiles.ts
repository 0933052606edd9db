/** Files in memory for module resolution: no disk, so a test says exactly what there is. */
import * as path from "node:path";
import { ModuleResolver } from "../../src/workspace/resolution/resolver";
import type { FolderEntry } from "../../src/workspace/types";

/** What is right below `folder` when there are these files and no others. */
export function entriesOf(paths: Iterable<string>, folder: string): readonly FolderEntry[] {
  const found = new Map<string, boolean>();
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  for (const file of paths) {
    const [name = "", ...rest] = file.startsWith(start) ? file.slice(start.length).split(path.sep) : [];
    if (name !== "") found.set(name, rest.length > 0);
  }
  return [...found].map(([name, isFolder]) => ({ name, isFolder }));
}

export type Files = Record<string, string>;

/** A resolver over `files`, by absolute path; `links` are folders that stand for others. */
export function resolverOf(files: Files, links: Readonly<Record<string, string>> = {}): ModuleResolver {
  const real = (place: string): string => {
    const link = Object.keys(links).find((candidate) => place === candidate || place.startsWith(`${candidate}/`));
    return link === undefined ? place : (links[link] ?? "") + place.slice(link.length);
  };
  return new ModuleResolver({
    isFile: (file) => real(file) in files,
    isOpen: () => false,
    readText: (file) => files[real(file)],
    realpath: real,
    entries: (folder) => {
      const linked = Object.keys(links).filter((link) => path.dirname(link) === folder);
      const below = [...entriesOf(Object.keys(files), real(folder)), ...entriesOf(Object.keys(links), folder)];
      return below.map(({ name, isFolder }) => ({
        name,
        isFolder: isFolder || linked.includes(path.join(folder, name)),
      }));
    },
  });
}

/** `resolve` over files that are empty but for those given with a text. */
export function files(texts: Files, ...empty: readonly string[]): Files {
  return { ...Object.fromEntries(empty.map((file) => [file, ""])), ...texts };
}
