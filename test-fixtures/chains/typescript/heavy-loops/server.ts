import { add, Clock, fib, later, pairs, simulate } from "./numbers";

function report(rate: number): number {
  return simulate(rate) + 1;
}

export async function handler(clock: Clock, rates: readonly number[]) {
  report(rates.length);
//<  ^^^^^^ blocking-chain heavy-loop warning via simulate (server.ts), for loop (numbers.ts)
  fib(rates.length);
//<  ^^^ blocking-chain heavy-loop warning via fib (numbers.ts)
  rates.map((rate) => simulate(rate));
//<                      ^^^^^^^^ blocking-chain heavy-loop warning via for loop (numbers.ts)
  clock.wait(100);
//<  ^^^^^^^^^^ blocking-chain heavy-loop warning via while loop (numbers.ts)
  pairs(rates);
  let total = 0;
  for (let i = 0; i < 1e9; i++) total += await add(i, total);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < 1e9; i++) total += await later(i);
  return total;
}
