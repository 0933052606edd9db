/** Starts a fixture's HTTP service in a process of its own and asks it things. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { programEnvironment } from "./programs";

/** What a client sees of one answer; the body as base64, so that every byte counts. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** Starts `main` in `folder` with `PORT=0`, waits for the line with its address, gets each path in turn, stops it. */
export async function answersOf(main: string, folder: string, paths: readonly string[]): Promise<readonly Answer[]> {
  const service = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...programEnvironment(), PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressOf(service);
    const answers: Answer[] = [];
    for (const path of paths) {
      const response = await fetch(address + path, { signal: AbortSignal.timeout(10_000) });
      const body = Buffer.from(await response.arrayBuffer()).toString("base64");
      answers.push({ path, status: response.status, type: response.headers.get("content-type"), body });
    }
    return answers;
  } finally {
    const ended = service.exitCode === null && service.signalCode === null ? once(service, "exit") : undefined;
    service.kill();
    await ended;
  }
}

async function addressOf(service: ChildProcess): Promise<string> {
  if (service.stdout === null) throw new Error("the service has no standard output");
  for await (const line of createInterface(service.stdout)) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("the service ended before it said where it listens");
}
