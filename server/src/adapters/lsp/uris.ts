/** The only place that turns URIs of the client into paths, and back. */
import { URI, Utils } from "vscode-uri";

/** Where a document lives for the engine. */
export interface Location {
  /** Absolute path as the operating system writes it; on Windows with a lower-case drive letter. */
  readonly file: string;
  /** The folder that holds it. */
  readonly folder: string;
  /** The last part of the path. */
  readonly name: string;
  /** It exists only in the editor: `file` is a made-up path in a folder of its own, so that nothing is beside it. */
  readonly untitled: boolean;
}

/** Documents without a file name are analysed as the extension that their language usually has. */
const EXTENSION_OF_LANGUAGE: Readonly<Record<string, string>> = {
  javascript: ".js",
  javascriptreact: ".jsx",
  typescript: ".ts",
  typescriptreact: ".tsx",
  python: ".py",
};

/**
 * Editors spell the same file differently (`file:///C%3A/a`, `file:///c:/a`), therefore paths are keys and URIs are
 * not. Gives `undefined` for schemes that have no file behind them, and for what isn't a URI.
 */
export function locate(uri: string, languageId?: string): Location | undefined {
  const parsed = parse(uri);
  if (parsed?.scheme === "file") return locationOf(parsed, false);
  if (parsed?.scheme !== "untitled") return undefined;
  const extension = EXTENSION_OF_LANGUAGE[languageId ?? ""];
  if (extension === undefined) return undefined;
  const folder = `/.unblock-untitled/${encodeURIComponent(parsed.path)}`;
  return locationOf(URI.from({ scheme: "file", path: `${folder}/untitled${extension}` }), true);
}

/** URI of an absolute path. */
export function toUri(file: string): string {
  return URI.file(file).toString();
}

/** Whether `file` is `folder` or lies below it; both are paths from `locate`. */
export function isWithin(folder: string, file: string): boolean {
  if (file === folder) return true;
  const last = folder.at(-1);
  if (last === "/" || last === "\\") return file.startsWith(folder);
  return file.startsWith(`${folder}/`) || file.startsWith(`${folder}\\`);
}

function locationOf(given: URI, untitled: boolean): Location {
  // Folders come with a slash at the end or without one; the root of a file system and of a drive keep theirs.
  const uri = given.with({ path: given.path.replace(/(?<=[^/:])\/+$/, "") });
  return { file: uri.fsPath, folder: Utils.dirname(uri).fsPath, name: Utils.basename(uri), untitled };
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}
