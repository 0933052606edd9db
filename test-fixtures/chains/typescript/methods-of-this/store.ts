import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";

export class Store {
  static cached(path: string) {
    return readFileSync(path, "utf8");
  }

  static async all(paths: string[]) {
    this.cached(paths[0] ?? "");
//  ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
    return paths.map((path) => Store.cached(path));
    //                         ^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  }

  async get(path: string) {
    await this.later(path);
    this.size(path);
//  ^^^^^^^^^ blocking-chain node:fs.statSync hint via #stat (store.ts), fs.statSync (store.ts)
    this.#stat(path);
//  ^^^^^^^^^^ blocking-chain node:fs.statSync via fs.statSync (store.ts)
    this.hidden(path);
//  ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via cached (store.ts), fs.readFileSync (store.ts)
    // @ts-expect-error nobody declares it
    this.missing(path);
  }

  async plain(path: string) {
    function size(this: unknown) {
      return path.length;
    }
    return size.call(path);
  }

  size(path: string) {
    return this.#stat(path).size;
  }

  #stat(path: string) {
    return statSync(path);
  }

  private hidden(path: string) {
    return Store.cached(path);
  }

  private async later(path: string) {
    return readFile(path, "utf8");
  }
}
