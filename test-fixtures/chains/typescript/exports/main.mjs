import load, { list as files, remove } from "./disk.mjs";
import * as disk from "./disk.mjs";
import write from "./write.mjs";

export async function handler(path) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.mjs)
  files(path);
//^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (disk.mjs)
  disk.default(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.mjs)
  disk.list(path);
//^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (disk.mjs)
  write(path);
//^^^^^ blocking-chain node:fs.writeFileSync via fs.writeFileSync (write.mjs)
  disk.readdir(path);
  disk["nothing"]?.(path);
  return remove(path);
}
