import type { Store } from "./store";

export async function handler(files: Store) {
  const { read: open } = files;
  open("a");
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}
