import type * as fs from "node:fs";
import { type Stats, statSync } from "node:fs";

export async function stat(path: fs.PathLike): Promise<Stats> {
  const found: Stats = statSync(path);
  return found;
}
