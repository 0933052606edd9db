/** Ours, in memory. */
export function readFileSync(path: string) {
  return path;
}
