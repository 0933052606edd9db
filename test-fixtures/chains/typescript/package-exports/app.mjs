import { load } from "@shop/disk";
import { list } from "@shop/disk/files/list";
import { remove } from "@shop/disk/remove";
import { hidden } from "@shop/disk/src/hidden.mjs";

export async function handler(path) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (packages/disk/src/main.mjs)
  list(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (packages/disk/src/list.mjs)
  remove(path);
  hidden(path);
}
