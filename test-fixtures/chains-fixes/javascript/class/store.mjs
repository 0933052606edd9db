import fs from "node:fs";

export class Store {
  constructor(path) {
    this.path = path;
  }

  static open(path) {
    return new Store(path);
  }

  #read() {
    return fs.readFileSync(this.path, "utf8");
  }

  lines() {
    return this.#read().split("\n");
  }

  first() {
    const [line] = this.lines();
    return line;
  }
}
