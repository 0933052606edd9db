/** Which classes of the workspace implement a class or interface: by what they say they extend, or by their methods. */
import type { ClassFacts } from "../core/facts";
import { classOf, linkReference, type Declared, type LinkContext } from "../core/link";
import { classMeant } from "../core/members";
import type { FileStore } from "./files";
import { methodsOfClasses } from "./lexicalPython";
import { isSameData, isSameIndex, isSameSet, type Derived, type Input, type Queries } from "./queries";

export class Implementations {
  private readonly byBaseName: Derived<ReadonlyMap<string, readonly string[]>>;
  private readonly found: Derived<readonly Declared[]>;
  /** Names of the methods of each class of a Python file, as its text tells: an edit hardly ever changes them. */
  private readonly methods: Derived<readonly ReadonlySet<string>[]>;

  constructor(
    private readonly store: FileStore,
    queries: Queries,
    private readonly files: Input<readonly string[]>,
    private readonly links: LinkContext,
  ) {
    this.byBaseName = queries.derived(() => this.indexBases(), isSameIndex);
    this.methods = queries.derived((file) => {
      const read = store.languageOf(file)?.id === "python" ? store.read(file) : undefined;
      return read !== undefined && "text" in read ? methodsOfClasses(read.text) : [];
    }, areSameSets);
    this.found = queries.derived((node) => this.find(node), isSameData);
  }

  /** Subclasses and implementations, direct and indirect, sorted by file; those of the same file in their order there. */
  of({ file, key }: Declared): readonly Declared[] {
    return this.found.get(`${file}\0${key}`);
  }

  private find(node: string): readonly Declared[] {
    const [file = "", key = ""] = node.split("\0");
    const class_ = classOf(this.links, { file, key });
    // Who else implements what a package declares, nobody knows without all packages.
    if (class_ === undefined || this.store.dependencies.packageOf(file) !== undefined) return [];
    const found = new Map<string, Declared>();
    const pending: Declared[] = [{ file, key }];
    for (const base of pending) {
      for (const declared of this.direct(base)) {
        const name = `${declared.file}\0${declared.key}`;
        if (found.has(name) || name === node) continue;
        found.set(name, declared);
        pending.push(declared);
      }
    }
    if (found.size === 0 && class_.kind === "interface") {
      for (const declared of this.structural({ file, key }, class_))
        found.set(`${declared.file}\0${declared.key}`, declared);
    }
    return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  }

  /** Classes that name this one, or what it is imported as, among what they extend. */
  private direct(base: Declared): readonly Declared[] {
    const name = base.key.split(".").at(-1) ?? "";
    const files = new Set([base.file, ...(this.byBaseName.get("").get(name) ?? [])]);
    return [...files].flatMap((file) =>
      (this.store.facts(file)?.classes ?? []).flatMap((class_) =>
        this.isDirect(file, class_, base) ? [{ file, key: class_.key }] : [],
      ),
    );
  }

  private isDirect(file: string, class_: ClassFacts, base: Declared): boolean {
    return [...class_.bases, ...class_.implemented].some((reference) => {
      const class_ = classMeant(this.links, linkReference(this.links, file, reference));
      return class_?.file === base.file && class_.key === base.key;
    });
  }

  /** Python's protocols: a class that has all methods is meant, whether it says so or not. */
  private structural(protocol: Declared, declared: ClassFacts): readonly Declared[] {
    const names = Object.keys(declared.members);
    if (this.store.languageOf(protocol.file)?.id !== "python" || names.length === 0) return [];
    return this.files.get("").flatMap((file) => {
      if (!this.methods.get(file).some((methods) => names.every((name) => methods.has(name)))) return [];
      return (this.store.facts(file)?.classes ?? []).flatMap((class_) => {
        const isSelf = file === protocol.file && class_.key === protocol.key;
        return class_.kind === "class" && !isSelf && hasMembersOf(declared, class_) ? [{ file, key: class_.key }] : [];
      });
    });
  }

  /** Names that classes extend or implement → the files that say so. */
  private indexBases(): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>();
    for (const file of this.files.get("")) {
      for (const name of this.store.lexical(file)?.bases ?? []) {
        const list = index.get(name);
        if (list === undefined) index.set(name, [file]);
        else list.push(file);
      }
    }
    return index;
  }
}

function areSameSets(a: readonly ReadonlySet<string>[], b: readonly ReadonlySet<string>[]): boolean {
  return a.length === b.length && a.every((set, index) => isSameSet(set, b[index] ?? new Set()));
}

/** Whether a class has all members of a protocol: a property is none of its methods, nor a method one of its properties. */
function hasMembersOf(protocol: ClassFacts, class_: ClassFacts): boolean {
  return Object.entries(protocol.members).every(([name, { kind }]) => {
    const own = Object.hasOwn(class_.members, name) ? class_.members[name]?.kind : undefined;
    return own !== undefined && (own === kind || own === "field" || kind === "field");
  });
}
