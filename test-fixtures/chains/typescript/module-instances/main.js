import store, { shared } from "./store.js";
import { registry } from "./registry.js";

export async function handler(path) {
  store.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
  shared.load(path);
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
  registry.store.load(path);
//^^^^^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.js)
  registry.other.load(path);
  shared.count();
}
