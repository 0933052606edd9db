/** Writes a file so that it is never half-written, whatever happens in between. */
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Problem } from "../core/facts";
import { reasonOf } from "./diskErrors";

/**
 * Replaces the content of `file`, if it still is `before`, by `after` (UTF-8; a byte order mark in the text is kept).
 * Behind a link the file it leads to is replaced; the mode stays. Gives the problem when nothing was written.
 */
export function replaceFile(file: string, before: string, after: string): Problem | undefined {
  let temporary: string | undefined;
  try {
    const target = fs.realpathSync(file);
    if (fs.readFileSync(target, "utf8") !== before) {
      return { file, kind: "unreadable", message: "Not rewritten: it changed in the meantime; run again." };
    }
    const { mode } = fs.statSync(target);
    // In the same folder: a rename across file systems is no single step.
    const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    fs.writeFileSync(beside, after, { flag: "wx", mode });
    temporary = beside;
    // The process's umask may have taken bits away.
    fs.chmodSync(beside, mode);
    fs.renameSync(beside, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
    return { file, kind: "unreadable", message: `Not rewritten: ${reasonOf(error)}.` };
  }
}
