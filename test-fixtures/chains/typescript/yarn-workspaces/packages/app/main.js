import disk, { later } from "disk/store.js";

export async function handler(path) {
  new disk.Store().load(path);
  //               ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (packages/disk/store.js)
  return later(path);
}
