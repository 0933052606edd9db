import { even, walk } from "./walk";
import { odd } from "./odd";

export async function handler(path: string) {
  even(3);
  odd(3);
  walk(path);
//^^^^ blocking-chain node:fs.readdirSync via fs.readdirSync (walk.ts)
  countdown(2);
}

function countdown(left: number): number {
  return left === 0 ? 0 : countdown(left - 1);
}
