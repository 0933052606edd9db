// The same in TypeScript: types tell what is short, enumerations and constants how many.
import { setImmediate as breathe } from "node:timers/promises";

enum Size {
  Small = 10,
  Large = 500_000_000,
}

class Limits {
  static readonly ROUNDS = 300_000_000;
  readonly tries = 3;
}

const TUPLE: readonly [string, string] = ["a", "b"];
const BOUNDS = { most: 400_000_000 } as const;

interface Row {
  readonly id: number;
  readonly parent: number;
  readonly tags: readonly string[];
}

export class Report {
  private readonly rows: Row[] = [];
  private stopped = false;
  private readonly kinds = ["a", "b"] as const;

  constructor(private readonly limits: Limits) {}

  async count(): Promise<number> {
    let total = 0;
    for (let i = 0; i < Size.Large; i++) total += i;
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let i = 0; i < Limits.ROUNDS; i++) total += i;
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let i = 0; i < BOUNDS.most; i++) total += i;
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let i = 0 as number; i < (1e9 as number); i++) total += i;
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let i = 0n; i < 1_000_000_000n; i++) total += Number(i);
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (let i = 0; i < Size.Small; i++) total += i;
    for (let i = 0; i < this.limits.tries; i++) total += i;
    return total;
  }

  async link(): Promise<void> {
    for (const row of this.rows) if (this.rows.some((other) => other.parent === row.id)) row.tags.at(0);
    for (const a of this.rows!) for (const b of this.rows as readonly Row[]) if (a.id === b.parent) a.tags.at(0);
    for (const kind of this.kinds) if (this.kinds.includes(kind)) this.rows.pop();
    for (const one of TUPLE) for (const other of TUPLE) if (one < other) this.rows.pop();
  }

  async wait(): Promise<void> {
    while (!this.stopped) {}
//<    ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  }

  stop(): void {
    this.stopped = true;
  }

  async words(text: string, pair: [Row, Row], names: readonly string[]): Promise<number> {
    let total = 0;
    for (const a of text) for (const b of text) if (a === b) total++;
    for (const a of pair) for (const b of pair) if (a.id === b.id) total++;
    for (const a of names) for (const b of names) if (a === b) total++;
//<    ^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    return total;
  }

  async fail(): Promise<never> {
    for (;;) {
      this.stop();
      give(this.rows.length);
    }
  }

  async breathe(): Promise<number> {
    let total = 0;
    for (let i = 0; i < Size.Large; i++) {
      total += i;
      if (i % 1_000_000 === 0) await breathe();
    }
    for (let i = 0; i < Size.Large; i++) {
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
      total += await this.next(i);
    }
    for (let i = 0; i < Size.Large; i++) {
      total += await this.later(i);
    }
    return total;
  }

  private async next(value: number): Promise<number> {
    return value + 1;
  }

  private async later(value: number): Promise<number> {
    await breathe();
    return value;
  }
}

function give(code: number): never {
  process.exit(code);
}
