// rewrites: 13
import { setImmediate as later } from "node:timers/promises";

const LAST = 30_000_000;

export async function fills() {
  const squares = new Float64Array(1024);
  for (let i = 0; i < 2e8; i++) {
    squares[i & 1023] += i * i;
  }
  return squares.subarray(0, 5);
}

export async function countsWords() {
  const words = ["one", "two", "three"];
  const counts = new Map();
  for (let i = 0; i < 1e7; i++) {
    const word = words[i % 3];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

export async function makesObjects() {
  let last;
  for (let i = 0; i < 4e7; i++) {
    last = { id: i, next: last === undefined ? null : last.id };
  }
  return last;
}

export async function makesText() {
  let text = "";
  for (let i = 0; i < 6e6; i++) {
    text = `${text.slice(-20)}${i}`;
  }
  return text;
}

export async function inTemplates() {
  const lines = [];
  for (let i = 0; i < 2e8; i++) {
    if (i % 2e7 === 0)
      lines.push(`line ${i}
  indented`);
  }
  return lines;
}

export async function closures() {
  const made = [];
  for (let i = 0; i < 3e8; i++) {
    if (i % 2e7 === 0) made.push(() => i);
  }
  return made.map((give) => give());
}

export async function sameArrayTwice() {
  const huge = Array.from({ length: 14_000 }, (_, i) => i);
  let pairs = 0;
  for (const a of huge) for (const b of huge) if ((a ^ b) === 5) pairs++;
  return pairs;
}

export async function sharedName() {
  const setImmediateAsync = 1;
  let lastYield = 0;
  for (let i = 0; i < 3e8; i++) lastYield += setImmediateAsync;
  await later();
  return lastYield;
}

export class Counter {}

export const arrow = async () => {
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum += i & 3;
  return sum;
};

const service = {
  async total() {
    const performance = { now: () => 0 };
    let sum = performance.now();
    for (let i = 0; i < 3e8; i++) sum += i & 7;
    return sum;
  },
};

export async function method() {
  return service.total();
}

async function* parts() {
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum += i & 15;
  yield sum;
}

export async function generated() {
  const all = [];
  for await (const part of parts()) all.push(part);
  return all;
}

export async function besideATimer() {
  const run = async (bits) => {
    let sum = 0;
    for (let i = 0; i < 2e8; i++) sum += i & bits;
    return sum;
  };
  return Promise.all([run(1), later(2)]);
}

export async function inSwitch() {
  let n = 0;
  switch (LAST) {
    case 30_000_000:
      for (let i = 0; i < 3e8; i++) n += 1;
      break;
    default:
  }
  return n;
}
