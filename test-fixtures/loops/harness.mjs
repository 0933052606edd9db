/**
 * Runs async functions that a module exports, one after the other, and prints as JSON what each gives and for how many milliseconds
 * at most it held the event loop. `node harness.mjs MODULE [NAME…]`.
 */
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

/** Milliseconds that this thread has computed; where the system doesn't tell, that the process has. */
function computed() {
  if (process.platform !== "linux") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
  return Number(nanoseconds) / 1e6;
}

/** The longest time between two turns in which this thread computed: what the machine gave to others in between isn't its own. */
function longestTurn() {
  let [longest, running] = [0, true];
  let last = computed();
  const turn = () => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(turn, 1);
  };
  turn();
  return () => {
    running = false;
    return longest;
  };
}

const [, , file, ...names] = process.argv;
const module = await import(pathToFileURL(file).href);
// Pools start their first threads when they are made.
await wait(300);
const told = {};
for (const [name, run] of Object.entries(module.default ?? module)) {
  if (run.constructor.name !== "AsyncFunction" || (names.length > 0 && !names.includes(name))) continue;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await wait(5);
  const end = longestTurn();
  let result;
  try {
    result = inspect(await run(), { depth: 6, maxArrayLength: 50, breakLength: Infinity });
  } catch (error) {
    result = `${error?.constructor?.name}: ${error?.message}`;
  }
  // What is late is noted when the next timer fires.
  await wait(5);
  delays.disable();
  told[name] = { result, delay: delays.max / 1e6, turn: end() };
}
console.log(JSON.stringify(told));
