/**
 * Loops that are fixed: each function that a module exports gives the same before and after, and the event loop, which it held
 * before, is free. A stall that isn't there each time is the machine's.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FIXTURES } from "./fixtures";
import { programEnvironment } from "./programs";

/** What one function gave. */
export interface Told {
  readonly result: string;
  /** The longest delay of the event loop, in milliseconds, as Node.js measures it: on a busy machine, also that of others. */
  readonly delay: number;
  /** The longest turn of the event loop, in milliseconds, as far as the process computed in it. */
  readonly turn: number;
}

/** Milliseconds. */
const LEAST_STALL = 50;
const LONGEST_DELAY = 20;
const TRIES = 4;
const TIME_LIMIT = 120_000;

const HARNESS = join(FIXTURES, "loops", "harness.mjs");
const TYPESCRIPT_LOADER = pathToFileURL(require.resolve("tsx")).href;

/** Runs functions of a module, all without names; TypeScript by tsx. */
export function tell(file: string, names: readonly string[] = []): Promise<ReadonlyMap<string, Told>> {
  const loader = /\.[cm]?ts$/.test(file) ? ["--import", TYPESCRIPT_LOADER] : [];
  const options = { env: programEnvironment(), timeout: TIME_LIMIT };
  return new Promise((settle, fail) => {
    execFile(process.execPath, [...loader, HARNESS, file, ...names], options, (error, stdout, stderr) => {
      if (error !== null) fail(new Error(`${file} ends with ${String(error.code)}: ${stderr}`));
      else settle(new Map(Object.entries(JSON.parse(stdout) as Record<string, Told>)));
    });
  });
}

/** `before` and `after` are the module as it was and as it is; they may be in different folders. */
export async function checkFreed(before: string, after: string, trace: () => string): Promise<void> {
  const was = await tell(before);
  const is = await tell(after);
  const results = (told: ReadonlyMap<string, Told>): object =>
    Object.fromEntries([...told].map(([name, { result }]) => [name, result]));
  assert.ok(was.size > 0, `${before} exports no async function`);
  assert.deepEqual(results(is), results(was), `another result from\n${trace()}`);
  const held = [...was].filter(([, { delay, turn }]) => Math.max(delay, turn) < LEAST_STALL);
  assert.deepEqual(held, [], "these didn't hold the event loop in the first place");
  const stalls = new Map([...is].map(([name, { turn }]) => [name, turn]));
  const stalled = (): readonly string[] =>
    [...stalls].filter(([, delay]) => delay >= LONGEST_DELAY).map(([name]) => name);
  for (let tries = 1; stalled().length > 0 && tries < TRIES; tries++)
    for (const [name, { turn }] of await tell(after, stalled()))
      stalls.set(name, Math.min(turn, stalls.get(name) ?? turn));
  assert.deepEqual(
    stalled().map((name) => `${name}: ${stalls.get(name)?.toFixed(0) ?? ""} ms`),
    [],
    `in\n${trace()}\nthese still hold the event loop`,
  );
}
