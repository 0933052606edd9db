// Each comment above a finding says which fix there is none of, and why.
import { EventEmitter } from "node:events";

let total = 0;
const seen = [];

class Own extends Error {}

function remembers(n) {
  seen.push(n);
  return n < 2 ? n : remembers(n - 1) + remembers(n - 2);
}

export async function moduleState() {
  // yield: `total` is read and written in each iteration
  // worker: `total`, which it writes, is a variable of the module
  for (let i = 0; i < 1e8; i++) total += i;
}

export class Counter {
  count = 0;

  async run() {
    // yield: `this.count` is read and written in each iteration
    // worker: it uses `this`
    for (let i = 0; i < 1e8; i++) this.count += i;
  }
}

export async function calls(callback) {
  // worker: `callback` is called, and functions don't arrive in a worker
  for (let i = 0; i < 1e8; i++) callback(i);
}

export async function handles() {
  const emitter = new EventEmitter();
  // worker: `emitter` is an instance of `EventEmitter`
  for (let i = 0; i < 1e8; i++) emitter.emit("tick", i);
}

export async function unknownMethod(store) {
  // worker: `store.load` isn't a method of data
  for (let i = 0; i < 1e8; i++) store.load(i);
}

export async function changesArgument(rows) {
  // worker: `rows` is changed in place
  for (let i = 0; i < 1e8; i++) rows.push(i);
}

export async function changesElements(rows) {
  // worker: `rows` is changed in place
  for (let i = 0; i < 1e8; i++) for (const row of rows) row.seen = i;
}

export async function returns() {
  // worker: `return` leaves it
  for (let i = 0; i < 1e9; i++) if (i > 1e8) return i;
  return 0;
}

export async function leaves() {
  outer: {
    // worker: `break outer` leaves it
    for (let i = 0; i < 1e9; i++) if (i > 1e8) break outer;
    return "ended";
  }
  return "left";
}

export async function throwsOwn() {
  // worker: an error that isn't one of the language's own
  for (let i = 0; i < 1e9; i++) if (i > 1e8) throw new Own("far");
}

export async function keepsFunctions() {
  const made = [];
  // worker: it makes functions that are used afterwards
  for (let i = 0; i < 1e8; i++) if (i % 1e7 === 0) made.push(() => i);
  return made;
}

export async function shared() {
  let sum = 0;
  setInterval(() => (sum = 0), 10).unref();
  // yield: `sum` is read and written in each iteration
  // worker: `sum`, which it writes, may change meanwhile
  for (let i = 0; i < 1e8; i++) sum += i;
  return sum;
}

export async function outlives() {
  // worker: `i`, declared in it, is used behind it
  for (var i = 0; i < 1e9; i++);
  return i;
}

export async function state(n) {
  // worker: `remembers` changes `seen`
  return remembers(n);
}

export async function whole() {
  // worker: copying it back takes as long
  return Array.from({ length: 1e8 }, (_, i) => i);
}

export async function inExecutor() {
  await new Promise((done) => {
    // yield: a promise executor can't await
    // worker: a promise executor can't await
    for (let i = 0; i < 1e9; i++);
    done();
  });
}

export async function flag() {
  let done = false;
  setTimeout(() => (done = true), 100);
  // yield: nobody knows
  while (!done);
}
