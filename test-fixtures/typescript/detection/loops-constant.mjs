// A simulation: numbers of iterations that literals tell, priced by what each time around does.
import { setImmediate as breathe } from 'node:timers/promises';

const STEPS = 1e8;
const SIDE = 12_000;
const GRID = { rows: 20_000, columns: 20_000 };
let changed = 1e9;

export async function counted(rates) {
  let total = 0;
  for (let i = 0; i < 1e9; i++) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i <= 300_000_000; i += 2) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 1e9; i > 0; i--) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; STEPS > i; ++i) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0, n = 2 ** 28; i < n; i = i + 1) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < SIDE * SIDE; i++) total += Math.sqrt(i) * rates[0];
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < SIDE; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let j = 0; j < SIDE; j++) total += i * j;
  }
  for (let i = 0; i < 30_000; i++) for (let j = i + 1; j < 30_000; j++) total += j;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let row = 0; row < GRID.rows; row++) for (let column = 0; column < GRID.columns; column++) total += row;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  let left = 5e8;
  while (left--) total += left;
//<  ^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  let at = 0;
  while (at < 200_000_000) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    total += at;
    at += 1;
  }
  let done = 0;
  do {
//<  ^^ heavy-loop heavy-loop warning
    total += done;
    done++;
  } while (done < 2e8);
  for (const i of Array(1e8).keys()) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (const i of Array.from({ length: 1e8 })) total += i;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < 1e7; i++) rates.push({ i, price: [i] });
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < 5e6; i++) total += priceOf(i, rates);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 0; i < 100; i++) total += i;
  for (let i = 0; i < 1e6; i++) total += i;
  for (let i = 0; i < changed; i++) total += i;
  for (let i = 0; i < rates.length; i++) total += i;
  for (let i = 1; i < 1e9; i *= 2) total += i;
  for (let i = 0; i > 1e9; i++) total += i;
  for (let i = 0; i < 1e9; i += 1e6) total += i;
  for (let i = 0; i < 1e9; i++) {
    total += i;
    i += rates[i];
  }
  for (let i = 0; i < 1e9; i++) return total;
  changed = total;
  return total;
}

function priceOf(i, rates) {
  return rates.reduce((sum, rate) => sum + rate * i, 0) + Math.max(i, rates.length);
}

/** What may end sooner is told where it would be very long. */
export async function searched(hashes, wanted) {
  for (let i = 0; i < 1e9; i++) if (hashes[i] === wanted) break;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (let i = 2; i < 1e10; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    if (wanted % i === 0) return i;
  }
  for (let port = 1024; port < 65535; port++) if (hashes[port] === undefined) return port;
  for (let guard = 0; guard < 1e6; guard++) if (hashes[guard] === wanted) break;
  for (let i = 0; i < 1e7; i++) {
    if (hashes[i] < 0) throw new Error('negative');
  }
  for (let i = 0; i < 2e8; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    if (hashes[i] < 0) throw new Error('negative');
  }
  return -1;
}

export async function walked(seed) {
  const noise = Array.from({ length: 1e7 }, (_, i) => Math.sin(i + seed));
  //            ^^^^^^^^^^ heavy-loop heavy-loop warning
  const squares = new Array(2e7).fill(0).map((_, i) => i * i);
  //                                     ^^^ heavy-loop heavy-loop warning
  const sum = [...Array(2e7).keys()].reduce((a, b) => a + b, 0);
  //                                 ^^^^^^ heavy-loop heavy-loop warning
  const sorted = Array.from({ length: 2e6 }, () => Math.random()).sort();
  //                                                              ^^^^ heavy-loop heavy-loop warning
  new Float64Array(3e7).forEach((value, i) => noise.push(value * i));
  //                    ^^^^^^^ heavy-loop heavy-loop warning
  const small = Array.from({ length: 1000 }, (_, i) => i * seed);
  const zeros = new Array(1e6).fill(0);
  const unknown = Array.from({ length: seed }, (_, i) => i);
  const later = Array.from({ length: 10 }, () => async () => seed);
  return [noise, squares, sum, sorted, small, zeros, unknown, later];
}

/** What gives control back each time around, or every so often, holds nothing. */
export async function breathing(save) {
  let total = 0;
  for (let i = 0; i < 1e9; i++) {
    total += i;
    if (i % 10_000 === 0) await breathe();
  }
  let last = performance.now();
  for (let i = 0; i < 1e9; i++) {
    total += i;
    if (performance.now() - last > 8) {
      await breathe();
      last = performance.now();
    }
  }
  for (let i = 0; i < 1e9; i++) await save(i);
  for (let i = 0, since = 0; i < 1e9; i++) {
    total += i;
    if (++since >= 1000) {
      since = 0;
      await breathe();
    }
  }
  for (let i = 0; i < 1e9; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    total += i;
    await null;
  }
  for (let i = 0; i < 1e9; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    if (total < 0) await save(i);
    total += i;
  }
  for (let i = 0; i < 1e9; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    total += await add(i, total);
  }
  for (let i = 0; i < 1e9; i++) {
    total += await stored(i, save);
  }
  for (let i = 0; i < 1e9; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    await Promise.resolve(i);
    total += i;
  }
  return total;
}

async function add(a, b) {
  const sum = a + b;
  return sum;
}

async function stored(i, save) {
  return save(i);
}

export function synchronous() {
  let total = 0;
  for (let i = 0; i < 1e9; i++) total += i;
  return total;
}

export async function callsIt(rows) {
  synchronous();
//<  ^^^^^^^^^^^ blocking-chain heavy-loop warning
  const later = () => {
    for (let i = 0; i < 1e9; i++) rows.push(i);
  };
  process.on('exit', () => {
    for (let i = 0; i < 1e9; i++) rows.push(i);
  });
  rows.map((row) => {
    for (let i = 0; i < 1e8; i++) row.total += i;
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    return row;
  });
  return later;
}

export function* generated() {
  for (let i = 0; i < 1e9; i++) if (i < 0) yield i;
}

export async function* streamed() {
  for (let i = 0; i < 1e9; i++) yield i;
}

let table = 0;
for (let i = 0; i < 1e9; i++) table += i;
export { table };
