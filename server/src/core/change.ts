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
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let same = 0;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}
