/** Fixtures on disk: where they are, copies of them without markers, edits applied to text. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Edit } from "../../src/core/findings";
import { readMarkers, type MarkedText } from "./markers";

export const FIXTURES = resolve(__dirname, "../../../test-fixtures");

/** Packages of this project. */
export const MODULES = resolve(__dirname, "../../../node_modules");

const SOURCES = new Set([".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx", ".py"]);

export function isSource(file: string): boolean {
  return SOURCES.has(extname(file));
}

/** Path with `/` between its parts, whatever the machine. */
export function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** Names of what stands in a folder of the fixtures, sorted. */
export function fixturesIn(folder: string, accepts: (name: string) => boolean = () => true): readonly string[] {
  return readdirSync(join(FIXTURES, folder)).filter(accepts).sort();
}

/** Every file under `folder`, absolute, sorted; what is installed is not part of it. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).split(sep).includes("node_modules"))
    .sort();
}

/** A new folder for the time of `use`; removed afterwards whatever happens. */
export async function inTemporaryFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "unblock-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Copies a fixture (a file or a folder) to `target`, marker lines taken out of its sources.
 * Gives the marked sources by their absolute path in the copy.
 */
export function copyFixture(fixture: string, target: string): ReadonlyMap<string, MarkedText> {
  if (statSync(fixture).isDirectory()) cpSync(fixture, target, { recursive: true });
  else copyInto(fixture, join(target, basename(fixture)));
  const sources = new Map<string, MarkedText>();
  for (const file of filesUnder(target).filter(isSource)) {
    const marked = readMarkers(readFileSync(file, "utf8"));
    writeFileSync(file, marked.text);
    sources.set(file, marked);
  }
  return sources;
}

/** Gives a copied program the packages that its package.json depends on, as this project has them installed. */
export function linkDependencies(folder: string): void {
  const manifest = filesUnder(folder).find((file) => file === join(folder, "package.json"));
  if (manifest === undefined) return;
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { dependencies?: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    symlinkSync(join(MODULES, name), join(folder, "node_modules", name), "junction");
  }
}

function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** The text of `file` after the edits: they come in order of position, those at one place in the order listed. */
export function applyEdits(text: string, edits: readonly Edit[], file: string): string {
  let result = "";
  let position = 0;
  for (const edit of edits) {
    if (edit.file !== file) throw new Error(`edit of ${edit.file} among those of ${file}`);
    if (edit.span.start < position) throw new Error(`edits of ${file} overlap at ${edit.span.start}`);
    result += text.slice(position, edit.span.start) + edit.text;
    position = edit.span.end;
  }
  return result + text.slice(position);
}
