import { readFileSync } from "node:fs";

/** Keeps nothing itself. */
export class Store {
  load(name: string): string {
    return name;
  }
  keys(): readonly string[] {
    return [];
  }
  /** What all that extend it do. */
  save(name: string): void {
    readFileSync(name);
  }
  get size(): number {
    return 0;
  }
  /** Nothing has another one. */
  close(): void {
    readFileSync("lock");
  }
}

/** Nothing extends it. */
export class Single {
  load(name: string): string {
    return readFileSync(name, "utf8");
  }
}

const opened: Store[] = [];

export function open(): Store {
  return opened[0] ?? new Store();
}

export function make(): Store {
  return new Store();
}
