import { readFileSync } from "node:fs";

export function reader(path: string) {
  return function readIt() {
    return readFileSync(path, "utf8");
  };
}
