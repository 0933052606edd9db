import { readFileSync } from "node:fs";

export function size(path) {
  return readFileSync(path).length;
}
