import fs from "node:fs";

export const load = (path) => fs.readFileSync(path, "utf8");
