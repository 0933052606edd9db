import { each, hand, Runner, timed, twice } from "./run";
import { readFileSync } from "node:fs";

function read(path: string) {
  return readFileSync(path, "utf8");
}

function local<T>(work: () => T) {
  return work();
}

export async function handler(paths: string[], path: string) {
  paths.map(read);
  //        ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  paths.map(read.bind(null));
  //        ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  local(() => read(path));
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  timed(() => readFileSync(path));
  //          ^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  twice(() => read(path));
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  each(paths, read);
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  new Runner(() => read(path));
  //               ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.ts)
  hand(() => read(path));
  later(() => read(path));
  return paths.length;
}

declare function later(work: () => void): void;
