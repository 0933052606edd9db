/** What a function does with a function that it is given. */
import type { GivenTo, ParameterUse } from "./facts";
import { classOf, functionOf, linkReference, type Declared, type LinkContext } from "./link";
import { isNamed } from "./namedFunction";

export type Use = "inline" | "off-loop" | "scheduled";

/** How what is given to `given.callee` in `file` is run; undefined when it isn't, or nobody knows. */
export function useOf(context: LinkContext, file: string, given: GivenTo, seen = new Set<string>()): Use | undefined {
  const { offloader } = context.catalogueOf(file);
  if (offloader !== undefined && isNamed(context, file, given.callee, offloader)) return "off-loop";
  const target = linkReference(context, file, given.callee);
  if (target?.kind === "function") return useByFunction(context, target, given.argument, seen);
  if (target?.kind !== "class" || classOf(context, target) === undefined) return undefined;
  for (const key of classOf(context, target)?.construction ?? []) {
    const use = useByFunction(context, { file: target.file, key }, given.argument, seen);
    if (use !== undefined) return use;
  }
  return undefined;
}

function useByFunction(
  context: LinkContext,
  declared: Declared,
  argument: number | string,
  seen: Set<string>,
): Use | undefined {
  const id = `${declared.file}\0${declared.key}\0${String(argument)}`;
  if (seen.has(id)) return undefined;
  seen.add(id);
  const parameter = functionOf(context, declared)?.parameters?.find(({ index, name }) =>
    typeof argument === "number" ? index === argument : name === argument,
  );
  return strongest((parameter?.uses ?? []).map((use) => resolved(context, declared.file, use, seen)));
}

function resolved(context: LinkContext, file: string, use: ParameterUse, seen: Set<string>): Use | undefined {
  return use.kind === "given" ? useOf(context, file, use, seen) : use.kind;
}

/** A function that calls it itself blocks, whatever else it does with it. */
function strongest(uses: readonly (Use | undefined)[]): Use | undefined {
  return (["inline", "scheduled", "off-loop"] as const).find((use) => uses.includes(use));
}
