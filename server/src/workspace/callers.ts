/** All calls of a function in the workspace, and whether they are all: what mentions it and is no call is an answer too. */
import * as path from "node:path";
import type { Callers, PlacedCall, Refusal } from "../core/asyncify";
import { linkWholeModule } from "../core/exported";
import { linkReference, type Declared, type LinkContext, type Target } from "../core/link";
import type { Declaration, Mention } from "../languages/language";
import type { FileStore } from "./files";
import { overridingClass } from "./overrides";
import { upward } from "./paths";
import { publicEntry } from "./publicApi";
import { isSameIndex, type Derived, type Input, type Queries } from "./queries";

/** What is known of the files around those that are read. */
export interface ProjectFiles {
  /** All files of the project that a file belongs to are known. */
  isWhole(file: string): boolean;
  /** Files of the project with one of these extensions. */
  files(extensions: readonly string[]): readonly string[];
}

/** They hold JavaScript that isn't read. */
const EMBEDDING = [".vue", ".svelte", ".astro", ".mdx"];

export class CallerIndex {
  private readonly mentions: Derived<readonly Mention[]>;
  private readonly importers: Derived<ReadonlyMap<string, readonly string[]>>;
  private readonly embedding: Derived<readonly string[]>;

  constructor(
    private readonly store: FileStore,
    queries: Queries,
    private readonly files: Input<readonly string[]>,
    private readonly links: LinkContext,
    private readonly project: ProjectFiles,
  ) {
    this.mentions = queries.derived((file) => {
      const read = store.read(file);
      return "text" in read ? (store.languageOf(file)?.mentions?.(file, read.text) ?? []) : [];
    });
    this.embedding = queries.derived(() => {
      store.usesLayout();
      return project.files(EMBEDDING);
    });
    this.importers = queries.derived(() => this.indexImports(), isSameIndex);
  }

  /** Calls of a function that is declared like this. */
  callersOf(declared: Declared, { method, arity }: Declaration): Callers {
    const { file } = declared;
    if (!this.files.get("").includes(file)) return { refusal: "it isn't part of this workspace", at: at(file, 0) };
    const homes = this.homesOf(declared);
    const isVisible = method !== undefined || homes.length > 1 || this.exposes(file, declared, new Set([file]));
    if (isVisible && !this.project.isWhole(file))
      return {
        refusal: "nobody knows all files of the project: it has no manifest, or is part of a larger one",
        at: at(file, 0),
      };
    const entry = isVisible
      ? publicEntry(this.store, method === undefined ? homes : this.reachedFrom(file))
      : undefined;
    if (entry !== undefined) return { refusal: entry, at: at(file, 0) };
    const name = lastName(declared.key);
    const named = isVisible ? this.namedElsewhere(declared, homes, name) : undefined;
    if (named !== undefined) return named;
    const overridden = method === undefined ? undefined : this.overridden(declared, method, name);
    if (overridden !== undefined) return overridden;
    const calls: PlacedCall[] = [];
    for (const candidate of this.candidates(declared, homes, method === undefined ? undefined : name)) {
      if ((this.store.facts(candidate)?.problems.length ?? 1) > 0)
        return { refusal: "a file that may call it can't be read", at: at(candidate, 0) };
      for (const mention of this.mentions.get(candidate)) {
        const use = this.useOf(candidate, mention, declared, new Set(homes), method === undefined ? undefined : name);
        if (use === undefined) continue;
        if ("refusal" in use) return use;
        if (mention.use === "element" && arity !== 1)
          return { refusal: "an array's method gives it the index too there", at: at(candidate, mention.span.start) };
        calls.push(use);
      }
    }
    return { calls };
  }

  /** Whether a mention is a call of the function, something that hides calls of it, or nothing of the kind. */
  private useOf(
    file: string,
    mention: Mention,
    declared: Declared,
    homes: ReadonlySet<string>,
    method: string | undefined,
  ): PlacedCall | Refusal | undefined {
    const { span, use, call, name } = mention;
    const linked = linkReference(this.links, file, mention.reference);
    const target = linked?.kind === "module" && use === "call" ? linkWholeModule(this.links, linked.file) : linked;
    if (isIt(target, declared)) {
      if (use === "call" && call !== undefined) {
        if (mention.awaited === true) return { refusal: "its result is awaited already", at: at(file, span.start) };
        return { file, span: call };
      }
      if (use === "element") return { file, span };
      return { refusal: "it is used as a value there", at: at(file, span.start) };
    }
    if (linked?.kind === "module" && use === "value" && homes.has(linked.file) && method === undefined)
      return { refusal: "its module is used as a value there", at: at(file, span.start) };
    // One of several imports, say: it may be this one.
    const { reference } = mention;
    const isOneOfSeveral =
      reference.kind === "oneOf" &&
      reference.references.some((one) => isIt(linkReference(this.links, file, one), declared));
    if (isOneOfSeveral) return { refusal: "it is one of several there", at: at(file, span.start) };
    const isUnknown = target === undefined && name === method;
    return isUnknown ? { refusal: "nobody knows whether it is meant there", at: at(file, span.start) } : undefined;
  }

  /** Files from which the function can be had: its own, and those that hand it on. */
  private homesOf(declared: Declared): readonly string[] {
    const homes = new Set([declared.file]);
    if (!this.exposes(declared.file, declared, homes)) return [declared.file];
    for (const home of homes) {
      for (const importer of this.importers.get("").get(home) ?? [])
        if (!homes.has(importer) && this.exposes(importer, declared, homes)) homes.add(importer);
    }
    return [...homes];
  }

  private exposes(file: string, declared: Declared, homes: ReadonlySet<string>): boolean {
    const facts = this.store.facts(file);
    if (facts === undefined) return false;
    const isHome = (target: Target | undefined): boolean =>
      isIt(target, declared) || (file !== declared.file && target?.kind === "module" && homes.has(target.file));
    return (
      Object.values(facts.exports).some((reference) => isHome(linkReference(this.links, file, reference))) ||
      facts.starExports.some((specifier) => homes.has(this.store.resolve(file, specifier)?.file ?? ""))
    );
  }

  /** Everything that imports a file, directly or not, and the file itself. */
  private reachedFrom(file: string): readonly string[] {
    const found = new Set([file]);
    for (const one of found) for (const importer of this.importers.get("").get(one) ?? []) found.add(importer);
    return [...found];
  }

  /** Files that can mention it: a method's by its name, a function's by what they import. */
  private candidates(declared: Declared, homes: readonly string[], method: string | undefined): readonly string[] {
    const found = new Set(homes);
    for (const home of homes) for (const importer of this.importers.get("").get(home) ?? []) found.add(importer);
    if (method !== undefined) for (const file of this.mentioning(declared.file, method)) found.add(file);
    return [...found];
  }

  /** Files in the language of `like` that have a word. */
  private mentioning(like: string, word: string): readonly string[] {
    const language = this.store.languageOf(like);
    const pattern = wordOf(word);
    return this.files.get("").filter((file) => {
      if (this.store.languageOf(file) !== language) return false;
      const read = this.store.read(file);
      return "text" in read && read.text.includes(word) && pattern.test(read.text);
    });
  }

  private overridden(
    declared: Declared,
    method: NonNullable<Declaration["method"]>,
    name: string,
  ): Refusal | undefined {
    const extending = this.mentioning(declared.file, method.className).filter(
      (file) => this.store.lexical(file)?.bases.includes(method.className) === true,
    );
    return overridingClass(this.links, declared, { ...method, name }, extending);
  }

  /** What calls a function without importing it: a name in a text, a file whose language isn't read, whoever imports an entry. */
  private namedElsewhere(declared: Declared, homes: readonly string[], name: string): Refusal | undefined {
    const isPython = this.store.languageOf(declared.file)?.id === "python";
    if (isPython) {
      const dotted = new RegExp(`["'][\\w.]*[\\w][.:]${name}["']`);
      const naming = this.mentioning(declared.file, name).find((file) => dotted.test(this.textOf(file)));
      if (naming !== undefined) return { refusal: "a text names it", at: at(naming, 0) };
      const script = new RegExp(`["'][\\w.]+:${name}["']`);
      const manifest = [...upward(path.dirname(declared.file))]
        .map((folder) => path.join(folder, "pyproject.toml"))
        .find((file) => this.store.isFile(file) && script.test(this.textOf(file)));
      return manifest === undefined ? undefined : { refusal: "it is an entry point", at: at(manifest, 0) };
    }
    const unread = this.embedding.get("").find((file) => wordOf(name).test(this.textOf(file)));
    if (unread !== undefined) return { refusal: "it may be called in a file that isn't read", at: at(unread, 0) };
    const lonely = homes.find((home) => (this.importers.get("").get(home) ?? []).length === 0);
    if (lonely !== undefined && this.exposes(lonely, declared, new Set(homes)))
      return { refusal: "it is exported from a file that nothing in the workspace imports", at: at(lonely, 0) };
    return undefined;
  }

  private textOf(file: string): string {
    const read = this.store.read(file);
    return "text" in read ? read.text : "";
  }

  /** Files → those that import them. */
  private indexImports(): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>();
    for (const file of this.files.get("")) {
      const targets = new Set<string>();
      for (const specifier of this.store.lexical(file)?.specifiers ?? []) {
        const target = this.store.resolve(file, specifier)?.file;
        if (target !== undefined && target !== file) targets.add(target);
      }
      for (const target of targets) {
        const list = index.get(target);
        if (list === undefined) index.set(target, [file]);
        else list.push(file);
      }
    }
    return index;
  }
}

function isIt(target: Target | undefined, { file, key }: Declared): boolean {
  return target?.kind === "function" && target.file === file && target.key === key;
}

function at(file: string, offset: number): NonNullable<Refusal["at"]> {
  return { file, offset };
}

/** `load` of `Config.load~2`. */
function lastName(key: string): string {
  return (key.split(".").at(-1) ?? key).replace(/~\d+$/, "");
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`);
}
