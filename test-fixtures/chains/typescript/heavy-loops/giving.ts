import { countTo, firstEven, largest, shortened, sumOfSquares, throughAnother } from "./given";

const LIMIT = 10 ** 8;

function prepare(): number {
  return countTo(LIMIT);
}

export async function onTheLoop(values: number[]) {
  const numbers = Array.from({ length: 1e7 }, (_, i) => i);
//<                  ^^^^^^^^^^ heavy-loop heavy-loop warning
  sumOfSquares(numbers);
//<  ^^^^^^^^^^^^ blocking-chain heavy-loop warning via reduce (given.ts)
  largest(new Uint8Array(300_000_000));
//<  ^^^^^^^ blocking-chain heavy-loop warning via for loop (given.ts)
  countTo(1e8);
//<  ^^^^^^^ blocking-chain heavy-loop warning via for loop (given.ts)
  prepare();
//<  ^^^^^^^ blocking-chain heavy-loop warning via countTo (giving.ts), for loop (given.ts)
  sumOfSquares(values);
  sumOfSquares(Array.from({ length: 1000 }, (_, i) => i));
  countTo(10);
  countTo(1, 1e8);
  countTo(...[1e8]);
  firstEven(numbers);
  shortened(numbers);
  throughAnother(numbers);
  return setTimeout(countTo, 100_000);
}
