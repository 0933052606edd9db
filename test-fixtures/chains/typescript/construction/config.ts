import * as fs from "node:fs";

export class Config {
  readonly text: string;

  constructor(path: string) {
    this.text = fs.readFileSync(path, "utf8");
  }
}

export class Derived extends Config {}

export class Own extends Config {
  constructor() {
    super("own.json");
  }
}

export class Lazy {
  readonly name = "lazy";
  private readonly there = exists("./config.json");
  read = () => fs.readFileSync("./config.json", "utf8") + String(this.there);
}

/** Static fields are evaluated when the module is. */
export class Plain {
  static readonly text = fs.readFileSync("plain.json", "utf8");

  load() {
    return fs.readFileSync("plain.json", "utf8");
  }
}

function exists(path: string) {
  return fs.existsSync(path);
}
