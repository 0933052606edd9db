// Functions whose callback forms are overloaded: promisify's type follows the last overload alone, so a rewrite would not compile.
// rewrites: 1
import fs from "node:fs";
import { type BinaryLike, checkPrimeSync, generatePrimeSync, randomFillSync, randomInt, scryptSync } from "node:crypto";

async function keys(password: BinaryLike): Promise<string> {
  const short: Buffer = scryptSync(password, "salt", 8); // stays: an overload that promisify's type does not see
  const cheap: Buffer = scryptSync(password, "salt", 8, { N: 2 }); // stays: an overload that promisify's type does not see
  return short.toString("hex") + cheap.toString("hex");
}

async function primes(): Promise<boolean> {
  const small: boolean = checkPrimeSync(7n) && checkPrimeSync(11n, { checks: 2 }); // stays: an overload that promisify's type does not see
  const big: bigint = generatePrimeSync(16, { bigint: true }); // stays: an overload that promisify's type does not see
  const raw: ArrayBuffer = generatePrimeSync(16); // stays: an overload that promisify's type does not see
  return small && big > 1n && raw.byteLength === 2;
}

async function randomness(): Promise<number> {
  const filled: Buffer = randomFillSync(Buffer.alloc(4)); // stays: an overload that promisify's type does not see
  const part: Uint8Array = randomFillSync(new Uint8Array(4), 1, 2); // stays: an overload that promisify's type does not see
  return filled.length + part.length + randomInt(1);
}

async function head(path: string): Promise<number> {
  const fd = fs.openSync(path, "r");
  return fs.readSync(fd, Buffer.alloc(4)); // stays: an overload that promisify's type does not see
}

fs.writeFileSync("data", "1234");
console.log(await keys("secret"), await primes(), await randomness(), await head("data"));
