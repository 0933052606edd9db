/** Errors of node:fs in words that say what to do. */
import type { Problem } from "../core/facts";

/** What to tell of an error of node:fs, with the mend where there is one. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return REASONS[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission; change its mode, or exclude it",
  EPERM: "no permission; change its mode, or exclude it",
  EISDIR: "a folder, not a file",
  ELOOP: "its symbolic link leads back to itself; remove the link",
  EMFILE: "too many files are open on this machine; close some, or raise the limit",
  ENAMETOOLONG: "its path is too long for this machine",
  ENOENT: "there is no such file or folder; check the spelling, or where a symbolic link leads",
  ENOTDIR: "a part of its path is a file, not a folder",
};

/** A problem about a path that could not be looked at. */
export function unreadable(file: string, error: unknown): Problem {
  return { file, kind: "unreadable", message: `Not analysed: ${reasonOf(error)}.` };
}
