import { readFileSync } from "node:fs";

export class Disk {
  read(path: string) {
    return readFileSync(path, "utf8");
  }
}

export class Memory {
  read(path: string) {
    return path;
  }
}

export type Reader = { read: (path: string) => string };

export interface Options {
  disk: Disk;
  path: string;
}
