/** Catalogue data made ready for look-ups: aliases and inclusions resolved, one map a module. */
import type { CatalogueModule, Entry, Twin, When } from "./catalogue";
import type { ArgumentFacts, CallFacts, Step } from "./facts";
import type { OperationCosts, Weight } from "./work";

interface IndexedModule {
  readonly name: string;
  readonly promises: string | undefined;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly returns: ReadonlyMap<string, string>;
  /** Names of types: what has methods in the catalogue. Calling one makes an instance. */
  readonly types: ReadonlySet<string>;
  readonly quiet: ReadonlySet<string>;
  /** Every path on the way to an entry: `MongoClient`, `MongoClient#` and `MongoClient#db` for `MongoClient#db`. */
  readonly leading: ReadonlySet<string>;
}

/** A place in a module that an access path has led to. */
export interface CatalogueSymbol {
  readonly module: IndexedModule;
  /** "" for the module itself, `readFileSync`, `Database#prepare`, `Database#` for an instance. */
  readonly path: string;
}

/** A catalogued API. */
export interface Api {
  /** `node:fs.readFileSync`. */
  readonly name: string;
  readonly module: string;
  readonly promises: string | undefined;
  readonly entry: Entry;
  /** Nothing of the catalogue, but something that computes. */
  readonly work?: Weight;
}

/** Nothing is ever heavy. */
const NO_COSTS: OperationCosts = {
  iteration: 0,
  arithmetic: 0,
  access: 0,
  call: 0,
  allocation: 0,
  element: 0,
  sorted: 0,
};

export class CatalogueIndex {
  private readonly modules = new Map<string, IndexedModule>();
  private readonly globals = new Map<string, IndexedModule>();

  /**
   * Later modules of the same name add to earlier ones, and win where both have an entry. `offloader`: the dotted name of a
   * function of the project that runs off the event loop what it is given. `operations`: what computing costs.
   */
  constructor(
    modules: readonly CatalogueModule[],
    readonly offloader?: string,
    readonly operations: OperationCosts = NO_COSTS,
  ) {
    const byName = new Map<string, CatalogueModule[]>();
    for (const module of modules) byName.set(module.module, [...(byName.get(module.module) ?? []), module]);
    for (const [name, parts] of byName) {
      const indexed = indexModule(name, parts, byName);
      for (const part of parts) {
        const names = part.global === true ? this.globals : this.modules;
        for (const alias of [name, ...(part.aliases ?? [])]) names.set(alias, indexed);
      }
    }
  }

  /** The catalogued module that a specifier names, if any. */
  module(specifier: string): CatalogueSymbol | undefined {
    const module = this.modules.get(specifier);
    return module === undefined ? undefined : { module, path: "" };
  }

  global(name: string): CatalogueSymbol | undefined {
    const module = this.globals.get(name);
    return module === undefined ? undefined : { module, path: "" };
  }

  /** Every specifier and global name that leads to something that blocks. */
  names(): { readonly specifiers: readonly string[]; readonly globals: readonly string[] } {
    const blocking = ([, { entries }]: [string, IndexedModule]): boolean => entries.size > 0;
    const namesIn = (modules: ReadonlyMap<string, IndexedModule>): readonly string[] =>
      [...modules].filter(blocking).map(([name]) => name);
    return { specifiers: namesIn(this.modules), globals: namesIn(this.globals) };
  }

  /**
   * Last names of everything that blocks in the module of `symbol`, and in the types of other modules that it gives: who runs
   * it from there writes one of them.
   */
  entryNames({ module }: CatalogueSymbol): readonly string[] {
    const given = [...new Set(module.returns.values())].flatMap((type) => {
      const { module: owner } = this.instanceOf(module, type);
      return owner === module ? [] : [...owner.entries.keys()].filter((entry) => entry.includes("#"));
    });
    return [...module.entries.keys(), ...given].map((path) => /[\w$]*$/.exec(path.replace(/\*$/, ""))?.[0] ?? path);
  }

  /** Whether going on from `symbol` can come to something that blocks. */
  leadsOn({ module, path }: CatalogueSymbol): boolean {
    return path === "" ? module.entries.size > 0 : module.leading.has(path);
  }

  /** Where one more step leads; undefined when the catalogue doesn't know. */
  follow(symbol: CatalogueSymbol, step: Step): CatalogueSymbol | undefined {
    const { module, path } = symbol;
    if (step.kind === "property") {
      // A module and its default export are the same thing here: interop makes them so in practice.
      if (path === "") return { module, path: step.name === "default" ? "" : step.name };
      return this.propertyOf(module, path.endsWith("#") ? path + step.name : `${path}.${step.name}`);
    }
    const self = path === "" ? "default" : path;
    const type = module.returns.get(step.kind === "call" ? `${self}()` : `${self}#`);
    if (type !== undefined) return this.instanceOf(module, type);
    if (step.kind === "instance" || module.types.has(self)) return { module, path: `${self}#` };
    // Python: `with x as y` gives x itself, unless the catalogue says otherwise.
    return self.endsWith("#__enter__") ? { module, path: self.slice(0, -"__enter__".length) } : undefined;
  }

  /** A property: of a known type where the catalogue says so, by itself or as one of all (`MongoClient#*`). */
  private propertyOf(module: IndexedModule, path: string): CatalogueSymbol {
    const type = module.returns.get(path);
    if (type !== undefined) return this.instanceOf(module, type);
    const any = module.returns.get(path.replace(/#.*$/, "#*"));
    const isListed = module.entries.has(path) || module.returns.has(`${path}()`) || module.quiet.has(path);
    return any === undefined || isListed || !path.includes("#") || isSpecial(path)
      ? { module, path }
      : this.instanceOf(module, any);
  }

  /** The entry that calling `symbol` means; undefined when the call doesn't block. */
  apiOf(symbol: CatalogueSymbol, call: Pick<CallFacts, "form" | "arguments">): Api | undefined {
    const api = this.entryOf(symbol, call);
    return api === undefined || api.entry.work !== undefined ? undefined : api;
  }

  /** The computation that calling `symbol` means, which isn't worth telling by itself. */
  leafOf(symbol: CatalogueSymbol, call: Pick<CallFacts, "form" | "arguments">): Api | undefined {
    const api = this.entryOf(symbol, call);
    return api?.entry.work === undefined ? undefined : api;
  }

  private entryOf(
    { module, path: symbolPath }: CatalogueSymbol,
    call: Pick<CallFacts, "form" | "arguments">,
  ): Api | undefined {
    const path = symbolPath === "" ? "default" : symbolPath;
    const isOneOfAll = path.includes("#") && !module.quiet.has(path) && !isSpecial(path);
    const entry =
      module.entries.get(call.form === "new" ? `new ${path}` : path) ??
      (isOneOfAll ? module.entries.get(path.replace(/#.*$/, "#*")) : undefined);
    if (entry === undefined || !blocks(entry.when, call.arguments)) return undefined;
    return { name: `${module.name}.${entry.path}`, module: module.name, promises: module.promises, entry };
  }

  /** `type` is a type of `module`, or with a colon (`node:fs:Dir`) one of another module. */
  private instanceOf(module: IndexedModule, type: string): CatalogueSymbol {
    const colon = type.lastIndexOf(":");
    const other = colon > 0 ? this.modules.get(type.slice(0, colon)) : undefined;
    return { module: other ?? module, path: `${other === undefined ? type : type.slice(colon + 1)}#` };
  }
}

function indexModule(
  name: string,
  parts: readonly CatalogueModule[],
  all: ReadonlyMap<string, readonly CatalogueModule[]>,
): IndexedModule {
  const entries = new Map<string, Entry>();
  const returns = new Map<string, string>();
  const quiet = new Set(parts.flatMap((part) => part.quiet ?? []));
  let promises: string | undefined;
  for (const part of parts) {
    for (const included of part.includes ?? []) {
      for (const source of all.get(included) ?? []) {
        for (const entry of source.entries) entries.set(entry.path, adapt(entry, part.includedTwin));
        for (const [from, type] of Object.entries(source.returns ?? {})) returns.set(from, type);
      }
    }
    for (const entry of part.entries) entries.set(entry.path, entry);
    for (const [from, type] of Object.entries(part.returns ?? {})) returns.set(from, type);
    promises ??= part.promises;
  }
  const types = new Set<string>();
  for (const path of [...entries.keys(), ...returns.keys()]) {
    const hash = path.indexOf("#");
    if (hash > 0 && hash < path.length - 1) types.add(path.slice(0, hash));
  }
  const leading = new Set([...entries.keys(), ...returns.keys()].flatMap(prefixes));
  return { name, promises, entries, returns, types, quiet, leading };
}

/** `new A.B#c()` → `A`, `A.B`, `A.B#`, `A.B#c`. */
function prefixes(path: string): readonly string[] {
  const plain = path.replace(/^new /, "").replace(/\(\)$/, "");
  return [...plain.matchAll(/[.#]/g)]
    .flatMap(({ index }) => [plain.slice(0, index), plain.slice(0, index + 1)])
    .concat(plain);
}

/** Python's own methods: what `with`, `for` and operators call. */
function isSpecial(path: string): boolean {
  return /#__\w+__$/.test(path);
}

/** An included entry, its twin reached the including module's way. */
function adapt(entry: Entry, kind: CatalogueModule["includedTwin"]): Entry {
  if (kind !== "rename" || entry.twin === undefined) return entry;
  const twin = renamed(entry.twin);
  if (twin !== undefined) return { ...entry, twin };
  const adapted: Entry & { twin?: Twin } = { ...entry };
  delete adapted.twin;
  return adapted;
}

function renamed(twin: Twin): Twin | undefined {
  if (twin.kind === "rename") return twin;
  if (twin.kind === "promises") return { kind: "rename", name: twin.name };
  return twin.kind === "promisify" && twin.project === undefined ? { kind: "rename", name: twin.name } : undefined;
}

/** Whether a call with these arguments meets the conditions under which the entry blocks. */
function blocks(when: When | undefined, list: readonly ArgumentFacts[]): boolean {
  if (when === undefined) return true;
  if (list.some((argument) => argument.shape === "spread")) return false;
  const { noCallback, option, argument, atLeast, numericArgument, given, unless } = when;
  if (given !== undefined && isEmpty(argumentOf(list, given))) return false;
  if (unless?.some((exception) => isException(exception, list)) === true) return false;
  if (noCallback !== undefined && (list.length > noCallback || list.some(({ shape }) => shape === "function")))
    return false;
  if (option !== undefined && !list.some(({ properties }) => properties?.[option.name] === option.value)) return false;
  if (argument !== undefined && list[argument.index]?.literal !== argument.value) return false;
  if (atLeast !== undefined && !(Number(list[atLeast.index]?.literal) >= atLeast.value)) return false;
  return numericArgument === undefined || list[numericArgument]?.shape === "number";
}

function isEmpty(argument: ArgumentFacts | undefined): boolean {
  return argument === undefined || argument.literal === "";
}

/** The argument that is given by this keyword, or else at this place among those without one. */
function argumentOf(
  list: readonly ArgumentFacts[],
  { keyword, index }: { readonly keyword?: string; readonly index?: number },
): ArgumentFacts | undefined {
  const named = keyword === undefined ? undefined : list.find((argument) => argument.keyword === keyword);
  if (named !== undefined || index === undefined) return named;
  return list.filter((argument) => argument.keyword === undefined)[index];
}

/** The argument is there, and has the value with which nothing waits, or one that nobody knows. */
function isException(exception: NonNullable<When["unless"]>[number], list: readonly ArgumentFacts[]): boolean {
  const given = argumentOf(list, exception);
  if (given === undefined) return false;
  if (exception.shape !== undefined) return given.shape === exception.shape;
  if (given.literal !== undefined) return given.literal === exception.value;
  if (given.constant !== undefined && typeof exception.value === "string") return given.constant === exception.value;
  // Nobody passes a timeout of nothing by accident: an unknown one waits. Unknown flags stay quiet.
  return exception.value !== 0 && given.shape === "other";
}
