import { readFileSync } from "node:fs";

export class Store {
  load(path: string) {
    return readFileSync(path, "utf8");
  }
}

export class Clock {
  load(path: string) {
    return Date.now() + path.length;
  }
}
