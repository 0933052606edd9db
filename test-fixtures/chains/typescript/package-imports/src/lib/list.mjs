import fs from "node:fs";

export const list = (path) => fs.readdirSync(path);
