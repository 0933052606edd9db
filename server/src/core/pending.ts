/** What is being looked up on the way to an answer: declarations that go round in a circle end as unknown. */
export type Pending = Set<string>;

/** `compute`, unless it is already being computed further up. */
export function guarded<T>(pending: Pending, key: string, compute: () => T | undefined): T | undefined {
  if (pending.has(key)) return undefined;
  pending.add(key);
  const value = compute();
  pending.delete(key);
  return value;
}
