import type { Storage } from "./types";
import { Disk, Memory } from "./storages";

export async function handler(storage: Storage, path: string) {
  storage.read(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (storages.ts); in 2 of 3
  // One of them runs, and all block: the costliest is told, with how many others there are.
  storage.remove(path);
//^^^^^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (storages.ts); also node:fs.unlinkSync
  storage.size(path);
  const memory: Storage = new Memory();
  const disk = new Disk();
  disk.read(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (storages.ts)
  return memory;
}
