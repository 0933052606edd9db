import { lines, Log } from "./lines";

export async function handler(log: Log, path: string, others: Iterable<string>) {
  lines(path);
  const kept = lines(path);
  for (const line of lines(path)) line.trim();
  //                 ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (lines.ts)
  [...kept];
  //  ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (lines.ts)
  for (const line of log) line.trim();
  //                 ^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (lines.ts)
  for (const line of others) line.trim();
  return kept.next;
}
