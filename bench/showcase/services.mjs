/** The two services of the showcase: what they consist of, how they start, what is asked of them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { pythonVenv } from "../../scripts/python-venv.mjs";

/** `files` are those that a person would have open; `paths` are asked in turn. */
export const SERVICES = [
  {
    name: "Node.js",
    source: ".",
    files: ["accounts", "archive", "config", "forecast", "log", "notes", "pages", "version"].map(
      (name) => `lib/${name}.mjs`,
    ),
    command: () => [process.execPath, "server.mjs"],
    paths: [
      "/",
      "/notes/welcome",
      "/style.css",
      "/archive.gz",
      "/login?name=ada&password=lovelace",
      "/forecast",
      "/version",
    ],
    quick: "/style.css",
  },
  {
    name: "FastAPI",
    source: "fastapi",
    files: ["service.py", "reports.py"],
    command: () => [pythonVenv(), "service.py"],
    paths: ["/health", "/price", "/terms", "/login", "/forecast", "/report"],
    quick: "/health",
  },
];

/** Starts a service in `folder` on a free port and gives its address and what ends it. */
export async function start(service, folder) {
  const [command, ...words] = service.command();
  const env = { ...process.env, PORT: "0", PYTHONDONTWRITEBYTECODE: "1" };
  const running = spawn(command, words, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  const stop = async () => {
    const ended = running.exitCode === null && running.signalCode === null ? once(running, "exit") : undefined;
    // The service and the processes of its pool: it leads a group of its own.
    process.kill(-running.pid, "SIGKILL");
    await ended;
  };
  for await (const line of createInterface(running.stdout)) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    running.stdout.resume();
    return { address, stop };
  }
  await stop();
  throw new Error(`The ${service.name} service ended before it said where it listens.`);
}
