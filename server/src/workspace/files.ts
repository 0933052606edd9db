/** Texts, facts and imports of files, each made once per version: the store behind the analyzer. */
import * as path from "node:path";
import type { CatalogueIndex } from "../core/catalogueIndex";
import type { FileFacts, Problem } from "../core/facts";
import type { ResolvedModule } from "../core/link";
import type { Language } from "../languages/language";
import { readOpen } from "./classify";
import { Dependencies } from "./dependencies";
import { INSTALL_RECORDS } from "./installed";
import { withKnownCalls } from "./knownCalls";
import { createLexer, type LexicalFacts } from "./lexical";
import { createPythonLexer } from "./lexicalPython";
import { isSameData, QuestionKeys, type Derived, type Input, type Queries } from "./queries";
import { ModuleResolver } from "./resolution/resolver";
import { moduleKey } from "./resolution/specifiers";
import type { Tsconfig } from "./resolution/tsconfigs";
import type { Host, ReadResult } from "./types";
import { ANYWHERE, Words } from "./words";

/** Facts of a file, or why there are none; neither for a file in no known language. */
type Analysed = { readonly facts: FileFacts } | { readonly problem: Problem } | undefined;

export class FileStore {
  private readonly open = new Map<string, string>();
  private readonly texts: Input<ReadResult>;
  private readonly lineStarts: Derived<readonly number[]>;
  private readonly lexicals: Derived<LexicalFacts | undefined>;
  private readonly wordsIn: Derived<Words>;
  private readonly analysed: Derived<Analysed>;
  private readonly found: Derived<ResolvedModule | undefined>;
  private readonly modulesAsked = new QuestionKeys();
  private readonly stars: Derived<readonly string[]>;
  private readonly namesAsked = new QuestionKeys();
  private readonly languagesByExtension: ReadonlyMap<string, Language>;
  /** Changes whenever a file may mean another one: files come and go, manifests change. */
  private readonly layout: Input<number>;
  private layouts = 0;
  /** Time that parsing has taken so far. */
  factsMilliseconds = 0;
  private readonly modules: ModuleResolver;
  /** Changes whenever a module's name may mean another file. */
  private readonly moduleLayout: Input<number>;
  private readonly lexers = new Map<CatalogueIndex, (text: string) => LexicalFacts>();
  readonly dependencies: Dependencies;

  /**
   * @param root the workspace's folder.
   * @param follows whether the settings of a file say that what it imports is followed into installed packages.
   */
  constructor(
    queries: Queries,
    root: string,
    private readonly host: Host,
    languages: readonly Language[],
    readonly catalogueOf: (file: string) => CatalogueIndex,
    follows: (file: string) => boolean,
  ) {
    this.languagesByExtension = new Map(
      languages
        .flatMap((language) => language.extensions.map((extension) => [extension, language] as const))
        .toReversed(),
    );
    this.dependencies = new Dependencies(queries, root, {
      catalogueOf,
      follows,
      lexical: (file) => this.lexical(file),
      find: (file, specifier) => this.find(file, specifier),
    });
    const isOnDisk = (file: string): boolean => !this.open.has(file);
    this.texts = queries.input((file) => this.readNow(file), isOnDisk);
    this.layout = queries.input(() => ++this.layouts);
    this.lineStarts = queries.derived((file) => {
      const read = this.read(file);
      return "text" in read ? lineStartsOf(read.text) : [0];
    });
    this.moduleLayout = queries.input(() => ++this.layouts);
    this.modules = new ModuleResolver({
      isFile: (file) => host.isFile(file),
      isOpen: (file) => this.open.has(file),
      readText: (file) => {
        const read = host.read(file);
        return "text" in read ? read.text : undefined;
      },
      realpath: (file) => host.realpath(file),
      entries: (folder) => host.entries(folder),
    });
    this.lexicals = queries.derived((file) => {
      const read = this.read(file);
      return "text" in read ? this.lexerOf(file)(read.text) : undefined;
    });
    this.wordsIn = queries.derived((file) => {
      const read = this.read(file);
      return new Words("text" in read ? read.text : "");
    });
    this.analysed = queries.derived((file) => this.analyse(file));
    this.found = queries.derived((key) => this.findNow(key), isSameModule);
    this.stars = queries.derived((key) => this.findStarSources(key), isSameData);
  }

  languageOf(file: string): Language | undefined {
    return this.languagesByExtension.get(path.extname(file).toLowerCase());
  }

  /** Paths of the files that editors have open. */
  openFiles(): readonly string[] {
    return [...this.open.keys()];
  }

  /** The text that an editor has of a file; undefined when it is the disk's again. Gives whether files have come or gone by it. */
  setOpen(file: string, text: string | undefined): boolean {
    if (text === undefined ? !this.open.has(file) : this.open.get(file) === text) return false;
    const isNews = text === undefined || !this.open.has(file);
    // An editor can have a file that the disk hasn't, or that nobody has told of yet.
    const isUnknown = isNews && !(this.host.isFile(file) && this.modules.knows(file));
    if (text === undefined) this.open.delete(file);
    else this.open.set(file, text);
    this.texts.invalidate(file);
    if (isUnknown) this.changedLayout(file);
    return isUnknown;
  }

  /** A file, or everything below a folder, was created, changed or deleted. */
  changedOnDisk(file: string): void {
    if (INSTALL_RECORDS.has(path.basename(file))) return this.reinstalled();
    const below = file + path.sep;
    this.texts.invalidateWhere((known) => !this.open.has(known) && (known === file || known.startsWith(below)));
    this.changedLayout(file);
  }

  /** All packages may be others now: nobody tells of each of their files. */
  private reinstalled(): void {
    this.texts.invalidateWhere((known) => !this.open.has(known) && this.dependencies.packageOf(known) !== undefined);
    this.modules.clear();
    this.layout.invalidate("");
    this.moduleLayout.invalidate("");
  }

  private changedLayout(file: string): void {
    this.layout.invalidate("");
    if (this.modules.changed(file)) this.moduleLayout.invalidate("");
  }

  /** To be asked by whatever depends on which files there are, or on what manifests say. */
  usesLayout(): void {
    this.layout.get("");
  }

  /** The tsconfig.json that holds for a file. */
  tsconfigOf(file: string): Tsconfig | undefined {
    return this.modules.tsconfigOf(file);
  }

  isFile(file: string): boolean {
    return this.open.has(file) || this.host.isFile(file);
  }

  /** The text, or why there is none: also for what couldn't be analysed. */
  read(file: string): ReadResult {
    return this.texts.get(file);
  }

  /** Zero-based line of an offset. */
  lineAt(file: string, offset: number): number {
    const starts = this.lineStarts.get(file);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lexical(file: string): LexicalFacts | undefined {
    return this.lexicals.get(file);
  }

  words(file: string): Words {
    return this.wordsIn.get(file);
  }

  /** Whether a file could export a name, as far as its text tells: no parser is asked. */
  private mayExport(file: string, name: string): boolean {
    return this.lexical(file)?.exportsUnnamed !== false || this.words(file).has(name, ANYWHERE);
  }

  /** Facts of a file in a known language; undefined where it can't be read. */
  facts(file: string): FileFacts | undefined {
    const analysed = this.analysed.get(file);
    return analysed !== undefined && "facts" in analysed ? analysed.facts : undefined;
  }

  /** Why a file that was asked for its facts has none. */
  problem(file: string): Problem | undefined {
    const analysed = this.analysed.has(file) ? this.analysed.get(file) : undefined;
    return analysed !== undefined && "problem" in analysed ? analysed.problem : undefined;
  }

  hasFacts(file: string): boolean {
    return this.analysed.has(file) && this.facts(file) !== undefined;
  }

  /**
   * The file that a specifier means, and how many of the `names` behind it are submodules on the way to it; undefined also for
   * files of installed packages that aren't followed.
   */
  resolve(file: string, specifier: string, names: readonly string[] = []): ResolvedModule | undefined {
    const found = this.find(file, specifier, names);
    const package_ = found === undefined ? undefined : this.dependencies.packageOf(found.file);
    if (found === undefined || package_ === undefined) return found;
    return this.dependencies.admits(file, found.file, package_) ? found : undefined;
  }

  /** The same without a look at whether it is followed. */
  private find(file: string, specifier: string, names: readonly string[] = []): ResolvedModule | undefined {
    const isPython = this.languageOf(file)?.id === "python";
    const question = isPython && names.length > 0 ? [specifier, ...names].join("\0") : specifier;
    const key = this.modulesAsked.of(file, question, () => moduleKey(file, isPython, question));
    return this.found.get(key);
  }

  /** The specifiers among the file's `export * from …` that may bring the name, in their order. */
  starSources(file: string, name: string): readonly string[] {
    const key = this.namesAsked.of(file, name, () => `${file}\0${name}`);
    return this.stars.get(key);
  }

  private findStarSources(key: string): readonly string[] {
    const [file = "", name = ""] = key.split("\0");
    return (this.facts(file)?.starExports ?? []).filter((specifier) => {
      const source = this.resolve(file, specifier);
      return source === undefined || this.mayExport(source.file, name);
    });
  }

  private findNow(key: string): ResolvedModule | undefined {
    const [language, from = "", specifier = "", ...names] = key.split("\0");
    this.moduleLayout.get("");
    return language === "python"
      ? this.modules.resolvePython(from, specifier, names)
      : this.modules.resolve(from, specifier);
  }

  private analyse(file: string): Analysed {
    const read = this.read(file);
    const language = this.languageOf(file);
    if (!("text" in read)) return { problem: read.problem };
    if (language === undefined || !this.dependencies.take(file, read.text)) return undefined;
    const started = performance.now();
    try {
      const isOwn = this.dependencies.packageOf(file) === undefined;
      const facts = language.facts(file, read.text, { chosen: isOwn });
      const finds = (specifier: string, names: readonly string[]): boolean =>
        this.resolve(file, specifier, names) !== undefined;
      return { facts: withKnownCalls(facts, this.catalogueOf(file), finds) };
    } catch (error) {
      // One file must not end the run, nor look clean: it counts as one that can't be read.
      return { problem: failureOf(file, error) };
    } finally {
      this.factsMilliseconds += performance.now() - started;
    }
  }

  private lexerOf(file: string): (text: string) => LexicalFacts {
    const catalogue = this.catalogueOf(file);
    const known = this.lexers.get(catalogue);
    if (known !== undefined) return known;
    const lexer = this.languageOf(file)?.id === "python" ? createPythonLexer(catalogue) : createLexer(catalogue);
    this.lexers.set(catalogue, lexer);
    return lexer;
  }

  private readNow(file: string): ReadResult {
    const text = this.open.get(file);
    return text === undefined ? this.host.read(file) : readOpen(file, text);
  }
}

/** Offsets at which lines begin; they end at \n, \r\n or \r, as editors count them. */
function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
}

function isSameModule(a: ResolvedModule | undefined, b: ResolvedModule | undefined): boolean {
  return a?.file === b?.file && a?.used === b?.used;
}

/** Recursion that doesn't end in time is the file's affair; everything else is a mistake of ours. */
export function failureOf(file: string, error: unknown): Problem {
  if (error instanceof RangeError) return { file, kind: "too-large", message: "Nested too deeply to be analysed." };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    file,
    kind: "internal",
    message: `A mistake in Unblock kept it from being analysed. Please report this: ${details}`,
  };
}
