import { promises, readFileSync } from "node:fs";
import type { Storage } from "./types";

export class Disk implements Storage {
  read(path: string) {
    return readFileSync(path, "utf8");
  }

  async later(path: string) {
    return promises.readFile(path, "utf8");
  }

  close() {}
}
