/** Runs programs as whole processes and tells what they took. Linux: processor time and memory come from bash and /proc. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const POLL_MILLISECONDS = 10;

/**
 * One run of a program, in `cwd`, with nothing in its cache.
 * @returns {Promise<{ wall: number, cpu: number, peak: number, status: number, stdout: string, stderr: string }>} seconds, seconds, megabytes
 */
export function measure([command, ...rest], cwd) {
  return new Promise((resolve, reject) => {
    const timed = 'TIMEFORMAT="%R %U %S"; time "$@" 2>&3';
    const child = spawn("bash", ["-c", timed, "bash", command, ...rest], {
      cwd,
      env: withoutCertificates(),
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    const texts = ["", "", ""];
    child.stdio.slice(1).forEach((stream, index) => {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (texts[index] += text));
    });
    let peak = 0;
    const poll = setInterval(() => (peak = Math.max(peak, residentOf(child.pid))), POLL_MILLISECONDS);
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(poll);
      const [wall, user, system] = texts[1].trim().split("\n").at(-1).split(" ").map(Number);
      resolve({ wall, cpu: user + system, peak: peak / 1024, status, stdout: texts[0], stderr: texts[2] });
    });
  });
}

/** Node reads extra certificates at every start, which costs more than some of what is measured. */
function withoutCertificates() {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  return environment;
}

/** Kilobytes that a process and those that it started hold now. */
function residentOf(pid) {
  let sum = 0;
  const pending = [pid];
  for (const current of pending) {
    try {
      const [, resident] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${current}/status`, "utf8")) ?? [];
      sum += Number(resident ?? 0);
      for (const task of readdirSync(`/proc/${current}/task`)) {
        const children = readFileSync(`/proc/${current}/task/${task}/children`, "utf8").trim();
        if (children !== "") pending.push(...children.split(" "));
      }
    } catch {
      // It has ended between two looks.
    }
  }
  return sum;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value below which `share` of all lie. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
