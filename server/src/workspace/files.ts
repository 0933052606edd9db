/** Texts and facts of files, each made once per version: the store behind the analyzer. */
import * as path from "node:path";
import type { CatalogueIndex } from "../core/catalogueIndex";
import type { FileFacts, Problem } from "../core/facts";
import type { LinkContext, ResolvedModule } from "../core/link";
import type { Language } from "../languages/language";
import { classifyText } from "./classify";
import { createLexer, type LexicalFacts } from "./lexical";
import { createPythonLexer } from "./lexicalPython";
import { resolveModule } from "./modules";
import { resolvePythonModule } from "./pythonModules";
import type { Host, ReadResult } from "./types";

interface StoredFile {
  read: ReadResult;
  lexical?: LexicalFacts;
  facts?: FileFacts;
}

export class FileStore {
  private readonly stored = new Map<string, StoredFile>();
  private readonly open = new Map<string, string>();
  private readonly lexers = new Map<CatalogueIndex, (text: string) => LexicalFacts>();
  /** Python looks for a module in many places: what was found, or null, by folder and name. */
  private readonly pythonModules = new Map<string, ResolvedModule | null>();
  /** All files that hand on something of the catalogue; undefined while that isn't known. */
  handingOn: ReadonlySet<string> | undefined;

  constructor(
    private readonly host: Host,
    private readonly languages: readonly Language[],
    private readonly catalogueOf: (file: string) => CatalogueIndex,
  ) {}

  languageOf(file: string): Language | undefined {
    const extension = path.extname(file).toLowerCase();
    return this.languages.find((language) => language.extensions.includes(extension));
  }

  setOpen(file: string, text: string | undefined): void {
    if (text === undefined) this.open.delete(file);
    else this.open.set(file, text);
    this.stored.delete(file);
    this.handingOn = undefined;
  }

  /** Forgets what is known of a file, or of everything below a folder. */
  forget(file: string): void {
    this.pythonModules.clear();
    this.handingOn = undefined;
    for (const known of this.stored.keys()) {
      if (known === file || known.startsWith(file + path.sep)) this.stored.delete(known);
    }
  }

  isFile(file: string): boolean {
    return this.open.has(file) || this.host.isFile(file);
  }

  read(file: string): ReadResult {
    return this.entry(file).read;
  }

  lexical(file: string): LexicalFacts | undefined {
    const entry = this.entry(file);
    if ("text" in entry.read) entry.lexical ??= this.lexerOf(file)(entry.read.text);
    return entry.lexical;
  }

  /** Facts of a file in a known language; undefined where it can't be read. */
  facts(file: string): FileFacts | undefined {
    const entry = this.entry(file);
    const language = this.languageOf(file);
    if (!("text" in entry.read) || language === undefined) return undefined;
    if (entry.facts === undefined) {
      try {
        entry.facts = language.facts(file, entry.read.text);
      } catch (error) {
        // One file must not end the run, nor look clean: from here on it counts as one that can't be read.
        entry.read = { problem: failureOf(file, error) };
      }
    }
    return entry.facts;
  }

  hasFacts(file: string): boolean {
    return this.stored.get(file)?.facts !== undefined;
  }

  /** The file that a specifier means, and how many of the `names` behind it are submodules on the way to it. */
  resolve(file: string, specifier: string, names: readonly string[] = []): ResolvedModule | undefined {
    const isFile = (candidate: string): boolean => this.isFile(candidate);
    if (this.languageOf(file)?.id === "python") {
      const key = [path.dirname(file), specifier, ...names].join("\0");
      const known = this.pythonModules.get(key);
      if (known !== undefined) return known ?? undefined;
      const found = resolvePythonModule(file, specifier, names, isFile);
      this.pythonModules.set(key, found ?? null);
      return found;
    }
    const found = resolveModule(file, specifier, isFile);
    return found === undefined ? undefined : { file: found, used: 0 };
  }

  /**
   * For linking from `from`: another file is parsed only if it hands something of the catalogue on, as far as that is
   * known of all files (`handsOn`), else if its text says that it may.
   */
  links(): LinkContext {
    return {
      catalogueOf: this.catalogueOf,
      facts: (file) => {
        if (this.handingOn !== undefined) return this.handingOn.has(file) ? this.facts(file) : undefined;
        return this.lexical(file)?.mayHandOn === true ? this.facts(file) : undefined;
      },
      resolve: (file, specifier, names) => this.resolve(file, specifier, names),
      implementations: () => [],
    };
  }

  private lexerOf(file: string): (text: string) => LexicalFacts {
    const catalogue = this.catalogueOf(file);
    const known = this.lexers.get(catalogue);
    if (known !== undefined) return known;
    const lexer = this.languageOf(file)?.id === "python" ? createPythonLexer(catalogue) : createLexer(catalogue);
    this.lexers.set(catalogue, lexer);
    return lexer;
  }

  private entry(file: string): StoredFile {
    const known = this.stored.get(file);
    if (known !== undefined) return known;
    const text = this.open.get(file);
    const entry: StoredFile = { read: text === undefined ? this.host.read(file) : readOpen(file, text) };
    this.stored.set(file, entry);
    return entry;
  }
}

/** An editor's text, unless it is of a kind that isn't analysed from disk either. */
function readOpen(file: string, text: string): ReadResult {
  const content = classifyText(path.basename(file), text);
  return "text" in content ? content : { problem: { file, kind: content.kind, message: content.message } };
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
