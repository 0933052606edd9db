/** Members of classes and objects, their own and inherited ones. */
import type { MemberFacts } from "./facts";
import { classOf, functionOf, linkReference, type Declared, type LinkContext, type Target } from "./link";
import type { Pending } from "./pending";

export type FoundMember =
  | { readonly kind: "member"; readonly file: string; readonly member: MemberFacts }
  /** A base class is of the catalogue, and so is what it has. */
  | Extract<Target, { kind: "catalogue" }>;

/** The member `name` of a class (`statics`) or of its instances (`members`), looked up along its bases. */
export function memberOf(
  context: LinkContext,
  declared: Declared,
  side: "members" | "statics",
  name: string,
  pending: Pending,
): FoundMember | undefined {
  const own = ownMember(context, declared, side, name);
  if (own !== undefined) return own;
  for (const base of basesOf(context, declared, pending)) {
    if (base.kind === "catalogue") {
      const found = catalogueMember(base, side, name);
      if (found !== undefined) return found;
    } else {
      // A class that is its own base by mistake is looked at once.
      const key = `${side} of ${base.file}\0${base.key}`;
      if (pending.has(key)) continue;
      pending.add(key);
      const found = memberOf(context, base, side, name, pending);
      pending.delete(key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function ownMember(
  context: LinkContext,
  declared: Declared,
  side: "members" | "statics",
  name: string,
): FoundMember | undefined {
  const members = classOf(context, declared)?.[side];
  const member = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
  return member === undefined ? undefined : { kind: "member", file: declared.file, member };
}

type Base = Extract<Target, { kind: "catalogue" }> | (Declared & { readonly kind: "class" });

/** What a class extends, in the order of look-up; an interface's bases are instances of the same thing. */
export function basesOf(context: LinkContext, declared: Declared, pending: Pending): readonly Base[] {
  return (classOf(context, declared)?.bases ?? []).flatMap((reference): readonly Base[] => {
    const target = linkReference(context, declared.file, reference, pending);
    if (target?.kind === "catalogue") return [target];
    const class_ = classMeant(context, target);
    return class_ === undefined ? [] : [{ kind: "class", ...class_ }];
  });
}

/** The class that something names: itself, that of an instance, or the one that a function is used as. */
export function classMeant(context: LinkContext, target: Target | undefined): Declared | undefined {
  if (target?.kind === "class" || target?.kind === "instance") return { file: target.file, key: target.key };
  const makes = target?.kind === "function" ? functionOf(context, target)?.makes : undefined;
  return target?.kind === "function" && makes !== undefined ? { file: target.file, key: makes } : undefined;
}

function catalogueMember(
  base: Extract<Target, { kind: "catalogue" }>,
  side: "members" | "statics",
  name: string,
): FoundMember | undefined {
  const { index } = base;
  const start = side === "statics" ? base.symbol : index.follow(base.symbol, { kind: "instance" });
  const symbol = start === undefined ? undefined : index.follow(start, { kind: "property", name });
  return symbol === undefined ? undefined : { kind: "catalogue", index, symbol };
}
