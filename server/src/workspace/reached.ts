/** What is known of all files together: which can have functions that block, and by which names others run something of them. */
import type { Input, Queries } from "./queries";

interface Known {
  readonly files: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export class Reached {
  private known: Known | undefined;
  private readonly files: Input<boolean>;
  private readonly names: Input<boolean>;

  constructor(queries: Queries) {
    this.files = queries.input((file) => hasFile(this.known, file));
    this.names = queries.input((name) => hasName(this.known, name));
  }

  /** Whether a function of the file could block; true as long as that isn't known. */
  mayBlock(file: string): boolean {
    return this.files.get(file);
  }

  /** Whether something that blocks may be run from another file by this name; true as long as that isn't known. */
  mayName(name: string): boolean {
    return this.names.get(name);
  }

  /** As `mayBlock`, for who doesn't compute anything from it. */
  isReached(file: string): boolean {
    return hasFile(this.known, file);
  }

  /** Copies what is given. */
  set(files: ReadonlySet<string>, names: ReadonlySet<string>): void {
    this.change({ files: new Set(files), names: new Set(names) });
  }

  /** After an edit nobody knows it any more: a file that nobody used may be used now. */
  forget(): void {
    if (this.known !== undefined) this.change(undefined);
  }

  private change(known: Known | undefined): void {
    const before = this.known;
    this.known = known;
    this.files.invalidateWhere((file) => hasFile(before, file) !== hasFile(known, file));
    this.names.invalidateWhere((name) => hasName(before, name) !== hasName(known, name));
  }
}

function hasFile(known: Known | undefined, file: string): boolean {
  return known === undefined || known.files.has(file);
}

/** An object that can be called is run by whatever it is called. */
function hasName(known: Known | undefined, name: string): boolean {
  return known === undefined || known.names.has(name) || known.names.has("__call__");
}
