import type { Storage } from "./types";
import { Disk, Memory } from "./storages";

export async function handler(storage: Storage, path: string) {
  storage.read(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync hint via fs.readFileSync (storages.ts); in 2 of 3
  // One of them runs: what the mildest does is sure.
  storage.remove(path);
//^^^^^^^^^^^^^^ blocking-chain node:fs.unlinkSync hint via fs.unlinkSync (storages.ts)
  storage.size(path);
  const memory: Storage = new Memory();
  const disk = new Disk();
  disk.read(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync warning via fs.readFileSync (storages.ts)
  return memory;
}
