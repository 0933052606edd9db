import type { Store } from "./store";

export async function handler(files: Store) {
  files. // with care
    read("a");
//  ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}
