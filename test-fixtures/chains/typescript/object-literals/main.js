import { disk } from "./disk.js";
import api from "./disk.js";

const local = { load: disk.load, count: (path) => path.length };

export async function handler(path, given) {
  disk.load(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  disk.nested.list(path);
//^^^^^^^^^^^^^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (disk.js)
  disk.both(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via load (disk.js), fs.readFileSync (disk.js)
  api.remove(path);
//^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (disk.js)
  local.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  local.count(path);
  given.load(path);
  const { load } = disk;
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  return disk.later(path);
}
