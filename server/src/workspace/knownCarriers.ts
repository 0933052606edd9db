/** Carriers of classes, each found once, and only where that costs less than what it saves. */
import { nodeOf } from "../core/chains";
import type { Declared, LinkContext } from "../core/link";
import { Carriers } from "./carriers";
import type { FileStore } from "./files";
import type { Imports } from "./reach";

export class KnownCarriers {
  private readonly known = new Map<string, Carriers>();

  /**
   * @param matters whether a file is looked at.
   * @param above all files that depend on one, directly or not.
   */
  constructor(
    private readonly store: FileStore,
    private readonly graph: LinkContext,
    private readonly imports: Imports,
    private readonly matters: (file: string) => boolean,
    private readonly above: (file: string) => readonly string[],
  ) {}

  /** Those of `files`, which name a member of the class, that could come by one of its objects. */
  among(files: readonly string[], class_: Declared): readonly string[] {
    if (files.length === 0 || this.imports.structural.has(class_.file)) return files;
    const key = nodeOf(class_);
    let carriers = this.known.get(key);
    // What wasn't worth it for a few files may be for many.
    if (carriers === undefined || carriers.isGivenUpAt(files.length - 1)) {
      carriers = new Carriers(
        {
          graph: this.graph,
          words: (file) => this.store.words(file),
          files: this.above(class_.file).filter(this.matters),
          importing: (file) => this.imports.dependents.get(file) ?? [],
          isParsed: (file) => this.store.hasFacts(file),
          most: files.length - 1,
        },
        class_,
      );
      this.known.set(key, carriers);
    }
    const found = carriers;
    return files.filter((file) => found.reach(file));
  }
}
