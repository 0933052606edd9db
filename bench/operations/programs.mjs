/** Heavy loops that the cost model estimates; run as a program it prints what each takes, in seconds, as JSON. */
import { fileURLToPath } from "node:url";

export async function counting() {
  let total = 0;
  for (let i = 0; i < 500_000_000; i++) total += i;
  return total;
}

export async function roots() {
  let total = 0;
  for (let i = 0; i < 100_000_000; i++) total += Math.sqrt(i) * 0.5;
  return total;
}

export async function nested() {
  let hits = 0;
  for (let i = 0; i < 10_000; i++) {
    for (let j = 0; j < 10_000; j++) {
      if ((i * j) % 7 === 0) hits++;
    }
  }
  return hits;
}

export async function whileCounter() {
  let i = 0;
  while (i < 300_000_000) i += 1;
  return i;
}

export async function filling() {
  const values = [];
  for (let i = 0; i < 10_000_000; i++) values.push(i);
  return values;
}

export async function objects() {
  const rows = [];
  for (let i = 0; i < 5_000_000; i++) rows.push({ id: i, name: `row ${i}` });
  return rows;
}

export async function fromLength() {
  return Array.from({ length: 5_000_000 }, (_, index) => index * 2);
}

export async function table() {
  const squares = new Map();
  for (let i = 0; i < 3_000_000; i++) squares.set(i, i * i);
  return squares;
}

export async function hashing() {
  let hash = 7;
  for (let i = 0; i < 100_000_000; i++) hash = (hash * 31 + i) | 0;
  return hash;
}

export async function texts() {
  let text = "";
  for (let i = 0; i < 5_000_000; i++) text += String(i);
  return text.length;
}

export async function remainders() {
  let odd = 0;
  for (let i = 0; i < 100_000_000; i++) if (i % 3 === 1) odd++;
  return odd;
}

export async function bytes() {
  const data = new Uint8Array(1024);
  for (let i = 0; i < 100_000_000; i++) data[i & 1023] = i;
  return data;
}

/** Median of three runs. */
async function secondsOf(program) {
  const times = [];
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage().user;
    await program();
    times.push((process.cpuUsage().user - start) / 1e6);
  }
  return times.sort((x, y) => x - y)[1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const programs = {
    counting,
    roots,
    nested,
    whileCounter,
    filling,
    objects,
    fromLength,
    table,
    hashing,
    texts,
    remainders,
    bytes,
  };
  const times = {};
  for (const [name, program] of Object.entries(programs)) times[name] = await secondsOf(program);
  console.log(JSON.stringify(times));
}
