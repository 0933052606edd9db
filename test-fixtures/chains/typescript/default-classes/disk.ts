import { readFileSync } from "node:fs";

export default class {
  static count() {
    return 1;
  }

  load(path: string) {
    return readFileSync(path, "utf8");
  }
}

export const Named = class Inner {
  load(path: string) {
    return readFileSync(path, "utf8");
  }
};
