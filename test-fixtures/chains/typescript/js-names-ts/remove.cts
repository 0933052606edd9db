import { rmSync } from "node:fs";

export const remove = (path: string) => rmSync(path);
