// apply: each
import { constants, readFileSync, statSync } from "fs"

const start = readFileSync("start.txt")

export async function size() {
  return [statSync("start.txt", { bigint: true }).size, constants.R_OK, readFileSync("end.txt").length, start]
}
