import { readdirSync } from "node:fs";

export const list = (path: string) => readdirSync(path);
