/** What happens when a function of ours runs in another thread: everything that is reached through it is looked at. */
import { calleesOf } from "./callees";
import { nodeOf } from "./chains";
import type { FileFacts, Span } from "./facts";
import { factsIndex } from "./factsIndex";
import { functionOf, type Declared, type LinkContext } from "./link";

/** One thing at most is said: a title has to stay readable. */
export interface OffloadOutcome {
  /** Clause that says what to look at; undefined where nothing that others could see happens in the thread. */
  readonly caution?: string;
  /** Clause that says why it can't be. */
  readonly refusal?: string;
}

/** What a language knows of one function, as `ThreadUse` says it. */
interface Use {
  readonly hazard?: string;
  readonly refusal?: string;
  readonly calls: readonly {
    readonly span: Span;
    readonly name: string;
    readonly isLocal: boolean;
    readonly stays: boolean;
  }[];
}

/** More functions than these aren't looked at: what isn't known of the others is a caution. */
const MOST_FUNCTIONS = 200;

/** @param useOf what a function itself does; undefined when nobody knows. */
export function offloadOutcome(
  context: LinkContext,
  root: Declared,
  useOf: (declared: Declared) => Use | undefined,
): OffloadOutcome {
  const pending: Declared[] = [root];
  const seen = new Set([nodeOf(root)]);
  let caution: string | undefined;
  for (const declared of pending) {
    const facts = context.facts(declared.file);
    const use = useOf(declared);
    if (facts === undefined || use === undefined || seen.size > MOST_FUNCTIONS) {
      caution ??= `nobody knows all that \`${declared.key}\` does`;
      continue;
    }
    if (use.refusal !== undefined) return { refusal: use.refusal };
    caution ??= use.hazard;
    const add = (target: Declared): void => {
      if (seen.has(nodeOf(target))) return;
      seen.add(nodeOf(target));
      pending.push(target);
    };
    for (const call of use.calls) {
      const below = lookInto(context, facts, call);
      if (below.refusal !== undefined) return { refusal: below.refusal };
      caution ??= below.caution;
      below.runs.forEach(add);
    }
    implicitlyRun(context, facts, declared.key).forEach(add);
  }
  return caution === undefined ? {} : { caution };
}

interface Below extends OffloadOutcome {
  readonly runs: readonly Declared[];
}

/** What one call runs. */
function lookInto(context: LinkContext, facts: FileFacts, used: Use["calls"][number]): Below {
  const { span, name } = used;
  const calls = facts.calls.filter(
    (call) => call.form !== "callback" && call.span.start === span.start && call.span.end === span.end,
  );
  const runs: Declared[] = [];
  for (const call of calls) {
    const { api, all, oneOf } = calleesOf(context, facts.file, call);
    // A lock is held and released by the same function; a connection has to be made and used in the same thread.
    const isAffine = api?.entry.guards?.includes("thread-affinity") === true && api.entry.category === "database";
    const isMethod = api?.entry.path.includes("#") === true;
    if (isAffine && isMethod && !used.isLocal)
      return { refusal: `\`${name}\` belongs to the thread that made what it is called on`, runs };
    if (isAffine && !isMethod && !used.stays)
      return { refusal: `what \`${name}\` gives belongs to the thread that made it`, runs };
    if (api !== undefined) return { runs };
    runs.push(...all, ...oneOf);
  }
  return runs.length > 0 ? { runs } : { caution: `\`${name}\` runs in the thread too`, runs };
}

/** Functions that run without a call in the text: what `with`, `for` and the reading of properties run. */
function implicitlyRun(context: LinkContext, facts: FileFacts, key: string): readonly Declared[] {
  const { calls } = factsIndex(facts);
  return (calls.get(key) ?? []).flatMap(({ call }) => {
    const { all, oneOf } = calleesOf(context, facts.file, call);
    return [...all, ...oneOf].filter((declared) => functionOf(context, declared) !== undefined);
  });
}
