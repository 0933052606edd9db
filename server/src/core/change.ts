/** Where two texts differ. */

/** What was between `start` and `oldEnd` is now between `start` and `newEnd`; everything else is the same. UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest change that makes `after` of `before`. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (const step of STEPS) {
    while (start + step <= shorter && isSameAt(before, start, after, start, step)) start += step;
  }
  const most = shorter - start;
  let same = 0;
  for (const step of STEPS) {
    while (
      same + step <= most &&
      isSameAt(before, before.length - same - step, after, after.length - same - step, step)
    )
      same += step;
  }
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** Characters that are compared at once: whole parts of a text are compared far faster than one character after the other. */
const STEPS = [4096, 64, 1];

function isSameAt(before: string, at: number, after: string, there: number, length: number): boolean {
  return before.slice(at, at + length) === after.slice(there, there + length);
}
