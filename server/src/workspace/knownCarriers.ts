/** Carriers of classes, each found once, and only where that costs less than what it saves. */
import type { Declared, LinkContext } from "../core/link";
import { Carriers } from "./carriers";
import type { FileStore } from "./files";
import { lastName, UNSPEAKABLE } from "./offered";
import type { Imports } from "./reach";
import { ANYWHERE } from "./words";

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
    const key = `${class_.file}\0${class_.key}`;
    let carriers = this.known.get(key);
    if (carriers === undefined) {
      // To find them costs a parse of each file that names the class.
      const name = lastName(class_.key);
      const naming = UNSPEAKABLE.test(name)
        ? []
        : this.files(class_.file).filter(
            (file) => !this.store.hasFacts(file) && this.store.words(file).has(name, ANYWHERE),
          );
      if (naming.length > 0 && naming.length >= files.length) return files;
      carriers = new Carriers(
        {
          graph: this.graph,
          words: (file) => this.store.words(file),
          files: this.files(class_.file),
          importing: (file) => this.imports.dependents.get(file) ?? [],
        },
        class_,
      );
      this.known.set(key, carriers);
    }
    const found = carriers;
    return files.filter((file) => found.reach(file));
  }

  private files(file: string): readonly string[] {
    return this.above(file).filter(this.matters);
  }
}
