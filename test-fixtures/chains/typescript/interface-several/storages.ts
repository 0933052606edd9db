import * as fs from "node:fs";
import type { Storage } from "./types";

export class Disk implements Storage {
  read(path: string) {
    return fs.readFileSync(path, "utf8");
  }
  remove(path: string) {
    fs.rmSync(path);
  }
  size(path: string) {
    return path.length;
  }
}

export class Memory implements Storage {
  read(path: string) {
    return path;
  }
  remove(path: string) {
    fs.rmSync(path);
  }
  size(path: string) {
    return path.length;
  }
}

export class Cached extends Disk {
  override read(path: string) {
    return fs.readFileSync(path, "latin1");
  }
  override remove(path: string) {
    fs.unlinkSync(path);
  }
}
