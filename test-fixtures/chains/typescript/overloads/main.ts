import { load, Store } from "./store";

export async function handler(store: Store, path: string) {
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  load(1);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  store.get(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via load (store.ts), fs.readFileSync (store.ts)
  store.declared(path);
}
