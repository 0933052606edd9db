import { annotated, choose, inferred, later, open } from "./store";

export async function handler(path: string) {
  inferred().load(path);
  //         ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  annotated().load(path);
  //          ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  const store = inferred();
  store.load(path);
//^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  (await later()).load(path);
  //              ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  open(path).read();
  //         ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (store.ts)
  // Nobody knows which of the two it is.
  choose(path).load(path);
  open(path).close();
}
