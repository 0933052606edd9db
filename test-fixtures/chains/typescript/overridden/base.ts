import * as fs from "node:fs";

/** Never used itself. */
export abstract class Loader {
  load(path: string): string {
    return this.read(path) + this.name;
  }

  loadAll(paths: readonly string[]): string[] {
    return paths.map((path) => this.read(path));
  }

  check(path: string): boolean {
    return this.exists(path);
  }

  get name(): string {
    return "loader";
  }

  protected read(path: string): string {
    return fs.readFileSync(path, "utf8");
  }

  protected exists(path: string): boolean {
    return fs.existsSync(path);
  }
}

/** Used itself, and extended. */
export class Counter {
  async count(path: string): Promise<number> {
    this.log(path);
//  ^^^^^^^^ blocking-chain node:fs.appendFileSync hint via fs.appendFileSync (loaders.ts); in 1 of 2
    this.parse(path);
//  ^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (loaders.ts)
    return this.#own(path) + this.later(path);
  }

  size(path: string): number {
    return this.measure(path);
  }

  protected log(path: string): void {
    void path;
  }

  protected parse(path: string): number {
    throw new Error(`parse is not implemented: ${path}`);
  }

  protected measure(path: string): number {
    return path.length;
  }

  protected later(path: string): number {
    return path.length;
  }

  #own(path: string): number {
    return path.length;
  }

  static create(path: string): Counter {
    this.prepare(path);
    return new Counter();
  }

  protected static prepare(path: string): void {
    fs.mkdirSync(path);
  }
}
