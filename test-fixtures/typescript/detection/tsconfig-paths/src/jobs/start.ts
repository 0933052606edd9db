import { readText } from "disk";
import * as disk from "@/lib/disk.js";
import { readText as later } from "@/lib/quiet";
import { readText as elsewhere } from "@/none";

export async function start(): Promise<string> {
  const text = readText("a.txt", "utf8");
//             ^^^^^^^^ blocking-call node:fs.readFileSync
  const more = disk.readText("b.txt", "utf8");
//             ^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  return text + more + (await later("c.txt", "utf8")) + elsewhere("d.txt");
}
