/** Where the time of a run goes. */
import type { FileStore } from "./files";
import type { Stats } from "./types";

/** Measures stages as they end; what parsing took meanwhile is counted apart. */
export class StageClock {
  private readonly began = performance.now();
  private stageBegan = this.began;
  private readonly factsBefore: number;
  private factsMarked: number;
  private readonly stages = { discover: 0, index: 0, reach: 0, facts: 0, findings: 0 };

  constructor(private readonly store: FileStore) {
    this.factsBefore = this.factsMarked = store.factsMilliseconds;
  }

  /** The stage ends here. */
  mark(stage: "discover" | "index" | "reach" | "findings"): void {
    const now = performance.now();
    const facts = this.store.factsMilliseconds - this.factsMarked;
    this.factsMarked = this.store.factsMilliseconds;
    this.stages[stage] = Math.round(now - this.stageBegan - facts);
    this.stageBegan = now;
  }

  stats(): Pick<Stats, "milliseconds" | "stages"> {
    const facts = Math.round(this.store.factsMilliseconds - this.factsBefore);
    return { milliseconds: Math.round(performance.now() - this.began), stages: { ...this.stages, facts } };
  }
}

/** How many of `values` have each key. */
export function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    const key = keyOf(value);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
