import { readFileSync, writeFile, writeFileSync } from "node:fs";
import { execSync } from "node:child_process";

export function save(path: string, sync = false): void {
  if (sync) writeFileSync(path, path);
  else writeFile(path, path, () => {});
}

/** Returns before it comes to what blocks. */
export function load(path: string, force?: boolean): string {
  if (!force) return path;
  const text = readFileSync(path, "utf8");
  return text;
}

export const read = (path: string, lazy = true) => (lazy ? path : readFileSync(path, "utf8"));

export function both(path: string, a = false, b = true): void {
  if (a && b) [path].forEach((one) => writeFileSync(one, one));
}

/** What else it does blocks in any case. */
export function run(command: string, verbose = false): void {
  if (verbose) execSync(command);
  readFileSync(command);
}

/** Nobody knows what it is in the end. */
export function settled(path: string, sync?: boolean): void {
  sync ??= path.length > 3;
  if (sync) writeFileSync(path, path);
}

export function computed(path: string, sync = path.length > 3): void {
  if (sync) writeFileSync(path, path);
}

export class Store {
  constructor(path: string, eager = false) {
    if (eager) readFileSync(path);
  }
  flush(sync = false): void {
    if (sync) writeFileSync("a", "a");
  }
}

export const saveNow = save.bind(null, "here", true);
