/** Where a package says that its modules are: `exports`, `imports`, `main`. */
import { exports as packageExports, imports as packageImports } from "resolve.exports";
import { type Manifest, objectOf, textsOf } from "./manifests";

/** What a program in Node.js takes, by import or require. Never `types`: those have no code. */
const CONDITIONS = ["node", "import", "require", "module-sync"];
/** Conditions by which packages of a workspace point at their sources. */
const OWN_CONDITIONS = ["source", "src", "development"];

/**
 * Files of the package (relative to its folder, best first) that `subpath` (`.` or `./x`) means. `isOwn`: the package is
 * one of the workspace, so its sources are preferred. `conditions`: what the importing project adds.
 */
export function packageEntries(
  { name, fields }: Manifest,
  subpath: string,
  isOwn: boolean,
  conditions: readonly string[],
): readonly string[] {
  if (fields.exports !== undefined && fields.exports !== null) {
    const all = [...conditions, ...(isOwn ? [...OWN_CONDITIONS, ...sourceConditions(fields.exports)] : [])];
    return quietly(() => packageExports({ ...fields, name }, subpath, conditionsOf(all)));
  }
  if (subpath !== ".") return [subpath];
  const names = isOwn ? ["source", "module", "main"] : ["main", "module"];
  return names.flatMap((field) => (typeof fields[field] === "string" ? [fields[field]] : []));
}

/** Declarations of the package: beside them, or beside what they are made from, stands the code. */
export function declarationEntries({ fields }: Manifest): readonly string[] {
  return ["types", "typings"].flatMap((field) => (typeof fields[field] === "string" ? [fields[field]] : []));
}

/** What `#x` means inside of the package: `./` files of it, or other packages. */
export function packageImportTargets(
  { name, fields }: Manifest,
  specifier: string,
  conditions: readonly string[],
): readonly string[] {
  if (objectOf(fields.imports) === undefined) return [];
  const all = [...conditions, ...OWN_CONDITIONS, ...sourceConditions(fields.imports)];
  return quietly(() => packageImports({ ...fields, name }, specifier, conditionsOf(all)));
}

/** `unsafe` is the library's word for "no conditions but these"; it adds `default` always. */
function conditionsOf(added: readonly string[]): { unsafe: true; conditions: readonly string[] } {
  return { unsafe: true, conditions: [...CONDITIONS, ...added] };
}

/** The library throws for what a package doesn't export, and for what isn't an `exports` at all. */
function quietly(ask: () => unknown): readonly string[] {
  try {
    return textsOf(ask());
  } catch {
    return [];
  }
}

/** Conditions with a name of the project's own, such as `@acme/source`. */
function sourceConditions(value: unknown): readonly string[] {
  const fields = objectOf(value);
  if (fields === undefined) return [];
  return Object.entries(fields).flatMap(([key, nested]) => [
    ...(!key.startsWith(".") && /(?:^|[^a-z])(?:source|src)$/i.test(key) ? [key] : []),
    ...sourceConditions(nested),
  ]);
}
