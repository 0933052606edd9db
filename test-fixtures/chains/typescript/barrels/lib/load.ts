import * as fs from "node:fs";

export const load = (path: string) => fs.readFileSync(path, "utf8");
export const save = (path: string) => fs.writeFileSync(path, "");
