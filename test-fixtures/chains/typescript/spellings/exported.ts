import { load as start } from "./store";

export async function handler() {
  start();
//^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}
