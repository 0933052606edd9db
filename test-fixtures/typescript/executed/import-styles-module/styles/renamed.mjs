import { readFileSync as slurp, constants } from "node:fs"

export const read = async (path) => slurp(path, "utf8") + constants.R_OK
