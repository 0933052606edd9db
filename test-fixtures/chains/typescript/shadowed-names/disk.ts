import { readFileSync } from "node:fs";

export const load = (path: string) => readFileSync(path, "utf8");
export const save = (path: string) => readFileSync(path, "utf8");
