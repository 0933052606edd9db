import { load } from "@shop/disk";
import { load as old } from "@shop/old";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (libs/io/disk/src/index.ts)
  old(path);
}
