import fs = require("node:fs");

export const load = async (): Promise<string> => await fs.promises.readFile("a.txt", "utf8");
export const stats = async (path: fs.PathLike): Promise<fs.Stats> => (await fs.promises.stat(path))!;
