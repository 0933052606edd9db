import { readdirSync, rmSync } from "node:fs";

export namespace Files {
  export function list(path: string) {
    return readdirSync(path);
  }

  export const count = (path: string) => path.length;

  export namespace Inner {
    export function remove(path: string) {
      rmSync(path);
    }
  }
}
