/** What a call runs: a catalogued API, functions of ours, or one of several that implement the same method. */
import type { Api } from "./catalogueIndex";
import { implementationsOf, memberFunction, selfMethods } from "./dispatch";
import { linkWholeModule } from "./exported";
import type { CallFacts, Reference } from "./facts";
import { classOf, functionOf, linkReference, type Declared, type LinkContext, type Target } from "./link";
import { basesOf, memberOf } from "./members";
import { useOf } from "./parameterUse";
import { workApi } from "./work";

export interface Callees {
  readonly api?: Api;
  /** All of these run: a constructor and its fields, a decorator's wrapper and what it wraps. */
  readonly all: readonly Declared[];
  /** One of these runs, nobody knows which. Never exactly one. */
  readonly oneOf: readonly Declared[];
  /** What is called keeps its result: the first call alone runs them. */
  readonly isOnce?: true;
}

/** Methods that run without their name in the text. */
export const UNNAMED = /^(@@\w+|__(?!init__|new__|post_init__)\w+__)$/;

const NOTHING: Callees = { all: [], oneOf: [] };

/** What `call` in `file` runs before it gives control back; nothing for what is asynchronous or unknown. */
export function calleesOf(context: LinkContext, file: string, call: CallFacts): Callees {
  if (call.form === "work") {
    const api = workApi(context, file, call);
    return api === undefined ? NOTHING : { ...NOTHING, api };
  }
  const ofHeirs = call.selfMember === undefined ? undefined : selfMethods(context, file, call, call.selfMember);
  if (ofHeirs !== undefined) return oneOfThese(context, ofHeirs);
  if (isHarmless(context, file, call)) return NOTHING;
  if (call.form === "get") return getterOf(context, file, call.callee);
  if (call.givenTo !== undefined && useOf(context, file, call.givenTo) !== "inline") return NOTHING;
  const linked = linkReference(context, file, call.callee);
  const target = linked?.kind === "module" ? linkWholeModule(context, linked.file) : linked;
  if (target?.kind !== "catalogue") return heirsOf(context, call, target) ?? runBy(context, target);
  const api = call.onlyOwn === true ? undefined : target.index.apiOf(target.symbol, call);
  return api === undefined ? NOTHING : { ...NOTHING, api };
}

/** Names that stand for whatever a module exports whole. */
const WHOLE = "default";

/** A call that `namesNothing`. What it runs must not be for what it is given to say. */
function isHarmless(context: LinkContext, file: string, { callee, arguments: given }: CallFacts): boolean {
  const decides = given.some(({ shape, size }) => shape === "function" || size !== undefined);
  return !decides && namesNothing(context, file, callee);
}

/**
 * By the names alone: the reference goes into another file, and none of its names stands for anything that blocks. That file
 * needn't be parsed for it.
 */
export function namesNothing(context: LinkContext, file: string, reference: Reference): boolean {
  if (context.mayRun === undefined || reference.kind !== "path" || reference.root.kind !== "module") return false;
  const { root, steps } = reference;
  if (context.catalogueOf(file).module(root.specifier) !== undefined) return false;
  if (steps.some((step) => step.kind === "call" && step.given !== undefined)) return false;
  const names = steps.flatMap((step) => (step.kind === "property" ? [step.name] : []));
  const isUnnamed = names.length === 0 || names.some((name) => name === WHOLE || UNNAMED.test(name));
  return !isUnnamed && !context.mayRun(file, root.specifier, names);
}

/** What classes that extend an annotated one have in place of its method; undefined where that is sure. */
function heirsOf(context: LinkContext, call: CallFacts, target: Target | undefined): Callees | undefined {
  const declared = target?.kind === "function" ? target.declaredFor : undefined;
  // Where only what is awaitable can be meant, a class that isn't asynchronous there isn't.
  const isAsync = target?.kind === "function" && functionOf(context, target)?.colour === "async";
  if (isAsync && call.awaited && call.onlyOwn === true) return undefined;
  const methods = declared && context.selfMethods(declared);
  return methods && oneOfThese(context, methods);
}

function runBy(context: LinkContext, target: Target | undefined): Callees {
  switch (target?.kind) {
    case "function": {
      const found = runByFunction(context, target);
      const own = target.isOnce === true ? { ...found, isOnce: target.isOnce } : found;
      if (target.inner === undefined) return own;
      return { ...own, all: [...own.all, ...runByFunction(context, target.inner).all] };
    }
    case "body":
      return { ...NOTHING, all: [{ file: target.file, key: target.key }] };
    case "class":
      return { ...NOTHING, all: construction(context, target, new Set()) };
    case "instance":
      return memberCallees(context, target, "__call__");
    case "catalogue":
    case "generator":
    case "module":
    case undefined:
      return NOTHING;
  }
}

/** What calling a function runs: itself, and what its decorators put around it; nothing where nobody knows. */
export function runByFunction(context: LinkContext, declared: Declared): Callees {
  const { file, key } = declared;
  const function_ = functionOf(context, declared);
  if (function_ === undefined) return NOTHING;
  if (function_.isAbstract === true) return oneOfThese(context, implementationsOf(context, declared));
  // An asynchronous callee is its own context; a generator's body runs when somebody walks through it.
  const own = function_.colour === "sync" ? [{ file, key }] : [];
  let all: readonly Declared[] = own;
  for (const reference of function_.decorators?.toReversed() ?? []) {
    const decorated = decoratedBy(context, file, reference, all);
    if (decorated === undefined) return NOTHING;
    all = decorated;
  }
  return { all, oneOf: [] };
}

/** Where only one is left it is what runs; one that doesn't block when it is called is one of several all the same. */
function oneOfThese(context: LinkContext, methods: readonly Declared[]): Callees {
  const [first, ...others] = methods;
  if (first === undefined) return NOTHING;
  return others.length > 0 ? { all: [], oneOf: methods } : runByFunction(context, first);
}

/** What runs when a function is called that a decorator was put on; undefined when nobody knows. */
function decoratedBy(
  context: LinkContext,
  file: string,
  reference: Reference,
  inner: readonly Declared[],
): readonly Declared[] | undefined {
  const decorator = linkReference(context, file, reference);
  if (decorator?.kind !== "function") return undefined;
  const wraps = functionOf(context, decorator)?.wraps;
  if (wraps === undefined) return undefined;
  if (wraps.wrapper === undefined) return inner;
  const wrapper = { file: decorator.file, key: wraps.wrapper };
  if (functionOf(context, wrapper)?.colour !== "sync") return [];
  return wraps.use === "inline" ? [wrapper, ...inner] : [wrapper];
}

function memberCallees(context: LinkContext, declared: Declared, name: string): Callees {
  const method = memberFunction(context, declared, name);
  return method === undefined ? NOTHING : runByFunction(context, method);
}

/** What making an instance runs: its own constructor and fields, or those that it inherits. */
export function construction(context: LinkContext, declared: Declared, seen: Set<string>): readonly Declared[] {
  const class_ = classOf(context, declared);
  const key = `${declared.file}\0${declared.key}`;
  if (class_ === undefined || seen.has(key)) return [];
  seen.add(key);
  const own = class_.construction.map((function_) => ({ file: declared.file, key: function_ }));
  if (class_.hasConstructor) return own;
  const bases = basesOf(context, declared, new Set()).flatMap((base) =>
    base.kind === "class" ? construction(context, base, seen) : [],
  );
  return [...own, ...bases];
}

/** The function that reading a member runs; nothing where the member is anything but a getter. */
function getterOf(context: LinkContext, file: string, reference: Reference): Callees {
  const name = reference.kind === "path" ? reference.steps.at(-1) : undefined;
  if (reference.kind !== "path" || name?.kind !== "property") return NOTHING;
  const receiver = linkReference(context, file, { ...reference, steps: reference.steps.slice(0, -1) });
  if (receiver?.kind !== "instance" && receiver?.kind !== "class") return NOTHING;
  const side = receiver.kind === "class" ? "statics" : "members";
  if (receiver.kind === "instance" && receiver.isDeclared === true) {
    const self = { file: receiver.file, key: receiver.key };
    const getters = context.selfMethods({ self, side, name: name.name, isRead: true });
    if (getters !== undefined) return oneOfThese(context, getters);
  }
  const found = memberOf(context, receiver, side, name.name, new Set());
  if (found?.kind !== "member" || found.member.kind !== "getter") return NOTHING;
  const getter = linkReference(context, found.file, found.member.value);
  return getter?.kind === "function" ? runByFunction(context, getter) : NOTHING;
}
