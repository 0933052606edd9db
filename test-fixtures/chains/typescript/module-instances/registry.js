import { Store } from "./store.js";

export const registry = { store: new Store(), other: makeOther() };

function makeOther() {
  return globalThis.other;
}
