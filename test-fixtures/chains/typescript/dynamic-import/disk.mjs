import fs from "node:fs";

export const load = (path) => fs.readFileSync(path, "utf8");
export const later = async (path) => fs.promises.readFile(path);
export default (path) => fs.rmSync(path);
