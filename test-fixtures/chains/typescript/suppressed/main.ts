import { excused, load } from "./disk";

export async function handler(path: string) {
  excused(path);
  load(path); // unblock-ignore-line blocking-chain -- once, at the start
  load(path); // unblock-ignore-line blocking-call
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
  //             ^^^^^^^^^^^^^^^^^^^ unused-suppression information
}
