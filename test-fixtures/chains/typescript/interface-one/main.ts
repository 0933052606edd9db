import type { Storage, Unused } from "./types";

export class Service {
  constructor(private readonly storage: Storage) {}

  async run(path: string) {
    this.storage.read(path);
//  ^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
    this.storage.close();
    return this.storage.later(path);
  }
}

export async function handler(storage: Storage, unused: Unused, path: string) {
  storage.read(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  unused.read(path);
}
