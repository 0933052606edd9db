import { load, save, tools } from "./lib";
import * as lib from "./lib";

export async function handler(path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (lib/load.ts)
  save(path);
  tools.remove(path);
//^^^^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (lib/tools.ts)
  lib.erase(path);
//^^^^^^^^^ blocking-chain node:fs.rmSync via fs.rmSync (lib/tools.ts)
  lib.tools.keep(path);
}
