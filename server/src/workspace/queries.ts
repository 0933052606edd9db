/**
 * Incremental computation: inputs, and values computed from them, each computed again only when something that it used
 * has changed. What a value used is recorded while it is computed, so nothing has to be declared and nothing forgotten.
 *
 * A value that comes out the same as before stops the wave: what used it isn't computed again. Inputs that hardly ever
 * change (files on disk, as opposed to the one that is being edited) are *durable*; what rests on them alone isn't even
 * looked at after a keystroke.
 */

/** Something that others can have used. */
interface Cell {
  /** Revision at which the value became what it is. */
  readonly changedAt: number;
  readonly isDurable: boolean;
  readonly isRunning: boolean;
  /** Brings `changedAt` up to date. */
  refresh(): void;
}

export interface Input<V> {
  get(key: string): V;
  /** The value of `key` may be another now. */
  invalidate(key: string): void;
  /** The same for all keys of which `concerns` is true. */
  invalidateWhere(concerns: (key: string) => boolean): void;
  /** Whether the value was ever asked for. */
  has(key: string): boolean;
}

export interface Derived<V> {
  get(key: string): V;
  /** Whether the value is being computed further up, so that it can't be asked for. */
  isRunning(key: string): boolean;
  has(key: string): boolean;
}

/** Whether two values of plain data say the same, order included. */
export function isSameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same for two maps. */
export function isSameIndex(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return isSameData([...a], [...b]);
}

/** The same for two sets, whatever their order. */
export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

/** Keys for what files are asked for, each made once: who puts one together again has it hashed again, and they are long. */
export class QuestionKeys {
  private readonly keys = new Map<string, Map<string, string>>();

  of(file: string, question: string, make: () => string): string {
    let here = this.keys.get(file);
    if (here === undefined) this.keys.set(file, (here = new Map<string, string>()));
    let key = here.get(question);
    if (key === undefined) here.set(question, (key = make()));
    return key;
  }
}

export class Queries {
  private revision = 1;
  private durableRevision = 1;
  private recorder: Set<Cell> | undefined;

  /** `read` looks outside; it is asked again after `invalidate` only. `isDurable` says how likely that is. */
  input<V>(read: (key: string) => V, isDurable: (key: string) => boolean = () => true): Input<V> {
    const cells = new Map<string, InputCell<V>>();
    const invalidate = (cell: InputCell<V>, key: string): void => {
      this.revision++;
      // What is durable now may have been the text of an editor, and the other way round.
      if (cell.isDurable || isDurable(key)) this.durableRevision = this.revision;
      cell.isStale = true;
      cell.isDurable = isDurable(key);
    };
    return {
      get: (key) => {
        let cell = cells.get(key);
        if (cell === undefined) {
          cell = new InputCell(read(key), this.revision, isDurable(key), () => ({
            value: read(key),
            at: this.revision,
          }));
          cells.set(key, cell);
        }
        cell.refresh();
        this.recorder?.add(cell);
        return cell.value;
      },
      invalidate: (key) => {
        const cell = cells.get(key);
        if (cell !== undefined) invalidate(cell, key);
      },
      invalidateWhere: (concerns) => {
        for (const [key, cell] of cells) if (concerns(key)) invalidate(cell, key);
      },
      has: (key) => cells.has(key),
    };
  }

  /** `isSame` tells whether a value computed again is what it was; by default only the very same value is. */
  derived<V>(compute: (key: string) => V, isSame: (a: V, b: V) => boolean = Object.is): Derived<V> {
    const cells = new Map<string, DerivedCell<V>>();
    return {
      get: (key) => {
        let cell = cells.get(key);
        if (cell === undefined) {
          cell = new DerivedCell(this.state, key, compute, isSame);
          cells.set(key, cell);
        }
        cell.refresh();
        this.recorder?.add(cell);
        return cell.current();
      },
      isRunning: (key) => cells.get(key)?.isRunning === true,
      has: (key) => cells.has(key),
    };
  }

  /** What cells need to know of the whole. */
  private readonly state: State = {
    revision: () => this.revision,
    durableRevision: () => this.durableRevision,
    record: (key, compute) => {
      const outer = this.recorder;
      const used = new Set<Cell>();
      this.recorder = used;
      try {
        return { value: compute(key), used: [...used] };
      } finally {
        this.recorder = outer;
      }
    },
  };
}

interface State {
  revision(): number;
  durableRevision(): number;
  record<V>(key: string, compute: (key: string) => V): { readonly value: V; readonly used: readonly Cell[] };
}

class InputCell<V> implements Cell {
  isStale = false;
  readonly isRunning = false;

  constructor(
    public value: V,
    public changedAt: number,
    public isDurable: boolean,
    private readonly readAgain: () => { readonly value: V; readonly at: number },
  ) {}

  refresh(): void {
    if (!this.isStale) return;
    this.isStale = false;
    const { value, at } = this.readAgain();
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.changedAt = at;
  }
}

class DerivedCell<V> implements Cell {
  changedAt = 0;
  isDurable = false;
  isRunning = false;
  private value: { readonly is: V } | undefined;
  private verifiedAt = 0;
  private used: readonly Cell[] = [];

  constructor(
    private readonly state: State,
    private readonly key: string,
    private readonly compute: (key: string) => V,
    private readonly isSame: (a: V, b: V) => boolean,
  ) {}

  refresh(): void {
    const revision = this.state.revision();
    if (this.verifiedAt === revision) return;
    if (this.isRunning) throw new Error("A value is computed from itself.");
    if (this.value === undefined || this.isOutdated()) this.run();
    this.verifiedAt = revision;
  }

  current(): V {
    if (this.value === undefined) throw new Error("A value was read before it was computed.");
    return this.value.is;
  }

  private isOutdated(): boolean {
    if (this.isDurable && this.verifiedAt >= this.state.durableRevision()) return false;
    this.isRunning = true;
    try {
      const isOutdated = this.used.some((cell) => {
        // What is being computed further up asks for this one now, so the two have changed roles.
        if (cell.isRunning) return true;
        cell.refresh();
        return cell.changedAt > this.verifiedAt;
      });
      // A value that stays may rest on a file that an editor has opened, as it is, since it was computed.
      if (!isOutdated) this.isDurable = this.used.every((cell) => cell.isDurable);
      return isOutdated;
    } finally {
      this.isRunning = false;
    }
  }

  private run(): void {
    this.isRunning = true;
    try {
      const { value, used } = this.state.record(this.key, this.compute);
      this.used = used;
      this.isDurable = used.every((cell) => cell.isDurable);
      if (this.value === undefined || !this.isSame(this.value.is, value)) {
        this.value = { is: value };
        this.changedAt = this.state.revision();
      }
    } finally {
      this.isRunning = false;
    }
  }
}
