import fs from "node:fs";

export const disk = {
  load(path) {
    return fs.readFileSync(path, "utf8");
  },
  nested: {
    list: (path) => fs.readdirSync(path),
  },
  both(path) {
    return this.load(path);
  },
  async later(path) {
    return fs.promises.readFile(path);
  },
};

export default { remove: (path) => fs.rmSync(path) };
