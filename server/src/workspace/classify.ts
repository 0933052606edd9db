/** Which files are not worth analysing, told by their names and their bytes. Pure. */
import * as path from "node:path";
import type { ProblemKind } from "../core/facts";
import type { ReadResult } from "./types";

/** Nobody writes so much code into one file; what does is generated, and slow to parse. */
export const LARGEST_FILE_BYTES = 2_000_000;

/** Below this size even one long line is read by somebody. */
const SMALLEST_MINIFIED = 50_000;
const LONGEST_MEAN_LINE = 500;
/** Git looks for a NUL byte in as much of a file to call it binary. */
const BINARY_PROBE_BYTES = 8192;

const BUNDLE_NAME = /\.(min|bundle)\.[cm]?jsx?$/i;
const DECLARATION_NAME = /\.d\.([^./\\]+\.)?[cm]?ts$/i;

/** Bundles and minified files, by name. */
export function isBundleName(name: string): boolean {
  return BUNDLE_NAME.test(name);
}

/** `.d.ts` and its kin hold types only. */
export function isDeclarationName(name: string): boolean {
  return DECLARATION_NAME.test(name);
}

/** What was found out about a file's content: its text, or why it is not analysed, as a clause after "Not analysed: ". */
export type Content = { readonly text: string } | { readonly kind: ProblemKind; readonly message: string };

/** `name` with a size that makes reading it pointless. */
export function classifySize(name: string, bytes: number): Content | undefined {
  if (isBundleName(name)) return { kind: "minified", message: "its name says it is a bundle" };
  if (bytes <= LARGEST_FILE_BYTES) return undefined;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  return { kind: "too-large", message: `${size}, more than ${LARGEST_FILE_BYTES / 1_000_000} MB` };
}

/** Decodes UTF-8. A byte order mark stays in the text: offsets count it, and whoever writes the file back keeps it. */
export function classifyBytes(name: string, bytes: Uint8Array): Content {
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) {
    return { kind: "binary", message: "binary, or text that is not UTF-8" };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { kind: "binary", message: "not valid UTF-8; save it as UTF-8" };
  }
  return classifyText(name, text);
}

/** What is decoded already, from a file or from an editor's document. */
export function classifyText(name: string, text: string): Content {
  // Data (package.json, a catalogue) may well stand on one line.
  if (text.length > SMALLEST_MINIFIED && !name.endsWith(".json") && meanLine(text) > LONGEST_MEAN_LINE) {
    return { kind: "minified", message: "minified; analyse the source it is made from" };
  }
  return classifySize(name, text.length) ?? { text };
}

/** UTF-16 units per line. */
function meanLine(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines;
}

/** An editor's text, unless it is of a kind that isn't analysed from disk either. */
export function readOpen(file: string, text: string): ReadResult {
  const content = classifyText(path.basename(file), text);
  return "text" in content ? content : { problem: { file, kind: content.kind, message: content.message } };
}
