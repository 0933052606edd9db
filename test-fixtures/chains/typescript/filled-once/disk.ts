import * as fs from "node:fs";

export function read(): string {
  return fs.readFileSync("a.txt", "utf8");
}

export function readTwice(path: string): string {
  return read() + fs.readFileSync(path, "utf8");
}
