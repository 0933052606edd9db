import { Counter } from "./base";
import { Disk, Lines, Memory } from "./loaders";

export async function handler(path: string) {
  // What the base calls on itself, one of its heirs has in its place, and that doesn't block.
  new Memory().loadAll([path]);
  // In all of them.
  new Disk().check(path);
  //         ^^^^^ blocking-chain node:fs.statSync hint via exists (base.ts), fs.statSync (loaders.ts); also node:fs.existsSync
  const counter = new Counter();
  await counter.count(path);
  counter.size(path);
  Counter.create(path);
  new Lines().own(path);
  //          ^^^ blocking-chain node:fs.readFileSync via #own (loaders.ts), fs.readFileSync (loaders.ts)
}
