import { readFileSync } from "node:fs";
import type { Loader } from "./loader";

export class Store implements Loader {
  load(): string {
    return readFileSync("store.json", "utf8");
  }
}

/** Costly to make. */
export class Index {
  readonly words = readFileSync("words.txt", "utf8");
}
