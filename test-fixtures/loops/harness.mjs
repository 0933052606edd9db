/**
 * Runs async functions that a module exports, one after the other, and prints as JSON what each gives and for how many milliseconds
 * at most it held the event loop. `node harness.mjs MODULE [NAME…]`.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

/** The longest time between two turns in which this process computed: what the machine gave to others in between isn't its own. */
function longestTurn() {
  let [longest, running] = [0, true];
  let [last, used] = [performance.now(), process.cpuUsage()];
  const turn = () => {
    const [now, cpu] = [performance.now(), process.cpuUsage()];
    const computed = (cpu.user + cpu.system - used.user - used.system) / 1000;
    longest = Math.max(longest, Math.min(now - last, computed));
    [last, used] = [now, cpu];
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
