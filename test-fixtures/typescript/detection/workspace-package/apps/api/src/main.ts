import { readText } from "@acme/disk";
import { readText as later } from "@acme/disk/quiet";
import { readText as hidden } from "@acme/disk/read";

export async function handle(): Promise<string> {
  const text = readText("a.txt", "utf8");
//             ^^^^^^^^ blocking-call node:fs.readFileSync
  return text + (await later("b.txt", "utf8")) + hidden("c.txt");
}
