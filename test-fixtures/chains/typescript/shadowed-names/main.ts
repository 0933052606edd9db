import { load } from "./disk";
import { readFileSync } from "./own";
import * as fs from "./own";

export async function handler(path: string, save: (path: string) => void) {
  readFileSync(path);
  fs.readFileSync(path);
  save(path);
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  {
    const load = (value: string) => value;
    load(path);
  }
  [path].map((load) => load.length);
  try {
    load(path);
//  ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  } catch (load) {
    (load as () => void)();
  }
}
