/** Calls whose receiver decides which of several methods runs: what implements an interface, what overrides a method. */
import type { CallFacts } from "./facts";
import { factsIndex, type Membership } from "./factsIndex";
import { classOf, functionOf, linkReference, type Declared, type LinkContext } from "./link";
import { basesOf, memberOf } from "./members";

/** The functions that stand for a method without a body, in the classes that implement it. */
export function implementationsOf(context: LinkContext, method: Declared): readonly Declared[] {
  const owner = membershipOf(context, method);
  if (owner?.name === undefined) return [];
  const { name, side } = owner;
  const declared = { file: method.file, key: owner.key };
  return distinct(
    ofProgram(context, declared, context.implementations(declared)).map((class_) =>
      memberFunction(context, class_, name, side),
    ),
    context,
  );
}

/** A member of `this` that is called, or read, in a class. */
export interface SelfMember {
  readonly self: Declared;
  readonly side: "members" | "statics";
  readonly name: string;
  /** Only a getter is meant. */
  readonly isRead: boolean;
}

/** The methods that a call of a member of `this` may run; undefined where the class around the call says it alone. */
export function selfMethods(
  context: LinkContext,
  file: string,
  { owner, form }: CallFacts,
  name: string,
): readonly Declared[] | undefined {
  const around = membershipOf(context, { file, key: owner });
  if (around === undefined) return undefined;
  return context.selfMethods({ self: { file, key: around.key }, side: around.side, name, isRead: form === "get" });
}

/**
 * That of the class itself, where there are instances of it, and those that classes which extend it have in its place.
 * Undefined where nothing extends it, or it is no method.
 */
export function methodsOfHeirs(
  context: LinkContext,
  { self, side, name, isRead }: SelfMember,
): readonly Declared[] | undefined {
  const heirs = ofProgram(context, self, context.implementations(self)).filter(
    (heir) => classOf(context, heir)?.kind === "class" && extendsClass(context, heir, self, new Set()),
  );
  if (heirs.length === 0) return undefined;
  const classes = [self, ...heirs].filter((class_) => classOf(context, class_)?.isAbstract !== true);
  const members = classes.map((class_) => memberFunction(context, class_, name, side, isRead));
  const methods = distinct(members, context);
  // What a getter gives is called: who has it in its place isn't told by the member's name.
  return methods.length === 0 ? undefined : methods;
}

/** Which member of which class a function is, or is a part of. */
function membershipOf(context: LinkContext, { file, key }: Declared): Membership | undefined {
  const facts = context.facts(file);
  if (facts === undefined) return undefined;
  const { functions, memberships } = factsIndex(facts);
  for (let at: string | undefined = key; at !== undefined; at = functions.get(at)?.parent) {
    const found = memberships.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What tests do in the place of something says nothing of the program. */
function ofProgram(context: LinkContext, declared: Declared, heirs: readonly Declared[]): readonly Declared[] {
  return context.isProgram(declared.file) ? heirs.filter(({ file }) => context.isProgram(file)) : heirs;
}

function extendsClass(context: LinkContext, heir: Declared, self: Declared, seen: Set<string>): boolean {
  const id = `${heir.file}\0${heir.key}`;
  if (seen.has(id)) return false;
  seen.add(id);
  return basesOf(context, heir, new Set()).some(
    (base) =>
      base.kind === "class" &&
      ((base.file === self.file && base.key === self.key) || extendsClass(context, base, self, seen)),
  );
}

/** Each once, without those that have no body. */
function distinct(methods: readonly (Declared | undefined)[], context: LinkContext): readonly Declared[] {
  const found = new Map<string, Declared>();
  for (const method of methods) {
    const function_ = method && functionOf(context, method);
    if (method === undefined || function_ === undefined || function_.isAbstract === true) continue;
    found.set(`${method.file}\0${method.key}`, { file: method.file, key: method.key });
  }
  return [...found.values()];
}

/** The function that a member of a class is; of getters alone, where those are asked for. */
export function memberFunction(
  context: LinkContext,
  declared: Declared,
  name: string,
  side: "members" | "statics" = "members",
  isRead = false,
): Declared | undefined {
  const found = memberOf(context, declared, side, name, new Set());
  if (found?.kind !== "member" || (found.member.kind === "getter") !== isRead) return undefined;
  const target = linkReference(context, found.file, found.member.value);
  return target?.kind === "function" ? target : undefined;
}
