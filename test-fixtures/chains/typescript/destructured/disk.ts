import { readFileSync, readdirSync } from "node:fs";

export class Disk {
  read() {
    return readFileSync("text", "utf8");
  }
}

export const disk = {
  load: (path: string) => readFileSync(path, "utf8"),
  nested: { list: (path: string) => readdirSync(path) },
  quiet: () => 1,
};
