// apply: each
import { constants, readFileSync } from "fs"
import { stat, readFile } from "fs/promises"

const start = readFileSync("start.txt")

export async function size() {
  return [(await stat("start.txt", { bigint: true })).size, constants.R_OK, (await readFile("end.txt")).length, start]
}
