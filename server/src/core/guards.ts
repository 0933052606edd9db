/** Calls in a function that the arguments of a call rule out: `save(path)`, where `save(path, sync = false)` blocks if `sync` is set. */
import type { ArgumentFacts, CallFacts, CallGuard, Reference } from "./facts";
import { factsIndex } from "./factsIndex";
import { functionOf, type Declared, type LinkContext } from "./link";

/** `declared` as `call` runs it: without the calls in it that can't be reached then. */
export function asCalled(context: LinkContext, call: CallFacts, declared: Declared): Declared {
  const facts = context.facts(declared.file);
  const guarded = facts === undefined ? undefined : factsIndex(facts).guarded.get(declared.key);
  if (guarded === undefined || !givesItself(context, call, declared)) return declared;
  const without = guarded.filter(({ guard }) => isRuledOut(call.arguments, guard)).map(({ index }) => index);
  return without.length === 0 ? declared : { ...declared, without: [...new Set(without)] };
}

/** Whether the function gets the arguments of the call as they stand there: nothing has bound others, or wraps it. */
function givesItself(context: LinkContext, call: CallFacts, declared: Declared): boolean {
  if ((call.form !== "call" && call.form !== "new") || call.isIndirect === true || call.onlyOwn === true) return false;
  if (functionOf(context, declared)?.decorators !== undefined) return false;
  const own = (declared.key.split(".").at(-1) ?? "").replace(/~\d+$/, "");
  const asked = lastName(call.callee);
  return asked === own || asked === "default" || CONSTRUCTOR.test(own);
}

const CONSTRUCTOR = /^(constructor|__init__)$/;

/** The name that a reference ends with; undefined where what it leads to comes from a call. */
export function lastName(reference: Reference): string | undefined {
  if (reference.kind !== "path") return undefined;
  const last = reference.steps.at(-1);
  if (last !== undefined) return last.kind === "property" ? last.name : undefined;
  const { root } = reference;
  if (root.kind === "module") return "default";
  return (root.kind === "global" ? root.name : root.key).split(".").at(-1)?.replace(/~\d+$/, "");
}

function isRuledOut(list: readonly ArgumentFacts[], { parameter, when, default: omitted }: CallGuard): boolean {
  if (list.some(({ shape }) => shape === "spread")) return false;
  const { index, name } = parameter;
  const positional = list.filter(({ keyword }) => keyword === undefined);
  const given = list.find(({ keyword }) => keyword === name) ?? (index < 0 ? undefined : positional[index]);
  const truth = given === undefined || given.nothing === "undefined" ? omitted : truthOf(given);
  return truth !== undefined && truth !== when;
}

function truthOf({ literal, nothing, shape }: ArgumentFacts): boolean | undefined {
  if (nothing !== undefined) return false;
  if (shape === "function") return true;
  // A text with a bracket in it may be put together when it is evaluated.
  if (typeof literal === "string") return literal.includes("{") ? undefined : literal !== "";
  return literal === undefined ? undefined : Boolean(literal);
}
