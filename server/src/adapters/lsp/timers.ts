/** Work that waits for a pause: each `schedule` starts the wait again. */
export interface Debounced {
  schedule(): void;
  cancel(): void;
}

/** `work` runs once, `milliseconds` after the last `schedule`. It must not throw. */
export function debounced(milliseconds: number, work: () => void): Debounced {
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    schedule() {
      cancel();
      timer = setTimeout(work, milliseconds);
    },
    cancel,
  };
}

/** Lets messages that already arrived be handled first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
