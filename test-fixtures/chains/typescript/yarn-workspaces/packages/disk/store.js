import { readFileSync, promises } from "node:fs";

class Store {
  load(path) {
    return readFileSync(path, "utf8");
  }
}

export const later = async (path) => promises.readFile(path);
export default { Store };
