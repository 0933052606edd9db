/**
 * The contract between a language's front end and everything behind it.
 *
 * `FileFacts` is plain data: it can be serialised, hashed and compared, it holds no tree node and no offset into
 * another file. All offsets are UTF-16 code units from the start of the file's text, as editors count them.
 */
import type { WorkFacts } from "./workFacts";

export { OPERATIONS, type Operation, type WorkFacts, type WorkSign } from "./workFacts";

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One move along an access path: a property, a call, `new`, the instance of a named type, or an element. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  /** `given`: functions among the arguments, for a function that gives back another around one of them (`once(load)`). */
  | { readonly kind: "call"; readonly given?: readonly GivenFunction[] }
  /** Both `new X()` and "a value annotated as X"; `declared`: the latter, so that a class which extends X may be meant. */
  | { readonly kind: "instance"; readonly declared?: true }
  /** Made by something that keeps the result (`memoize(load)`): what it is made around, its first call alone runs. */
  | { readonly kind: "once" };

export interface GivenFunction {
  readonly argument: number;
  readonly function: Reference;
}

/** Where an access path starts. */
export type Root =
  /** A module by the specifier in the source: `node:fs`, `better-sqlite3`, `./lib.js`. */
  | { readonly kind: "module"; readonly specifier: string }
  /** A name that no scope of the file declares: `Atomics`, `Deno`. */
  | { readonly kind: "global"; readonly name: string }
  /** A function declared in this file, by its declared path. `call` gives what it returns. */
  | { readonly kind: "function"; readonly key: string }
  /** A class, interface or object literal of this file, by its key in `classes`. `instance` (Python: `call`) makes one. */
  | { readonly kind: "class"; readonly key: string };

/**
 * What an expression stands for, as far as names and annotations tell: a path from a root
 * (`require("fs").promises.readFile`, `new Database().prepare()`), or nothing that is known.
 * This is the seam between a language and the core; the core links it to catalogue entries and functions.
 */
export type Reference =
  | { readonly kind: "path"; readonly root: Root; readonly steps: readonly Step[] }
  /** One of several: known where all of them lead to the same place. */
  | { readonly kind: "oneOf"; readonly references: readonly Reference[] }
  | { readonly kind: "unknown"; readonly reason: string };

export type Colour = "sync" | "async" | "generator" | "async-generator";

/**
 * When a function's body runs, as the place where it is written tells.
 * - `inline`: while its parent runs (`map` callback, promise executor, immediately invoked function);
 * - `off-loop`: in a thread, process or worker, or when blocking is right (exit handlers);
 * - `scheduled`: later on the event loop (`setTimeout`, `.then`, event emitters): on-loop when `contexts: "callbacks"`;
 * - `own`: when somebody calls it: on the loop if it is asynchronous, else unknown.
 */
export type Placement = "inline" | "off-loop" | "scheduled" | "own";

export interface FunctionFacts {
  /** Declared path, unique in the file: `Class.method`, `outer.inner`, `load.<arrow 2>`; "" for the module itself. */
  readonly key: string;
  readonly parent: string | undefined;
  readonly colour: Colour;
  readonly placement: Placement;
  readonly span: Span;
  /** For `own` function expressions that are an argument: the parameter that they are given to, in this file or another. */
  readonly givenTo?: GivenTo;
  /**
   * What a call gives (awaited, where it is asynchronous), by annotation or by all `return` statements. Python's generators:
   * what walking through it gives, and entering it where it is a context manager.
   */
  readonly returns?: Reference;
  /** It is used as a class: the key of that in `classes`, of which `new` makes instances. */
  readonly makes?: string;
  /** What it does with functions that it is given. Parameters that it only passes around as data are left out. */
  readonly parameters?: readonly ParameterFacts[];
  /** Decorators that may replace it, outermost first. Those that leave it what it is aren't listed. */
  readonly decorators?: readonly Reference[];
  /**
   * Asynchronous functions: what it awaits, where that is functions of ours alone, or nothing that ever gives control back
   * (`await null`). Absent: it may give control back.
   */
  readonly awaits?: readonly Reference[];
  /** It keeps its result (`functools.cache`): what it runs, its first call alone runs. */
  readonly isOnce?: true;
  /** The same once for each object (a cached property). */
  readonly isOnceEach?: true;
  /** A method without a body of its own (`abstract`, an interface's, a protocol's): what implements it runs in its place. */
  readonly isAbstract?: true;
  /**
   * It gives back a function in place of one that it is given (a decorator): the key of what it gives back, none where that
   * is the function that it was given. Where it calls the parameter (`use: "inline"`), a decorated function runs when its
   * name is called.
   */
  readonly wraps?: {
    readonly parameter: number;
    readonly wrapper?: string;
    readonly use: "inline" | "off-loop" | "scheduled" | "none";
  };
}

/** An argument's place: by position (a method's `self` isn't counted) or by keyword. */
export interface GivenTo {
  readonly callee: Reference;
  /** `new` and calls of a class give to its constructor. */
  readonly form: "call" | "new";
  readonly argument: number | string;
}

export interface ParameterFacts {
  /** Position; a method's `self` isn't counted. -1: by keyword alone. */
  readonly index: number;
  readonly name: string;
  readonly uses: readonly ParameterUse[];
}

/** `inline`: called (also by an inline callback of the function) before the function returns or awaits its end. */
export type ParameterUse =
  { readonly kind: "inline" | "off-loop" | "scheduled" } | ({ readonly kind: "given" } & GivenTo);

/** A class, an interface (Python: Protocol), or an object literal that is named. */
export interface ClassFacts {
  /** Declared path, unique among the file's classes. */
  readonly key: string;
  readonly kind: "class" | "interface" | "object";
  /** It has methods without a body, so that there are instances of what extends it alone. */
  readonly isAbstract?: true;
  /** What it extends, in the order of look-up. Python: all bases. */
  readonly bases: readonly Reference[];
  /** What it says that it implements (`implements`). Python: bases again say it. */
  readonly implemented: readonly Reference[];
  /** Members of instances; for an object literal, of the object. Python: class attributes and methods too. */
  readonly members: Readonly<Record<string, MemberFacts>>;
  /** Members of the class itself. */
  readonly statics: Readonly<Record<string, MemberFacts>>;
  /** Keys of the functions that making an instance runs: field initialisers, constructor, `__init__`. */
  readonly construction: readonly string[];
  /** Whether its own constructor replaces that of the bases; without one, theirs runs. */
  readonly hasConstructor: boolean;
}

/** `method`: a function; `field`: what it is known to hold; `getter`: a function that runs when it is read. */
export interface MemberFacts {
  readonly kind: "method" | "field" | "getter";
  readonly value: Reference;
}

/** What the guards of a catalogue entry need to know of one argument. `memory`: Python, a file that is in memory. */
export interface ArgumentFacts {
  /** Python: the keyword it is given by. */
  readonly keyword?: string;
  readonly shape: "function" | "string" | "number" | "boolean" | "object" | "memory" | "spread" | "other";
  /** The value of a literal, where it is one. */
  readonly literal?: string | number | boolean;
  /** `null`, `None`; JavaScript's `undefined`, which is as if it weren't given. */
  readonly nothing?: "null" | "undefined";
  /** Python: dotted path of a module's constant: `os.P_NOWAIT`. */
  readonly constant?: string;
  /** Properties of an object literal: literal values, or `null` where the value isn't a literal. */
  readonly properties?: Readonly<Record<string, string | number | boolean | null>>;
  /** How many elements it has, or the number that it is, where literals tell that it is large. */
  readonly size?: number;
}

export interface CallFacts {
  /** The whole call expression. */
  readonly span: Span;
  /** What a finding underlines: the callee, or only its last name where the receiver is itself a call. */
  readonly nameSpan: Span;
  /** Key of the function whose body evaluates this call. */
  readonly owner: string;
  readonly callee: Reference;
  /**
   * `call`: `f()`; `new`: `new F()`; `tag`: f`…`; `callback`: `xs.map(f)`, where `span` is the reference that the
   * outer call runs inline; `get`: a member is read, which runs a function if it is a getter. What walks through a
   * value (`for … of`, spread; Python's `for … in`) is a call of its `@@iterator` (`__iter__`), which runs a generator's body.
   * `work`: nothing is called; what computes there is told by `work`, and `callee` is unknown.
   */
  readonly form: "call" | "new" | "tag" | "callback" | "get" | "work";
  readonly work?: WorkFacts;
  /** The member of `this` (`self`, `cls`) that is called or read: a class that extends the one around may have its own. */
  readonly selfMember?: string;
  /** Python: a member is read of what a variable of the module holds, so that it is always the same object's. */
  readonly ofModule?: true;
  /** For `callback` where it depends on a function of ours whether the reference is run inline: that function. */
  readonly givenTo?: GivenTo;
  /** What parameters of functions around it have to be for it to run; all of these hold where it does. */
  readonly guards?: readonly CallGuard[];
  /** What is called goes by another name there, or through `.call`: its arguments may not be all that it is given. */
  readonly isIndirect?: true;
  readonly awaited: boolean;
  /** It runs once in a process: what it makes is kept in a variable of the module, or as the function's result. */
  readonly once?: true;
  /**
   * Python: only a function of the project's own is meant. A catalogued name that is awaited isn't what it says, and
   * what walks through a value is told apart from what the text calls.
   */
  readonly onlyOwn?: true;
  /** How many loops of the same function, or inline callbacks that run per element, are around the call. */
  readonly loopDepth: number;
  readonly arguments: readonly ArgumentFacts[];
}

/** A call runs only where a parameter, which nothing is assigned to, is true (`when`), or false. */
export interface CallGuard {
  /** Key of the function that has the parameter. */
  readonly function: string;
  /** As in `ParameterFacts`. */
  readonly parameter: { readonly index: number; readonly name: string };
  readonly when: boolean;
  /** Whether it is true where a call doesn't give it; undefined where nobody knows. */
  readonly default?: boolean;
}

/** A suppression comment: `// unblock-ignore-next-line [codes or APIs] [-- reason]`. */
export interface Directive {
  readonly kind: "line" | "next-line" | "file";
  /** Finding codes or API names; empty: everything. */
  readonly targets: readonly string[];
  readonly span: Span;
  /** Zero-based line that it silences (`file`: the line it stands on). */
  readonly line: number;
}

/** Something that keeps a file, or a part of it, from being analysed. `offset` is absent when it concerns the whole file. */
export interface Problem {
  readonly file: string;
  readonly kind: ProblemKind;
  readonly message: string;
  readonly offset?: number;
}

export type ProblemKind =
  "syntax" | "unreadable" | "binary" | "too-large" | "minified" | "link-cycle" | "config" | "budget" | "internal";

export interface FileFacts {
  readonly file: string;
  readonly functions: readonly FunctionFacts[];
  /** Classes and objects that references name. */
  readonly classes: readonly ClassFacts[];
  readonly calls: readonly CallFacts[];
  /**
   * Exported name → what it stands for; `default` for the default export and for `module.exports = …`, `commands.run` for
   * a member that an exported function has.
   */
  readonly exports: Readonly<Record<string, Reference>>;
  /** Specifiers of `export * from …` and of `module.exports = require(…)`. */
  readonly starExports: readonly string[];
  /** Python: the only names that `import *` brings, where `__all__` lists them. */
  readonly starNames?: readonly string[];
  /** Specifiers of files that this file starts as workers. */
  readonly workers: readonly string[];
  /** The file itself says that it runs in a worker. */
  readonly isWorker: boolean;
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
}
