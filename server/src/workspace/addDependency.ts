/** A package that a fix needs, among the dependencies of the nearest package.json. */
import * as path from "node:path";
import { modify, parse } from "jsonc-parser";
import type { Edit } from "../core/findings";
import type { FileStore } from "./files";
import { upward } from "./paths";
import { objectOf } from "./resolution/manifests";

const LISTS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** The edits, `[]` where it is declared; undefined where nothing declares anything, or that can't be read. */
export function addDependency(
  store: FileStore,
  folder: string,
  name: string,
  version: string,
): readonly Edit[] | undefined {
  for (const candidate of upward(folder)) {
    const file = path.join(candidate, "package.json");
    if (!store.isFile(file)) continue;
    const read = store.read(file);
    const manifest = "text" in read ? objectOf(parse(read.text)) : undefined;
    if (!("text" in read) || manifest === undefined) return undefined;
    if (LISTS.some((list) => objectOf(manifest[list])?.[name] !== undefined)) return [];
    const hasList = objectOf(manifest.dependencies) !== undefined;
    const [, indent = "  "] = /\n([ \t]+)"/.exec(read.text) ?? [];
    return modify(read.text, ["dependencies", name], version, {
      formattingOptions: {
        insertSpaces: !indent.includes("\t"),
        tabSize: indent.length,
        eol: read.text.includes("\r\n") ? "\r\n" : "\n",
      },
      // As package managers sort them; a list of its own comes last.
      getInsertionIndex: (names) => (hasList ? names.filter((other) => other < name).length : names.length),
    }).map(({ offset, length, content }) => ({ file, span: { start: offset, end: offset + length }, text: content }));
  }
  return undefined;
}
