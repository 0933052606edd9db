/** What a function computes because of what one call gives it: `heavy(list(range(10_000_000)))`. */
import type { Api } from "./catalogueIndex";
import type { ArgumentFacts, CallFacts, WorkFacts } from "./facts";
import { factsIndex } from "./factsIndex";
import type { Declared, LinkContext } from "./link";
import { workApi } from "./work";

/** Something in a function that is heavy for what it is given. */
export interface Given {
  readonly to: Declared;
  /** Its place in the `FileFacts.calls` of the function's file. */
  readonly call: number;
  readonly api: Api;
}

/** What the functions that a call runs compute for what it gives them, where that is heavy. */
export function givenWork(context: LinkContext, call: CallFacts, runs: readonly Declared[]): readonly Given[] {
  if (!call.arguments.some(({ size }) => size !== undefined)) return [];
  return runs.flatMap((to) => {
    const facts = context.facts(to.file);
    const own = facts === undefined ? [] : (factsIndex(facts).calls.get(to.key) ?? []);
    return own.flatMap(({ index, call: computing }) => {
      const api = givenApi(context, to.file, computing, call);
      return api === undefined ? [] : [{ to, call: index, api }];
    });
  });
}

/** Something in `file` that goes through a parameter, as what it is for the arguments of `call`. */
export function givenApi(context: LinkContext, file: string, computing: CallFacts, call: CallFacts): Api | undefined {
  const { work } = computing;
  if (work?.through === undefined) return undefined;
  const size = argumentOf(call.arguments, work.through)?.size;
  return size === undefined ? undefined : workApi(context, file, { ...computing, work: { ...work, iterations: size } });
}

function argumentOf(
  list: readonly ArgumentFacts[],
  { index, name }: NonNullable<WorkFacts["through"]>,
): ArgumentFacts | undefined {
  const named = list.find(({ keyword }) => keyword === name);
  if (named !== undefined || index < 0) return named;
  const before = list.slice(0, index + 1);
  return before.some(({ keyword, shape }) => keyword !== undefined || shape === "spread") ? undefined : before[index];
}
