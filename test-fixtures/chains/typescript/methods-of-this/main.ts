import { Store } from "./store";

export async function handler(store: Store, other: { size(path: string): number }, path: string) {
  store.size(path);
//^^^^^^^^^^ blocking-chain node:fs.statSync via #stat (store.ts), fs.statSync (store.ts)
  Store.cached(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  return other.size(path);
}
