/** References → what they mean: catalogued APIs, through as many local files as re-export them. */
import type { Api, CatalogueIndex, CatalogueSymbol } from "./catalogueIndex";
import type { CallFacts, FileFacts, Reference, Step } from "./facts";

/** What linking asks of the workspace. */
export interface LinkContext {
  readonly catalogue: CatalogueIndex;
  /** Facts of a file; undefined where there are none. */
  facts(file: string): FileFacts | undefined;
  /**
   * The workspace's file that `specifier` means in `file`, and how many of the `names` that follow belong to it (Python's
   * submodules); undefined for packages and what can't be found.
   */
  resolve(file: string, specifier: string, names: readonly string[]): ResolvedModule | undefined;
}

export interface ResolvedModule {
  readonly file: string;
  readonly used: number;
}

/** The catalogued API that `call` in `file` runs; undefined when it isn't one, or nobody knows. */
export function linkCall(context: LinkContext, file: string, call: CallFacts): Api | undefined {
  const symbol = linkReference(context, file, call.callee, new Set());
  return symbol === undefined ? undefined : context.catalogue.apiOf(symbol, call);
}

/** Where a reference leads in the catalogue; undefined when it doesn't. */
export function linkReference(
  context: LinkContext,
  file: string,
  reference: Reference,
  visited: Set<string>,
): CatalogueSymbol | undefined {
  if (reference.kind === "unknown" || reference.root.kind === "function") return undefined;
  const { root, steps } = reference;
  if (root.kind === "global") return followAll(context, context.catalogue.global(root.name), steps);
  const known = context.catalogue.module(root.specifier);
  if (known !== undefined) return followAll(context, known, steps);
  const target = context.resolve(file, root.specifier, leadingNames(steps));
  return target === undefined ? undefined : linkExport(context, target.file, steps.slice(target.used), visited);
}

/** `steps` from the module object of a local file. */
function linkExport(
  context: LinkContext,
  file: string,
  steps: readonly Step[],
  visited: Set<string>,
): CatalogueSymbol | undefined {
  // `require("./lib")` gives module.exports, which is listed under `default` when it is one value.
  const [first, ...rest] = steps;
  const name = first?.kind === "property" ? first.name : undefined;
  const visit = `${file}\0${name ?? ""}`;
  if (visited.has(visit)) return undefined;
  visited.add(visit);
  const facts = context.facts(file);
  if (facts === undefined) return undefined;
  const named = name === undefined ? undefined : ownExport(facts, name);
  if (named?.kind === "path") return linkReference(context, file, extended(named, rest), visited);
  const [second, ...further] = rest;
  const member = second?.kind === "property" ? ownExport(facts, `${name ?? ""}.${second.name}`) : undefined;
  if (member !== undefined) return linkReference(context, file, extended(member, further), visited);
  if (named !== undefined) return undefined;
  // The default import of a CommonJS file is its module.exports, whose members are listed by their names.
  if (name === "default") return rest.length === 0 ? undefined : linkExport(context, file, rest, visited);
  for (const specifier of facts.starExports) {
    const known = context.catalogue.module(specifier);
    const target = known === undefined ? context.resolve(file, specifier, []) : undefined;
    const found =
      known === undefined
        ? target && linkExport(context, target.file, steps, visited)
        : followAll(context, known, steps);
    if (found) return found;
  }
  const whole = ownExport(facts, "default");
  return whole === undefined ? undefined : linkReference(context, file, extended(whole, steps), visited);
}

/** The reference, gone on from: what it stands for may be another file, so steps can't be followed one by one. */
function extended(reference: Reference, steps: readonly Step[]): Reference {
  return reference.kind === "path" ? { ...reference, steps: [...reference.steps, ...steps] } : reference;
}

function leadingNames(steps: readonly Step[]): readonly string[] {
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== "property") break;
    names.push(step.name);
  }
  return names;
}

function ownExport(facts: FileFacts, name: string): Reference | undefined {
  return Object.hasOwn(facts.exports, name) ? facts.exports[name] : undefined;
}

function followAll(
  context: LinkContext,
  start: CatalogueSymbol | undefined,
  steps: readonly Step[],
): CatalogueSymbol | undefined {
  let symbol = start;
  for (const step of steps) symbol = symbol && context.catalogue.follow(symbol, step);
  return symbol;
}
