import { existsSync, type Stats } from "node:fs";
import type * as fs from "node:fs";

const enum Level { Low }

export async function check<const T extends string>(path: T, disk?: typeof fs): Promise<Stats | boolean> {
  if (Level.Low) return disk!.statSync(path) satisfies Stats;
  //                    ^^^^^^^^^^^^^^ blocking-call node:fs.statSync
  return existsSync(path);
  //     ^^^^^^^^^^ blocking-call node:fs.existsSync
}
export declare function readFileSync(path: string): Promise<string>;
