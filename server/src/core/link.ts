/** References → what they mean: catalogued APIs, functions, classes and modules, through as many local files as it takes. */
import type { CatalogueIndex, CatalogueSymbol } from "./catalogueIndex";
import type { ClassFacts, FileFacts, FunctionFacts, Reference, Step } from "./facts";
import type { SelfMember } from "./dispatch";
import { linkExport, type Exported } from "./exported";
import { factsIndex } from "./factsIndex";
import { memberOf } from "./members";
import { guarded, type Pending } from "./pending";
import { innerOf } from "./wrapped";

/** What linking asks of the workspace. */
export interface LinkContext {
  catalogueOf(file: string): CatalogueIndex;
  /** Facts of a file; undefined where there are none. */
  facts(file: string): FileFacts | undefined;
  /**
   * The file that `specifier` means in `file`, and how many of the `names` that follow belong to it (Python's
   * submodules); undefined for what can't be found.
   */
  resolve(file: string, specifier: string, names: readonly string[]): ResolvedModule | undefined;
  /** Those of `facts.starExports` that may bring the name. Absent: all may. */
  starSources?(facts: FileFacts, name: string): readonly string[];
  /** `findNamedExport` of exported.ts, kept from one asking to the next. Absent: nothing is kept. */
  linkedExport?(file: string, names: readonly string[]): Exported | undefined;
  /** Classes of the workspace that extend or implement a class or interface, directly or not. */
  implementations(declared: Declared): readonly Declared[];
  /** As `methodsOfHeirs` in dispatch.ts tells; asked for by every call of a member of `this`. */
  selfMethods(member: SelfMember): readonly Declared[] | undefined;
  /** Whether a file is a part of the program: no test, script or build configuration. */
  isProgram(file: string): boolean;
  /**
   * Whether what blocks may be run by these names of the module that `specifier` means in `file`, as far as is known of all
   * files. Absent: it may.
   */
  mayRun?(file: string, specifier: string, names: readonly string[]): boolean;
}

export interface ResolvedModule {
  readonly file: string;
  readonly used: number;
}

/** Something that a file declares, by its key there. */
export interface Declared {
  readonly file: string;
  readonly key: string;
  /** As one call runs it: places in `FileFacts.calls` of those in it that its arguments rule out. */
  readonly without?: readonly number[];
}

export type Target =
  | { readonly kind: "catalogue"; readonly index: CatalogueIndex; readonly symbol: CatalogueSymbol }
  /** `generator`: what a call of a generator function gives: its body has not run. `body`: what runs it. */
  | ({ readonly kind: "generator" | "body" | "class" } & Declared)
  /** `isDeclared`: an annotation says so: it may be one of a class that extends it. */
  | ({ readonly kind: "instance"; readonly isDeclared?: true } & Declared)
  /**
   * `inner`: what runs with it, where it was made around a function: `withRetry(load)`. `isOnce`: its result is kept.
   * `declaredFor`: a method of something that only an annotation tells: which classes may have their own, and by which name.
   */
  | ({
      readonly kind: "function";
      readonly inner?: Declared;
      readonly isOnce?: true;
      readonly declaredFor?: SelfMember;
    } & Declared)
  | { readonly kind: "module"; readonly file: string };

/** What a reference in `file` stands for; undefined when nobody knows. */
export function linkReference(
  context: LinkContext,
  file: string,
  reference: Reference,
  pending: Pending = new Set(),
): Target | undefined {
  if (reference.kind === "unknown") return undefined;
  if (reference.kind === "oneOf") {
    const targets = reference.references.map((one) => linkReference(context, file, one, pending));
    return targets.every((target) => isSame(target, targets[0])) ? targets[0] : undefined;
  }
  const target = linkPath(context, file, reference, pending);
  const inner = target?.kind === "function" ? innerOf(context, file, reference, target, pending) : undefined;
  return target?.kind === "function" && inner !== undefined ? { ...target, inner } : target;
}

function linkPath(
  context: LinkContext,
  file: string,
  { root, steps }: Extract<Reference, { kind: "path" }>,
  pending: Pending,
): Target | undefined {
  const index = context.catalogueOf(file);
  switch (root.kind) {
    case "global":
      return followAll(context, ofCatalogue(index, index.global(root.name)), steps, pending);
    case "function":
    case "class":
      return followAll(context, { kind: root.kind, file, key: root.key }, steps, pending);
    case "module":
      return linkModule(context, file, root.specifier, steps, pending);
  }
}

/** What a module that a file names is, and what the `steps` behind it lead to. */
export function linkModule(
  context: LinkContext,
  file: string,
  specifier: string,
  steps: readonly Step[],
  pending: Pending,
): Target | undefined {
  const index = context.catalogueOf(file);
  const known = index.module(specifier);
  if (known !== undefined) return followAll(context, ofCatalogue(index, known), steps, pending);
  const found = context.resolve(file, specifier, leadingNames(steps));
  return found === undefined
    ? undefined
    : followAll(context, { kind: "module", file: found.file }, steps.slice(found.used), pending);
}

/** Where `steps` lead from `start`; undefined when nobody knows. */
export function followAll(
  context: LinkContext,
  start: Target | undefined,
  steps: readonly Step[],
  pending: Pending,
): Target | undefined {
  let target = start;
  for (let index = 0; index < steps.length && target !== undefined; index++) {
    const step = steps[index];
    if (step === undefined) break;
    if (target.kind === "module") {
      const exported: Exported | undefined = linkExport(context, target.file, steps.slice(index), pending);
      if (exported === undefined) return undefined;
      target = exported.target;
      index += exported.used - 1;
    } else target = follow(context, target, step, pending);
  }
  return target;
}

/** Where one more step leads from anything but a module. */
function follow(
  context: LinkContext,
  target: Exclude<Target, { kind: "module" }>,
  step: Step,
  pending: Pending,
): Target | undefined {
  switch (target.kind) {
    case "catalogue":
      return step.kind === "once" ? undefined : ofCatalogue(target.index, target.index.follow(target.symbol, step));
    case "function":
      if (step.kind === "once") return { ...target, isOnce: true };
      if (step.kind === "instance") return instanceMadeBy(context, target, step.declared);
      return step.kind === "call" ? resultOf(context, target, pending) : undefined;
    case "generator":
      // Walking through it, or entering it (a context manager's generator), runs the function.
      return step.kind === "property" && RUNS_GENERATOR.has(step.name) ? { ...target, kind: "body" } : undefined;
    case "body":
      return step.kind === "call" ? returnedBy(context, target, pending) : undefined;
    case "class":
      if (step.kind === "property") return memberTarget(context, target, "statics", step.name, pending);
      if (step.kind === "once") return undefined;
      return {
        ...target,
        kind: "instance",
        ...(step.kind === "instance" && step.declared ? { isDeclared: true } : {}),
      };
    case "instance":
      if (step.kind === "property") return memberTarget(context, target, "members", step.name, pending);
      return step.kind === "call" ? callResult(context, target, pending) : undefined;
  }
}

/** What `new` makes of a function that is used as a class. */
function instanceMadeBy(
  context: LinkContext,
  { file, key }: Declared,
  isDeclared: true | undefined,
): Target | undefined {
  const makes = functionOf(context, { file, key })?.makes;
  if (makes === undefined) return undefined;
  return { kind: "instance", file, key: makes, ...(isDeclared === undefined ? {} : { isDeclared }) };
}

const RUNS_GENERATOR: ReadonlySet<string> = new Set(["@@iterator", "__iter__", "__next__", "__enter__"]);

/** What a call of a function gives. */
function resultOf(context: LinkContext, { file, key }: Declared, pending: Pending): Target | undefined {
  const function_ = functionOf(context, { file, key });
  if (function_?.colour.endsWith("generator") === true) return { kind: "generator", file, key };
  return returnedBy(context, { file, key }, pending);
}

/** What a function says that it returns, or, a generator, that it yields. */
function returnedBy(context: LinkContext, { file, key }: Declared, pending: Pending): Target | undefined {
  const returns = functionOf(context, { file, key })?.returns;
  if (returns === undefined) return undefined;
  return guarded(pending, `returns ${file}\0${key}`, () => linkReference(context, file, returns, pending));
}

function callResult(context: LinkContext, instance: Declared, pending: Pending): Target | undefined {
  const method = memberTarget(context, { ...instance, kind: "instance" }, "members", "__call__", pending);
  return method?.kind === "function" ? resultOf(context, method, pending) : undefined;
}

function memberTarget(
  context: LinkContext,
  target: Extract<Target, { key: string }>,
  side: "members" | "statics",
  name: string,
  pending: Pending,
): Target | undefined {
  return guarded(pending, `${side} ${target.file}\0${target.key}\0${name}`, () => {
    const found = memberOf(context, target, side, name, pending);
    if (found === undefined) return undefined;
    if (found.kind === "catalogue") return found;
    const value = linkReference(context, found.file, found.member.value, pending);
    // Who walks through an object of which this is a generator runs its body.
    if (name === "@@iterator" && value?.kind === "function" && functionOf(context, value)?.colour === "generator")
      return { ...value, kind: "body" };
    if (value?.kind !== "function") return value;
    // Reading a getter calls it.
    if (found.member.kind === "getter") return resultOf(context, value, pending);
    const isDeclared = target.kind === "instance" && target.isDeclared === true;
    if (!isDeclared || found.member.kind !== "method") return value;
    const self = { file: target.file, key: target.key };
    return { ...value, declaredFor: { self, side, name, isRead: false } };
  });
}

export function functionOf(context: LinkContext, { file, key }: Declared): FunctionFacts | undefined {
  const facts = context.facts(file);
  return facts === undefined ? undefined : factsIndex(facts).functions.get(key);
}

export function classOf(context: LinkContext, { file, key }: Declared): ClassFacts | undefined {
  const facts = context.facts(file);
  return facts === undefined ? undefined : factsIndex(facts).classes.get(key);
}

function ofCatalogue(index: CatalogueIndex, symbol: CatalogueSymbol | undefined): Target | undefined {
  return symbol === undefined ? undefined : { kind: "catalogue", index, symbol };
}

function isSame(a: Target | undefined, b: Target | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.kind === "catalogue")
    return b.kind === "catalogue" && a.symbol.module === b.symbol.module && a.symbol.path === b.symbol.path;
  if (b.kind === "catalogue") return false;
  return a.kind === b.kind && a.file === b.file && ("key" in a ? a.key : "") === ("key" in b ? b.key : "");
}

/** Names of the properties that a path starts with. */
export function leadingNames(steps: readonly Step[]): readonly string[] {
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== "property") break;
    names.push(step.name);
  }
  return names;
}
