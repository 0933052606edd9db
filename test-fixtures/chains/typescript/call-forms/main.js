import { disk, load } from "./disk.js";

export async function handler(path) {
  load?.(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  load.call(null, path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  (0, load)(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  disk["load"](path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  const bound = load.bind(null, path);
  const alias = load;
  alias(path);
//^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.js)
  let changing = load;
  changing = (value) => value;
  changing(path);
  disk[path](path);
  return bound.length;
}
