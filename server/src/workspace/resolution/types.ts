/** What finding a module asks of the machine, and what it answers. */
import * as path from "node:path";
import type { FolderEntry } from "../types";

/** All that module resolution knows of the disk. Paths are absolute. Nothing throws. */
export interface ResolutionHost {
  /** Asked only where a folder can't be listed. */
  isFile(file: string): boolean;
  /** Open in an editor, whether on disk or not. */
  isOpen(file: string): boolean;
  /** `undefined` where there is no such file, or it can't be read. */
  readText(file: string): string | undefined;
  /** The path behind symbolic links; the path itself where there is nothing. */
  realpath(file: string): string;
  /** What is right below a folder; nothing where there is none. */
  entries(folder: string): readonly FolderEntry[];
}

const NODE_MODULES = `${path.sep}node_modules${path.sep}`;

/** The folder of the installed package that `file` belongs to; `undefined` for the workspace's own files. */
export function dependencyFolder(file: string): string | undefined {
  const start = file.lastIndexOf(NODE_MODULES);
  if (start === -1) return undefined;
  const below = start + NODE_MODULES.length;
  const segments = file.slice(below).split(path.sep);
  const depth = segments[0]?.startsWith("@") === true ? 2 : 1;
  return file.slice(0, below) + segments.slice(0, depth).join(path.sep);
}

const SITE_PACKAGES = /^(.*[\\/](?:site|dist)-packages)[\\/]([^\\/]+)/;

/** The folder of a Python environment that `file` is installed in, and what is right below it on the way; `undefined` for other files. */
export function placeInSite(file: string): { readonly site: string; readonly name: string } | undefined {
  const [, site, name] = SITE_PACKAGES.exec(file) ?? [];
  return site === undefined || name === undefined ? undefined : { site, name };
}
