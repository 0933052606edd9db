/** The shape of catalogue data (`server/catalogue/*.json`, and `catalogue` in a config file). Checked by server/schema/catalogue.json. */

/** What one call may hold the event loop for. */
export const COSTS = ["microseconds", "milliseconds", "seconds", "unbounded"] as const;
export type Cost = (typeof COSTS)[number];

export const CATEGORIES = [
  "file system",
  "subprocess",
  "cryptography",
  "compression",
  "database",
  "network",
  "sleep",
  "lock",
  "input",
  "compilation",
  "parsing",
  "module loading",
  "computation",
  "tooling",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How an asynchronous twin is reached. A new kind needs a rewriter in each language that uses it. */
export type Twin =
  /** Same arguments and result through the module's promises object: `fs.promises.readFile`. */
  | { readonly kind: "promises"; readonly name: string }
  /** `util.promisify(<module>.<name>)`, its result projected where the twin resolves an object. */
  | {
      readonly kind: "promisify";
      readonly name: string;
      readonly project?: "bytesRead" | "bytesWritten" | "stdout";
      /**
       * Overloads that @types/node gives no `__promisify__` for: TypeScript's type of the promisified form fits no call,
       * or only calls with at least so many arguments.
       */
      readonly typed?: "never" | number;
    }
  /** The same module's own promise-returning function or method: `readJsonSync` → `readJson`. */
  | { readonly kind: "rename"; readonly name: string }
  /** `fs.promises.access(p).then(() => true, () => false)`. */
  | { readonly kind: "exists" }
  /** `Array.fromAsync(fs.promises.glob(…))`. */
  | { readonly kind: "glob" }
  /** Python: a coroutine function with the same arguments, by dotted path, in each library that has one. */
  | { readonly kind: "native"; readonly asyncio?: string; readonly anyio?: string; readonly trio?: string };

/** Conditions under which a call of the entry blocks; all must hold. Without conditions it always does. */
export interface When {
  /** Blocks only without its callback: no argument at this index (where the callback stands), and no function before it. */
  readonly noCallback?: number;
  /** Blocks only when some object-literal argument has this property with this value. */
  readonly option?: { readonly name: string; readonly value: string | number | boolean };
  /** Blocks only when the argument at this index is this literal. */
  readonly argument?: { readonly index: number; readonly value: string | number | boolean };
  /** Blocks noticeably only when the argument at this index is a number of at least this value; an unknown one stays quiet. */
  readonly atLeast?: { readonly index: number; readonly value: number };
  /** Blocks only when the argument at this index is a numeric literal. */
  readonly numericArgument?: number;
  /** Python: blocks only when this argument is given, by keyword or by position, and isn't an empty string. */
  readonly given?: { readonly keyword: string; readonly index: number };
  /**
   * Doesn't block when one of these arguments, by keyword or by position, has this value (`acquire(blocking=False)`), or a
   * value that nobody knows. A value of the form `os.P_NOWAIT` is a module's constant; `shape` asks for any string, or for a file in memory.
   */
  readonly unless?: readonly {
    readonly keyword?: string;
    readonly index?: number;
    readonly value?: string | number | boolean;
    readonly shape?: "string" | "memory";
  }[];
}

/** What keeps a twin from being the same, checked before a fix is offered. Each has its check and its reason in the language. */
export const GUARDS = [
  /** First argument may be a file descriptor, which the promises twin rejects: promisify the callback form instead. */
  "file-descriptor",
  /** `{throwIfNoEntry: false}` is honoured by the twin only from Node 22 on. */
  "throw-if-no-entry",
  /** Options must be absent or a literal without `stdio` and `input`; no catch clause may read `.status`. */
  "child-process-options",
  /** The twin differs in rare cases named by `caution`: unsafe. */
  "caution",
  /** Python: belongs to the thread that made it (connections, locks): a call in an executor is wrong; see `advice`. */
  "thread-affinity",
  /** Python: gives an iterator that works when it is run through (`os.walk`): the executor has to make a list of it. */
  "lazy-result",
] as const;
export type Guard = (typeof GUARDS)[number];

export interface Entry {
  /**
   * Path in the module: `readFileSync`, `realpathSync.native`, `Database#prepare` (method of an instance),
   * `new Database` (constructor in JavaScript), `default` (the module itself called), `default#x` never: name the type by
   * `returns`. `Client#*` is every method of the type that isn't listed in `quiet`.
   *
   * Python: the module is the top-level package, and what is in its submodules has dotted paths (`path.exists` of `os`,
   * `request.urlopen` of `urllib`). A class is called without `new`: `Popen`, `Session#get`. Implicit calls have their
   * methods' names: `Lock#__enter__` for `with lock:`, `TextIOWrapper#__iter__` for `for line in file:`.
   */
  readonly path: string;
  readonly category: Category;
  readonly cost: Cost;
  readonly when?: When;
  readonly twin?: Twin;
  readonly guards?: readonly Guard[];
  /**
   * JavaScript: `1` where nothing behind its first argument makes a difference that an index and an array could: handed to `map`
   * as it is, it does what a call with the element alone does. Absent: nobody has tried.
   */
  readonly arity?: 1;
  /** What the twin does with the work: frees the loop (default), only chunks it, or changes nothing but the syntax. */
  readonly offload?: "true" | "chunked" | "cosmetic";
  /** Another npm package whose function of the twin's name takes the same arguments and computes off the thread. */
  readonly elsewhere?: string;
  /** Python: the executor that a call belongs in; default `thread`. `process` for pure Python computation that holds the GIL. */
  readonly pool?: "thread" | "process";
  /**
   * Nanoseconds of a typical call that computes: it isn't reported by itself, but is evidence of weight in a loop that
   * doesn't give control back.
   */
  readonly work?: number;
  /** With guard `caution`: what to check, for the fix's title. */
  readonly caution?: string;
  /** Shown when there is no twin: what to do instead, an imperative clause without a full stop. */
  readonly advice?: string;
  /** Lowest version of the runtime or package that has it. */
  readonly since?: string;
}

export interface CatalogueModule {
  /** Canonical name: `node:fs`, `better-sqlite3`, or the name of a global (`Deno`) with `"global": true`. */
  readonly module: string;
  readonly global?: boolean;
  /** Other specifiers of the same module: `fs`. */
  readonly aliases?: readonly string[];
  /** Takes over every entry of these modules, after its own (`graceful-fs` of `node:fs`). */
  readonly includes?: readonly string[];
  /** Twin kind that included entries of kind `promises` and `exists` get here: fs-extra promisifies under the same name. */
  readonly includedTwin?: "rename" | "promises";
  /** Specifier of the module's promises namespace: `node:fs/promises`. */
  readonly promises?: string;
  /**
   * What calling or constructing, or in Python reading a property (`Path#parent`), gives, as the name of a type of this module: `{"default#": "Database",
   * "Database#prepare()": "Statement", "cosmiconfigSync()": "SyncExplorer"}`. `X#` is `new X`; needed only where the
   * type's name isn't X itself; a type that has entries or results of its own needs no line for its constructor. `X#*` stands
   * for every property that isn't listed. Python: `Path#__truediv__()` is `path / "x"`, `Files#__iter__()` one element of an iteration,
   * and `__enter__` gives the object itself unless a line says otherwise. A name with a colon refers to another module's type: `node:fs:Dir`.
   */
  readonly returns?: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
  /** Names that look like blocking calls and aren't; documentation, and a fixture's input. */
  readonly quiet?: readonly string[];
}

export interface CatalogueFile {
  readonly modules: readonly CatalogueModule[];
}
