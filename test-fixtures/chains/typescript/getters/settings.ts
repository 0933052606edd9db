import * as fs from "node:fs";

export class Settings {
  readonly name = "settings";

  static get home() {
    return fs.realpathSync("~");
  }

  get text() {
    return fs.readFileSync("settings.json", "utf8");
  }

  get cached() {
    return () => fs.readFileSync("settings.json", "utf8");
  }
}

export const config = {
  get text() {
    return fs.readFileSync("config.json", "utf8");
  },
};
