import { Lazy as Box } from "./store";

export async function handler() {
  new Box();
//^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
}
