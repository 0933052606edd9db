import { load } from "lib/disk";
import { size } from "src/lib/disk";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (src/lib/disk.ts)
  size(path);
}
