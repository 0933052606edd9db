import * as fs from "node:fs";

export const load = fs.readFileSync;
export { existsSync as isThere, type Stats } from "node:fs";
