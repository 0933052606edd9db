// run: node esbuild vite
// fixes: 18
import { createHash } from "node:crypto";
import * as letters from "./letters.js";
import { isVowel } from "./letters.js";

const BASE = 7;
const LIMITS = { low: 3, high: 9 };

/** Trial division. */
export function isPrime(n) {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

const square = (n) => n * n;

export async function sums(limit = 1e8) {
  let sum = 0;
  for (let i = 0; i < 2e9; i++) {
    if (i > limit) break;
    sum += i % BASE;
  }
  return sum;
}

export async function twoResults() {
  let count = 0;
  let last = -1;
  for (let i = 0; i < 1e8; i++) {
    if (i % 7 === 3) {
      count++;
      last = i;
    }
  }
  return [count, last];
}

export async function fillsList() {
  const primes = [];
  for (let i = 0; i < 1e8; i++) {
    if (i < 300_000 && isPrime(i) && i % 1000 === 1) primes.push(i);
  }
  return [primes.length, primes.at(-1), isPrime(7)];
}

export async function countsInMap() {
  const counts = new Map([["other", 0]]);
  for (let i = 0; i < 1e7; i++) {
    const key = i % 3 === 0 ? "third" : "other";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export async function inTypedArray() {
  const composite = new Uint8Array(1000);
  let seen = 0;
  for (let i = 2; i < 1e8; i++) {
    composite[i % 1000] ^= i & 1;
    seen += i % 5;
  }
  return [seen, composite.slice(0, 5), composite instanceof Uint8Array];
}

export async function unsetBefore() {
  let most;
  for (let i = 0; i < 1e8; i++) {
    const value = (i * 7919) % 10_007;
    if (most === undefined || value > most.value) most = { value, at: i };
  }
  return most;
}

export async function throws() {
  const log = [];
  try {
    for (let i = 0; i < 1e9; i++) {
      if (i % LIMITS.high === 4 && i > 1e8) throw new RangeError(`too far: ${i}`);
    }
  } catch (error) {
    log.push(error instanceof RangeError, error.message);
  } finally {
    log.push("tidied");
  }
  return log;
}

export async function labelled() {
  let pairs = 0;
  outer: for (let i = 0; i < 4e8; i++) {
    for (let j = 0; j < 3; j++) {
      if (i % 7 === 6) continue outer;
      if (i === 39_000_000) break outer;
      pairs++;
    }
  }
  return pairs;
}

export async function reduces(start = 5) {
  const total = Array.from({ length: 5e6 }, (_, i) => i).reduce((sum, n) => sum + (n % 11), start);
  return total;
}

export async function reducesToReturn() {
  return Array.from({ length: 5e6 }, (_, i) => i).filter((n) => n % 3 === 0).length;
}

export async function recursion() {
  const value = fibonacci(37);
  return value;
}

export async function recursionInside(n = 37) {
  return `${fibonacci(n).toString().padStart(10)}!`;
}

export async function hashes(text = "seed") {
  let hash = text;
  for (let i = 0; i < 1e8; i++) if (i % 1e7 === 1) hash = createHash("sha256").update(hash).digest("hex");
  return hash;
}

export async function fromOtherFile() {
  let vowels = 0;
  for (let i = 0; i < 2e7; i++) {
    const letter = String.fromCharCode(97 + (i % 26));
    if (isVowel(letter) && letters.VOWELS.length === 5) vowels++;
  }
  return vowels;
}

export const arrow = async (rows = [[1, 2], [3]]) => {
  let found = 0;
  for (let i = 0; i < 5e7; i++) {
    for (const row of rows) found += row.length === i % 3 ? 1 : 0;
  }
  return [found, rows];
};

class Report {
  static async total(factor) {
    let total = 0;
    for (let i = 0; i < 5e7; i++) total += square(i % 10) * factor;
    return total;
  }
}

export async function method() {
  return [await Report.total(3), square(4)];
}

export async function inTemplates(name = "x") {
  const lines = [];
  for (let i = 0; i < 1e8; i++) {
    if (i % 4e7 === 0)
      lines.push(`${name} ${i}
  indented`);
  }
  return lines;
}

export async function onlyCalls() {
  for (let i = 0; i < 1e9; i++) {
    if (i % 5 === 2 && i > 2e8) break;
  }
  return "done";
}
