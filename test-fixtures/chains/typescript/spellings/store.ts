import { readFileSync } from "node:fs";

export class Store {
  read(path: string) {
    return readFileSync(path, "utf8");
  }

  get state() {
    return readFileSync("state", "utf8");
  }
}

class Eager {
  readonly text = readFileSync("text", "utf8");
}

export class Lazy extends Eager {}

const kept = { load: () => readFileSync("kept", "utf8") };

export const load = kept.load;
