import { load } from "#disk";
import { list } from "#lib/list.js";
import { other } from "#other";
import { load as own } from "shop";

export async function handler(path) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (src/disk.mjs)
  list(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (src/lib/list.mjs)
  own(path);
//^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (src/disk.mjs)
  other(path);
}
