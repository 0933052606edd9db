/** Asks a service for everything at once, and meanwhile for something that takes no time: how long does that wait? */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(join(fileURLToPath(new URL("..", import.meta.url)), "package.json"));
const autocannon = require("autocannon");

/** So many of each are under way, or come in a second. */
const CONNECTIONS = 6;
const REQUESTS_PER_SECOND = 15;
const QUICK_PER_SECOND = 40;

/**
 * Latencies in milliseconds of the quick request, while the others come at a steady rate; `answered` of both kinds in a
 * second. Requests that had to wait for their turn count from when they were due.
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
  const measured = autocannon({
    url: address + service.quick,
    connections: 2,
    duration: seconds,
    overallRate: QUICK_PER_SECOND,
  });
  const [busy, quick] = await Promise.all([background, measured]);
  const failed = busy.non2xx + busy.errors + quick.non2xx + quick.errors;
  if (failed > 0) throw new Error(`${failed} requests to the ${service.name} service failed.`);
  const { p50, p99, max } = quick.latency;
  return { p50, p99, max, answered: (busy.requests.total + quick.requests.total) / seconds };
}
