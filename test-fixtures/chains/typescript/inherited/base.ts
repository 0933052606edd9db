import * as fs from "node:fs";

export class Base {
  static create(path: string) {
    fs.mkdirSync(path);
  }

  load(path: string): string {
    return fs.readFileSync(path, "utf8");
  }

  shared(path: string) {
    fs.rmSync(path);
  }

  async later(path: string) {
    return fs.promises.readFile(path, "utf8");
  }
}
