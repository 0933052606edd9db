/** Files in memory for module resolution: no disk, so a test says exactly what there is. */
import * as path from "node:path";
import { ModuleResolver } from "../../src/workspace/resolution/resolver";

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
      const found = new Map<string, boolean>();
      const start = real(folder) === "/" ? "/" : `${real(folder)}/`;
      for (const file of Object.keys(files)) {
        const [name = "", ...rest] = file.startsWith(start) ? file.slice(start.length).split("/") : [];
        if (name !== "") found.set(name, rest.length > 0);
      }
      for (const link of Object.keys(links)) {
        const [name = "", ...rest] = link.startsWith(start) ? link.slice(start.length).split("/") : [];
        if (name !== "" && (rest.length > 0 || path.dirname(link) === folder)) found.set(name, true);
      }
      return [...found].map(([name, isFolder]) => ({ name, isFolder }));
    },
  });
}

/** `resolve` over files that are empty but for those given with a text. */
export function files(texts: Files, ...empty: readonly string[]): Files {
  return { ...Object.fromEntries(empty.map((file) => [file, ""])), ...texts };
}
