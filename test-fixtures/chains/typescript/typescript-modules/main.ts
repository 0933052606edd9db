import disk = require("./disk");
import { Files } from "./files";

export async function handler(path: string) {
  disk.load(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  Files.list(path);
//^^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (files.ts)
  Files.Inner.remove(path);
//^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (files.ts)
  Files.count(path);
}
