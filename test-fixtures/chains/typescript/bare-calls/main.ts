import { expressed, hoistedFirst, later, readArrow, readText } from "./files";

export async function handler(path: string) {
  readText(path);
//^^^^^^^^ blocking-chain node:fs.readFileSync warning via fs.readFileSync (files.ts)
  readArrow(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (files.ts)
  expressed(path);
//^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (files.ts)
  hoistedFirst(path);
//^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via hoisted (files.ts), fs.readFileSync (files.ts)
  await later(path);
  await run(path);
  const kept = readText;
  return kept.length;

  async function run(path: string) {
    const readText = (name: string) => name.length;
    return readText(path);
  }
}

export function notAsync(path: string) {
  return readText(path);
}
