import fs = require("node:fs");

export const load = async (): Promise<string> => fs.readFileSync("a.txt", "utf8");
export const stats = async (path: fs.PathLike): Promise<fs.Stats> => fs.statSync(path)!;
