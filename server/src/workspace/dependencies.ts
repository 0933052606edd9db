/** Installed packages, followed from the calls of the workspace downwards, as far as a budget goes. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import type { Problem } from "../core/facts";
import { installedPackage, type InstalledPackage } from "./installed";
import type { LexicalFacts } from "./lexical";
import type { Derived, Queries } from "./queries";
import type { DependencyStats } from "./types";

/** What is parsed at most. Characters of text stand for bytes. */
export const DEPENDENCY_BUDGET = {
  filesOfPackage: 100,
  charactersOfPackage: 2_000_000,
  files: 1000,
  characters: 12_000_000,
  /** A larger file is a bundle of many, whatever its name. */
  charactersOfFile: 400_000,
} as const;

/** So many files are looked through, without a parser, for one that names an API; if there are more, one may. */
const MOST_LOOKED_THROUGH = 300;

const BUDGET_SPENT =
  "Not followed to the end: the budget for dependencies is spent, so calls that block in it may be missing.";

/** What following asks of the files. */
export interface DependencySource {
  catalogueOf(file: string): CatalogueIndex;
  /** The settings of a file of the workspace say that what it imports is followed. */
  follows(file: string): boolean;
  lexical(file: string): LexicalFacts | undefined;
  /** The file that a specifier means, of the workspace or installed. */
  find(file: string, specifier: string): { readonly file: string } | undefined;
}

export class Dependencies {
  private readonly packages = new Map<string, InstalledPackage | undefined>();
  private readonly leading: Derived<boolean>;
  /** Lengths of the files that were parsed, by package. */
  private readonly spent = new Map<string, Map<string, number>>();
  /** Packages that are known in part, by folder. */
  private readonly cut = new Set<string>();
  private readonly bundles = new Set<string>();

  constructor(
    queries: Queries,
    private readonly root: string,
    private readonly source: DependencySource,
  ) {
    this.leading = queries.derived((file) => this.leadsToApi(file));
  }

  /** The package that a file is of; undefined for files of the workspace. */
  packageOf(file: string): InstalledPackage | undefined {
    if (!this.packages.has(file)) this.packages.set(file, installedPackage(this.root, file));
    return this.packages.get(file);
  }

  /** Whether what `from` imports is followed into `file`, which is installed. */
  admits(from: string, file: string, package_: InstalledPackage): boolean {
    const own = this.packageOf(from);
    if (own === undefined && !this.source.follows(from)) return false;
    // The catalogue knows what its packages do, also what they do quietly.
    const isListed =
      own?.folder !== package_.folder && this.source.catalogueOf(from).module(package_.name) !== undefined;
    return !isListed && this.leading.get(file);
  }

  /**
   * Whether a file may be parsed: takes it from the budget. Where the budget ends, what is followed depends on what was asked
   * first; `problems` says so.
   */
  take(file: string, text: string): boolean {
    const package_ = this.packageOf(file);
    if (package_ === undefined) return true;
    const budget = DEPENDENCY_BUDGET;
    if (text.length > budget.charactersOfFile) {
      this.bundles.add(file);
      return false;
    }
    const own = this.spent.get(package_.folder) ?? new Map<string, number>();
    // A file that is parsed again costs what it is now.
    own.delete(file);
    const total = this.stats();
    const fits =
      own.size < budget.filesOfPackage &&
      sum(own.values()) + text.length <= budget.charactersOfPackage &&
      total.files < budget.files &&
      total.characters + text.length <= budget.characters;
    if (fits) this.spent.set(package_.folder, own.set(file, text.length));
    else this.cut.add(package_.folder);
    return fits;
  }

  /** What was parsed so far. */
  stats(): DependencyStats {
    const all = [...this.spent.values()];
    return {
      packages: all.length,
      files: sum(all.map(({ size }) => size)),
      characters: sum(all.flatMap((files) => [...files.values()])),
      bundles: this.bundles.size,
      cut: this.cut.size,
    };
  }

  /** Packages that weren't followed to the end. */
  problems(): readonly Problem[] {
    return [...this.cut].sort().map((folder) => ({ file: folder, kind: "budget", message: BUDGET_SPENT }));
  }

  /** Whether a file, or what it imports, names a catalogued API. Nothing is parsed. */
  private leadsToApi(file: string): boolean {
    const seen = new Set([file]);
    for (const current of seen) {
      const lexical = this.source.lexical(current);
      if (lexical?.mentionsApi === true || seen.size > MOST_LOOKED_THROUGH) return true;
      for (const specifier of lexical?.specifiers ?? []) {
        const found = this.source.find(current, specifier)?.file;
        if (found !== undefined) seen.add(found);
      }
    }
    return false;
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
