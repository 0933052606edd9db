// fix: Make
// fixes: 1
import { appendFileSync, readFileSync, rmSync } from "node:fs";

const LOG = "events.log";

export default function record(event: string, count = 1): void {
  for (let index = 0; index < count; index++) appendFileSync(LOG, `${event}\n`);
}

function recordAll(events: readonly string[]): number {
  for (const event of events) record(event);
  record("end", 2);
  return events.length;
}

export async function* steps(): AsyncGenerator<number> {
  yield recordAll(["a", "b"]);
  record("last");
}

for await (const step of steps()) console.log(step);
console.log(readFileSync(LOG, "utf8"));
rmSync(LOG);
