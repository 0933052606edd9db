/** Asks a service for everything in turn, and meanwhile for something that takes no time: how long does that wait? */
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { percentile } from "../measure.mjs";

const require = createRequire(join(fileURLToPath(new URL("..", import.meta.url)), "package.json"));
const autocannon = require("autocannon");

/** So many of the others are under way at the same time, and come in a second. */
const CONNECTIONS = 6;
const REQUESTS_PER_SECOND = 10;
/** The quick request comes each 25 ms, whether earlier ones have been answered or not. */
const INTERVAL_MILLISECONDS = 25;

/**
 * Latencies in milliseconds of the quick request, from when it was due, while the others come at a steady rate. `answered`: of
 * the others, in a second.
 */
export async function load({ address, service, seconds }) {
  const others = service.paths.filter((path) => path !== service.quick);
  const background = autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    overallRate: REQUESTS_PER_SECOND,
    requests: others.map((path) => ({ method: "GET", path })),
  });
  const latencies = await probe(address + service.quick, seconds);
  const busy = await background;
  if (busy.non2xx + busy.errors > 0) throw new Error(`Requests to the ${service.name} service failed.`);
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => Math.round(percentile(latencies, share)));
  return { p50, p99, max, answered: busy.requests.total / seconds };
}

async function probe(url, seconds) {
  const started = performance.now();
  const asked = [];
  for (let due = 0; due < seconds * 1000; due += INTERVAL_MILLISECONDS) {
    await setTimeout(Math.max(0, started + due - performance.now()));
    asked.push(latencyOf(url, started + due));
  }
  return await Promise.all(asked);
}

async function latencyOf(url, due) {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return performance.now() - due;
}
