import * as fs from "node:fs";

export const readJson = (path) => JSON.parse(fs.readFileSync(path, "utf8"));
