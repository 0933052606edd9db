import type * as fs from "node:fs";
import { type Stats } from "node:fs";
import { stat as statAsync } from "node:fs/promises";

export async function stat(path: fs.PathLike): Promise<Stats> {
  const found: Stats = await statAsync(path);
  return found;
}
