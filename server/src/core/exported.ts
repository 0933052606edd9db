/** What modules hand on: their exports by name, what `export *` brings, and what a module is as a whole. */
import type { FileFacts, Reference, Step } from "./facts";
import { followAll, leadingNames, linkModule, linkReference, type LinkContext, type Target } from "./link";
import { guarded, type Pending } from "./pending";

/** What a module is when it is used as a value itself: `require("./lib")()`. */
export function linkWholeModule(context: LinkContext, file: string): Target | undefined {
  return linkExport(context, file, [], new Set())?.target;
}

export interface Exported {
  readonly target: Target;
  /** How many steps it took. */
  readonly used: number;
}

/** What a module's export is; `steps` begins with its name. */
export function linkExport(
  context: LinkContext,
  file: string,
  steps: readonly Step[],
  pending: Pending,
): Exported | undefined {
  const facts = context.facts(file);
  if (facts === undefined) return undefined;
  const [name, member] = leadingNames(steps.slice(0, 2));
  // Asked for by itself it is the same for everybody; on the way to something else it depends on the way.
  if (pending.size > 0 || name === undefined || context.linkedExport === undefined)
    return findExport(context, facts, steps, pending);
  const isInner = member !== undefined && ownExport(facts, `${name}.${member}`) !== undefined;
  return context.linkedExport(file, isInner ? [name, member] : [name]);
}

/** What a module's export is, or a member of one that is an object, by their names; it isn't kept. */
export function findNamedExport(context: LinkContext, file: string, names: readonly string[]): Exported | undefined {
  const facts = context.facts(file);
  const steps = names.map((name): Step => ({ kind: "property", name }));
  return facts === undefined ? undefined : findExport(context, facts, steps, new Set());
}

function findExport(
  context: LinkContext,
  facts: FileFacts,
  steps: readonly Step[],
  pending: Pending,
): Exported | undefined {
  const { file } = facts;
  const [first, second] = steps;
  const name = first?.kind === "property" ? first.name : undefined;
  return guarded(pending, `export ${file}\0${name ?? ""}`, () => {
    if (name === undefined) return wholeExport(context, facts, 0, pending);
    // A member of an exported function.
    const member = second?.kind === "property" ? ownExport(facts, `${name}.${second.name}`) : undefined;
    const inner = member === undefined ? undefined : linkReference(context, file, member, pending);
    if (inner !== undefined) return { target: inner, used: 2 };
    const named = ownExport(facts, name);
    const target = named === undefined ? undefined : linkReference(context, file, named, pending);
    if (target !== undefined) return { target, used: 1 };
    if (named !== undefined) return undefined;
    // The default import of a CommonJS file is its module.exports, whose members are listed by their names.
    if (name === "default") return { target: { kind: "module", file }, used: 1 };
    return (
      starExport(context, facts, steps, pending) ??
      memberOfWhole(context, facts, steps, pending) ??
      submodule(context, file, name)
    );
  });
}

function starExport(
  context: LinkContext,
  facts: FileFacts,
  steps: readonly Step[],
  pending: Pending,
): Exported | undefined {
  const [first] = steps;
  if (first?.kind !== "property") return undefined;
  const { file, starExports } = facts;
  for (const specifier of context.starSources?.(facts, first.name) ?? starExports) {
    const source = context.resolve(file, specifier, []);
    const names = source && context.facts(source.file)?.starNames;
    if (names?.includes(first.name) === false) continue;
    const target = linkModule(context, file, specifier, [first], pending);
    if (target !== undefined) return { target, used: 1 };
  }
  return undefined;
}

/** `require("./lib")` gives module.exports, which is listed under `default` when it is one value. */
function wholeExport(context: LinkContext, facts: FileFacts, used: number, pending: Pending): Exported | undefined {
  const whole = ownExport(facts, "default");
  const target = whole === undefined ? undefined : linkReference(context, facts.file, whole, pending);
  return target === undefined ? undefined : { target, used };
}

function memberOfWhole(
  context: LinkContext,
  facts: FileFacts,
  steps: readonly Step[],
  pending: Pending,
): Exported | undefined {
  const whole = wholeExport(context, facts, 0, pending);
  const target = whole && followAll(context, whole.target, steps.slice(0, 1), pending);
  return target === undefined ? undefined : { target, used: 1 };
}

/** A member of a Python package that is a module of it. */
function submodule(context: LinkContext, file: string, name: string): Exported | undefined {
  if (!/(^|[\\/])__init__\.py$/.test(file)) return undefined;
  const found = context.resolve(file, ".", [name]);
  return found?.used === 1 ? { target: { kind: "module", file: found.file }, used: 1 } : undefined;
}

function ownExport(facts: FileFacts, name: string): Reference | undefined {
  return Object.hasOwn(facts.exports, name) ? facts.exports[name] : undefined;
}
