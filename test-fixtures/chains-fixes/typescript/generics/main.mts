// fix: Make
// fixes: 1
import { readFileSync } from "node:fs";

type Parser<T> = (text: string) => T;

function parsed<T>(path: string, parse: Parser<T>): T {
  return parse(readFileSync(path, "utf8"));
}

const numbers = (path: string): number[] => parsed(path, (text) => text.split(",").map(Number));

function check(path: string): void {
  if (numbers(path).length === 0) throw new RangeError("empty");
}

async function main(): Promise<void> {
  check("numbers.txt");
  const [first, ...others] = numbers("numbers.txt");
  console.log(first, others, numbers("numbers.txt")!.length);
  try {
    check("missing.txt");
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
}

await main();
