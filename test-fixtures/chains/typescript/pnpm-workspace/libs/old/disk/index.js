import { readFileSync } from "node:fs";

export const load = (path) => readFileSync(path, "utf8");
