import workerpool from "workerpool";
import { readFileSync } from "node:fs";
import { delayed, pooled, promised } from "./run.mjs";

const pool = workerpool.pool();
const read = (path) => readFileSync(path, "utf8");

export async function handler(path) {
  setTimeout(() => read(path), 1);
  delayed(() => read(path));
  await pool.exec(read, [path]);
  await pooled(read);
  await promised(read);
  //             ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.mjs)
  await new Promise((resolve) => resolve(read(path)));
  //                                     ^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (main.mjs)
}
