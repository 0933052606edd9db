export function simulate(rate: number): number {
  let total = 0;
  for (let i = 0; i < 1e9; i++) total += i * rate;
  return total;
}

export const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export function pairs(rows: readonly number[]): number {
  let total = 0;
  for (const a of rows) for (const b of rows) total += a * b;
  return total;
}

export async function add(a: number, b: number): Promise<number> {
  return a + b;
}

export async function later(value: number): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  return value;
}

export class Clock {
  wait(ms: number): void {
    const end = Date.now() + ms;
    while (Date.now() < end);
  }
}
