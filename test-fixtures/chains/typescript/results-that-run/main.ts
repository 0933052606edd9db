import { choose, lines, once, reader } from "./reader";

const readOnce = once(() => reader("once")());

export async function handler(path: string) {
  // What makes a function doesn't run it.
  const read = reader(path);
  [path].map(reader);
  for (const line of lines(path)) line.trim();
  //                 ^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (reader.ts)
  choose(path)(path);
  readOnce();
//^^^^^^^^ blocking-chain node:fs.readFileSync via callback (main.ts), fs.readFileSync (reader.ts)
  return read;
}
