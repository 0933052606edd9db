import { load } from "./disk.js";
import { list } from "./lists.mjs";
import { remove } from "./remove.cjs";
import { view } from "./view.jsx";
import { both } from "./both.js";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  list(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (lists.mts)
  remove(path);
//^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (remove.cts)
  view(path);
//^^^^ blocking-chain node:fs.readFileSync via load (view.tsx), fs.readFileSync (disk.ts)
  return both(path);
}
