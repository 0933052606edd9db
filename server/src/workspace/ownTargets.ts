/** Calls of functions of ours that are to run in a thread: what the language's fixes need to know of them. */
import type { BlockingCall, ChainContext } from "../core/blocking";
import { calleesOf } from "../core/callees";
import { functionOf, type Declared } from "../core/link";
import { offloadOutcome } from "../core/offload";
import type { FixTarget, Language, OwnFunction } from "../languages/language";
import { isDirect, targetOf } from "./report";

/** The text of a file; undefined where there is none. */
type TextOf = (file: string) => string | undefined;

/** A target for each call: the API that it runs, or the function of ours. Without threads the latter are left out. */
export function fixTargets(
  calls: readonly BlockingCall[],
  chains: ChainContext,
  language: Language,
  textOf: TextOf,
): readonly { readonly call: BlockingCall; readonly target: FixTarget }[] {
  return calls.flatMap((call) => {
    const target = isDirect(call) ? targetOf(call) : ownTarget(call, chains, language, textOf);
    return target === undefined ? [] : [{ call, target }];
  });
}

function ownTarget(
  { call, api, steps }: BlockingCall,
  chains: ChainContext,
  language: Language,
  textOf: TextOf,
): FixTarget | undefined {
  const [{ file, runs }] = steps;
  if (language.threadUse === undefined || runs === undefined) return undefined;
  const { category, cost, pool } = api.entry;
  const path = implicitName(call.callee) ?? runs.key;
  const entry = { path, category, cost, ...(pool === undefined ? {} : { pool }) };
  const { all, oneOf } = calleesOf(chains, file, call);
  const own = ownFunction([...all, ...oneOf], runs, chains, language, textOf);
  return { span: call.span, module: "", entry, own };
}

function ownFunction(
  callees: readonly Declared[],
  runs: Declared,
  chains: ChainContext,
  language: Language,
  textOf: TextOf,
): OwnFunction {
  const useOf = (declared: Declared): ReturnType<NonNullable<Language["threadUse"]>> => {
    const text = textOf(declared.file);
    const function_ = functionOf(chains, declared);
    return text === undefined || function_ === undefined
      ? undefined
      : language.threadUse?.(declared.file, text, function_.span);
  };
  const outcomes = callees.map((declared) => offloadOutcome(chains, declared, useOf));
  const refusal = outcomes.find((outcome) => outcome.refusal !== undefined)?.refusal;
  const caution = outcomes.find((outcome) => outcome.caution !== undefined)?.caution;
  return {
    cautions: caution === undefined ? [] : [caution],
    // What it changes in another process, nobody here sees.
    isImportable: callees.length === 1 && /^\w+$/.test(runs.key) && caution === undefined,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** What stands for `with` and `for` has its method's name at the end of the path. */
function implicitName(callee: BlockingCall["call"]["callee"]): string | undefined {
  const last = callee.kind === "path" ? callee.steps.at(-1) : undefined;
  return last?.kind === "property" && /^__(?:a?iter|a?enter|a?next)__$/.test(last.name) ? last.name : undefined;
}
