import * as fs from "node:fs";
import { Counter, Loader } from "./base";

export class Memory extends Loader {
  protected override read(path: string): string {
    return path;
  }

  protected override exists(path: string): boolean {
    return fs.statSync(path).isFile();
  }

  override get name(): string {
    return fs.readFileSync("name", "utf8");
  }
}

/** All as it is in the base. */
export class Disk extends Loader {}

export class Lines extends Counter {
  protected override log(path: string): void {
    fs.appendFileSync("log", path);
  }

  protected override parse(path: string): number {
    return fs.readFileSync(path).length;
  }

  protected override measure(path: string): number {
    return fs.statSync(path).size;
  }

  #own(path: string): number {
    return fs.readFileSync(path).length;
  }

  own(path: string): number {
    return this.#own(path);
  }

  protected static override prepare(path: string): void {
    void path;
  }
}

/** Not what `this` is in the base: it extends nothing. */
export class Alike implements Pick<Counter, "size"> {
  later(path: string): number {
    return fs.readFileSync(path).length;
  }
  size(path: string): number {
    return this.later(path);
  }
}
