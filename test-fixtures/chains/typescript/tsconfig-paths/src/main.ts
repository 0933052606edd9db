import { load } from "@disk";
import { size } from "@lib/size";
import { size as other } from "@other/size";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (src/disk/index.ts)
  size(path);
//^^^^ blocking-chain node:fs.readFileSync via load (src/lib/size.ts), fs.readFileSync (src/disk/index.ts)
  other(path);
}
