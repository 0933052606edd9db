import { readFileSync } from "node:fs";

export function* lines(path: string) {
  yield* readFileSync(path, "utf8").split("\n");
}

export class Log {
  constructor(readonly path: string) {}

  *[Symbol.iterator]() {
    yield readFileSync(this.path, "utf8");
  }
}
