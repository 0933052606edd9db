import { load } from "./client/load";
import { load as loadHere } from "./server/load";
import { text } from "./text";

export async function handler(path: string) {
  load(path);
  loadHere(path);
//^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (server/load.ts)
  // A folder stands behind a file of the same name.
  text(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (text.ts)
}
