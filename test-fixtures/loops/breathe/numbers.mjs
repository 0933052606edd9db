// rewrites: 22
import { readFile } from "node:fs/promises";

export async function sums() {
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum += i;
  return sum;
}

export async function sumsInBlock() {
  let sum = 0;
  for (let i = 0; i < 3e8; i++) {
    sum += i;
  }
  return sum;
}

export async function upToAndWith() {
  let [count, last] = [0, 0];
  for (let i = 1; i <= 300_000_000; i++) {
    count++;
    last = i;
  }
  return { count, last };
}

export async function inSteps() {
  let [count, last] = [0, 0];
  for (let i = 3; i < 6e8; i += 2) {
    count++;
    last = i;
  }
  return { count, last };
}

export async function inStepsUpTo() {
  let [count, last] = [0, 0];
  for (let i = 0; i <= 9e8; i += 3) {
    count += 1;
    last = i;
  }
  return { count, last };
}

export async function skips() {
  let sum = 0;
  for (let i = 0; i < 3e8; i++) {
    if (i % 3 === 0) continue;
    sum += i;
  }
  return sum;
}

export async function ends() {
  let found = -1;
  for (let i = 0; i < 1e9; i++) {
    if (i * 2 === 480_000_000) {
      found = i;
      break;
    }
  }
  return found;
}

export async function returns() {
  for (let i = 0; i < 1e9; i++) {
    if (i === 150_000_000) return `at ${i}`;
  }
  return "never";
}

export async function throws() {
  for (let i = 0; i < 1e9; i++) {
    if (i === 150_000_000) throw new RangeError(`too far: ${i}`);
  }
}

export async function tidiesUp() {
  const log = [];
  try {
    for (let i = 0; i < 1e9; i++) {
      if (i === 120_000_000) throw new TypeError("enough");
    }
  } catch (error) {
    log.push(error.message);
  } finally {
    log.push("tidied");
  }
  return log;
}

export async function labelled() {
  let pairs = 0;
  outer: for (let i = 0; i < 5e8; i++) {
    for (let j = 0; j < 3; j++) {
      if (i % 7 === 6) continue outer;
      if (i === 40_000_000) break outer;
      pairs++;
    }
  }
  return pairs;
}

export async function nested() {
  let sum = 0;
  for (let i = 0; i < 20; i++) {
    for (let j = 0; j < 1e7; j++) {
      sum += i ^ j;
    }
  }
  return sum;
}

export async function nestedThreeTimes() {
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 7000; j++) {
      for (let k = 0; k < 7000; k++) {
        sum += (i * j) % (k + 1);
      }
    }
  }
  return sum;
}

export async function twoInside() {
  let [left, right] = [0, 0];
  for (let i = 0; i < 10; i++) {
    for (let j = 0; j < 1e7; j++) left += j % (i + 2);
    for (let j = 0; j < 1e7; j++) {
      right += j | i;
    }
  }
  return [left, right];
}

export async function oneAfterTheOther() {
  let [left, right] = [0, 0];
  for (let i = 0; i < 3e8; i++) left += i;
  for (let i = 0; i < 3e8; i++) right ^= i;
  return [left, right];
}

export async function whileLoop() {
  let n = 0;
  let sum = 0;
  while (n < 3e8) {
    n += 1;
    sum += n % 7;
  }
  return [n, sum];
}

export async function whileOnOneLine() {
  let n = 0;
  while (n < 300_000_000) n++;
  return n;
}

export async function doLoop() {
  let n = 0;
  let sum = 0;
  do {
    n++;
    if (n % 2 === 0) continue;
    sum += n;
  } while (n < 3e8);
  return [n, sum];
}

export async function doOnOneLine() {
  let n = 0;
  do n++;
  while (n < 300_000_000);
  return n;
}

export async function onlyStatementOfIf(limit = 300_000_000) {
  let last = 0;
  if (limit > 0)
    for (let i = 0; i < 1e9; i++) {
      if (i > limit) break;
      last = i;
    }
  else last = -1;
  return last;
}

export async function insideInlineCallback() {
  const results = [];
  for (let i = 0; i < 1e7; i++) {
    [1, 2, 3].forEach((n) => {
      if (i % 3_000_000 === 0) results.push(n * i);
    });
  }
  return results;
}
