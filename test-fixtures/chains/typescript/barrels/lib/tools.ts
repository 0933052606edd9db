import * as fs from "node:fs";

export const remove = (path: string) => fs.rmSync(path, { recursive: true });
export const keep = (path: string) => path.trim();
