/** The disk, as the analysis sees it: nothing throws, what fails is a value with a sentence for the reader. */
import * as fs from "node:fs";
import * as path from "node:path";
import { classifyBytes, classifySize, type Content } from "./classify";
import { discover } from "./discover";
import { reasonOf } from "./diskErrors";
import type { FolderEntry, Host, ReadResult } from "./types";

export function createHost(): Host {
  return { read, isFile, realpath, entries, isProject, discover };
}

function read(file: string): ReadResult {
  const content = contentOf(file);
  if ("text" in content) return content;
  return { problem: { file, kind: content.kind, message: `Not analysed: ${content.message}.` } };
}

function contentOf(file: string): Content {
  try {
    const stats = fs.statSync(file);
    // Asked before opening: reading a pipe would wait for its writer.
    if (!stats.isFile()) return { kind: "unreadable", message: `${kindOf(stats)}, not a file` };
    const name = path.basename(file);
    return classifySize(name, stats.size) ?? classifyBytes(name, fs.readFileSync(file));
  } catch (error) {
    return { kind: "unreadable", message: reasonOf(error) };
  }
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // No permission on the way to it, a link to itself, a name that no file can have.
    return false;
  }
}

function realpath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}

function entries(folder: string): readonly FolderEntry[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path.join(folder, entry.name))),
    }));
  } catch {
    return [];
  }
}

function isFolder(place: string): boolean {
  try {
    return fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** What marks the top of a project, or of a repository. */
const PROJECT_MARKS = [
  ".git",
  "package.json",
  "unblock.json",
  "tsconfig.json",
  "jsconfig.json",
  "deno.json",
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
];

function isProject(folder: string): boolean {
  return PROJECT_MARKS.some((name) => fs.existsSync(path.join(folder, name)));
}

function kindOf(stats: fs.Stats): string {
  if (stats.isDirectory()) return "a folder";
  return stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
}
