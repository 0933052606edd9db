import { load } from "./disk";

export function start(path: string) {
  return later(path);
}

export async function later(path: string) {
  return load(path);
  //     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
}
