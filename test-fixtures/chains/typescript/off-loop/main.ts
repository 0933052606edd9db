import { Worker } from "node:worker_threads";
import { load } from "./disk";

export async function handler(path: string) {
  new Worker(new URL("./hash.ts", import.meta.url));
  process.on("exit", () => load(path));
  load(path);
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (disk.ts)
}

// Modules are evaluated before the loop starts.
load("settings.json");
