/** Whether a method is alone: whether other classes have it in its place, or ask for it by what they extend. */
import type { Refusal } from "../core/asyncify";
import { classOf, linkReference, type Declared, type LinkContext } from "../core/link";
import type { ClassFacts } from "../core/facts";
import { classMeant } from "../core/members";

/** `name` of the class that the file calls `className`. */
export interface MethodName {
  readonly name: string;
  /** Empty for a method of an object. */
  readonly className: string;
  /** It extends or implements something. */
  readonly isDerived: boolean;
}

/**
 * Why a method isn't alone; undefined where it is. `extending`: files in which a class extends one of that name.
 */
export function overridingClass(
  links: LinkContext,
  declared: Declared,
  { name, className, isDerived }: MethodName,
  extending: readonly string[],
): Refusal | undefined {
  if (className === "") return undefined;
  const at = { file: declared.file, offset: 0 };
  const owner = links.facts(declared.file)?.classes.find((class_) => hasFunction(class_, declared.key));
  if (isDerived && (owner === undefined || inherits(links, { file: declared.file, key: owner.key }, name, new Set())))
    return { refusal: `\`${className}\` extends or implements something that may ask for it`, at };
  const heirs = owner === undefined ? [] : links.implementations({ file: declared.file, key: owner.key });
  const found = new Set(heirs.map(({ file }) => file));
  const overriding = heirs.find((heir) => {
    const class_ = classOf(links, heir);
    return class_ === undefined || hasMember(class_, name);
  });
  if (overriding !== undefined)
    return { refusal: `\`${overriding.key}\` overrides it`, at: { file: overriding.file, offset: 0 } };
  // Or what a function makes of it.
  const unclear = extending.find((file) => !found.has(file));
  return unclear === undefined
    ? undefined
    : { refusal: `a class that extends \`${className}\` may override it`, at: { file: unclear, offset: 0 } };
}

function hasFunction({ members, statics }: ClassFacts, key: string): boolean {
  return [...Object.values(members), ...Object.values(statics)].some(
    ({ value }) => value.kind === "path" && value.root.kind === "function" && value.root.key === key,
  );
}

function hasMember({ members, statics }: ClassFacts, name: string): boolean {
  return Object.hasOwn(members, name) || Object.hasOwn(statics, name);
}

/** Whether something that a class extends or implements has a member of that name, or may have. */
function inherits(links: LinkContext, declared: Declared, name: string, seen: Set<string>): boolean {
  const class_ = classOf(links, declared);
  const key = `${declared.file}\0${declared.key}`;
  if (class_ === undefined || seen.has(key)) return class_ === undefined;
  seen.add(key);
  return [...class_.bases, ...class_.implemented].some((reference) => {
    const base = classMeant(links, linkReference(links, declared.file, reference));
    if (base === undefined) return true;
    const found = classOf(links, base);
    return (found !== undefined && hasMember(found, name)) || inherits(links, base, name, seen);
  });
}
