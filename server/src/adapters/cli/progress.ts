/** One line on the terminal that says how far a long run is, and goes away. */

/** Shorter runs show nothing. */
const QUIET_MILLISECONDS = 500;
const BETWEEN_MILLISECONDS = 100;

export interface Progress {
  update(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

export function createProgress(
  output: { readonly isTTY?: boolean; write(text: string): unknown },
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let shown = Number.NEGATIVE_INFINITY;
  const erase = "\r\u001B[K";
  return {
    update(done, total) {
      const time = now();
      if (output.isTTY !== true || time - started < QUIET_MILLISECONDS || time - shown < BETWEEN_MILLISECONDS) return;
      shown = time;
      output.write(`${erase}Checking ${done} of ${total} files…`);
    },
    end() {
      if (shown !== Number.NEGATIVE_INFINITY) output.write(erase);
    },
  };
}
