import { reader } from "./reader";

export async function handler(path: string) {
  const inner = () => outer();
  const outer = () => reader(path)();
  inner();
//^^^^^ blocking-chain node:fs.readFileSync via outer (main.ts), readIt (main.ts), fs.readFileSync (reader.ts)
  (() => reader(path)())();
  //     ^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (reader.ts)
  const kept = reader(path);
  kept();
//^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (reader.ts)
  const unused = () => kept();
  return unused.length;
}
