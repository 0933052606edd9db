import { load } from "core/disk";
import { size } from "../../core/out/disk";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (core/src/disk.ts)
  // What the other project builds is its source.
  size(path);
//^^^^ blocking-chain node:fs.readFileSync via load (core/src/disk.ts), fs.readFileSync (core/src/disk.ts)
}
